import type { Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { listPage as page } from '../../house/list-page.tsx'
import { insuredObjectList } from '../list.tsx'
import type { InsuredObjectRow } from '../queries.ts'

/** All insured objects that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<InsuredObjectRow>) {
  return page(visit, { list: insuredObjectList, state, result })
}
