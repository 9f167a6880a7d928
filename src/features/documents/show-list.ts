import type { Visit } from '../../platform/visit.ts'
import type { ListResult } from '../../records/list-query.ts'
import type { ListState } from '../../records/list-state.ts'
import { filesDocuments, filesForCompanies } from './access.ts'
import { listPage } from './pages/list.tsx'
import type { DocumentRow } from './queries.ts'

/** The page of the list, with what the person may do on it. */
export function showList(visit: Visit, state: ListState, result: ListResult<DocumentRow>) {
  return listPage(visit, state, result, { uploads: filesDocuments(visit.actor) || filesForCompanies(visit.actor) })
}
