import type { Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { portalPage } from '../../house/page.tsx'
import { insuredObjectList } from '../list.tsx'
import { insuredObjectPhrases } from '../phrases.ts'
import type { InsuredObjectRow } from '../queries.ts'

/** All insured objects that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<InsuredObjectRow>) {
  const t = insuredObjectPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'insured_objects',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: <ListBody visit={visit as Visit} list={insuredObjectList} state={state} result={result} />,
  })
}
