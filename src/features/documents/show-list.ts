import type { Visit } from '../../platform/visit.ts'
import type { ListResult } from '../../records/list-query.ts'
import type { ListState } from '../../records/list-state.ts'
import { filesDocuments } from './access.ts'
import { listPage } from './pages/list.tsx'
import type { DocumentRow } from './queries.ts'
import { uploadPhrases } from './upload-phrases.ts'

/** The page of the list, with what the person may do on it. */
export function showList(visit: Visit, state: ListState, result: ListResult<DocumentRow>) {
  const done = visit.address.endsWith('done=uploaded') ? uploadPhrases(visit.language).done : null
  return listPage(visit, state, result, { done, uploads: filesDocuments(visit.actor) })
}
