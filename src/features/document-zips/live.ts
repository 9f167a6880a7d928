import type { Topic } from '../../platform/live-stream.ts'
import { zipState } from './pages/zip.tsx'
import { zipById } from './queries.ts'

/** `document_zip:<id>`: whether it is ready. */
export const zipTopic: Topic = {
  kind: 'document_zip',
  mark: (db, id) => zipById(db, id).then(zipState, () => null),
}
