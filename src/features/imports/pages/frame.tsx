import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../../platform/visit.ts'
import type { BadgeKind } from '../../../ui/components/Badge.tsx'
import { portalPage } from '../../house/page.tsx'
import type { RunState } from '../run-queries.ts'
import { screenPhrases } from '../screen-phrases.ts'

export type View = Omit<Visit, 'db'>

export const stateKinds: Record<RunState, BadgeKind | undefined> = {
  draft: 'info',
  checking: 'info',
  checked: 'info',
  running: 'info',
  done: 'ok',
  failed: 'bad',
  cancelled: undefined,
  undoing: 'warn',
  undone: 'warn',
}

interface Frame {
  /** The page of one run; without it the list. */
  title?: string
  lead?: string
  badge?: ComponentChildren
  error?: boolean
  children: ComponentChildren
}

/** A page of the import: «6323 / Import / …». */
export function importFrame(visit: View, { title, ...content }: Frame) {
  const t = screenPhrases(visit.language)
  return portalPage(visit, {
    ...content,
    title: title ?? t.title,
    area: 'imports',
    crumbs: [
      { label: visit.brokerage.number },
      title ? { label: t.title, href: href(visit, '/imports') } : { label: t.title },
      ...(title ? [{ label: title }] : []),
    ],
  })
}
