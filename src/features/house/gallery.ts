import type { VNode } from 'preact'
import type { Visit } from '../../platform/visit.ts'

/** One page in one state, drawn with invented data and without a database: for eyes, axe and screenshots. */
export interface GalleryEntry {
  name: string
  render: (visit: Visit) => VNode
}
