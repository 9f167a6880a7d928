import { href, type Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { deadlinePhrases } from '../../deadlines/phrases.ts'
import { portalPage } from '../../house/page.tsx'
import { policyList } from '../list.tsx'
import { policyPhrases } from '../phrases.ts'
import type { PolicyRow } from '../queries.ts'

/** All policies that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<PolicyRow>) {
  const t = policyPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'policies',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    actions: (
      <LinkButton href={href(visit, '/deadlines')} icon="calendar">
        {deadlinePhrases(visit.language).title}
      </LinkButton>
    ),
    children: <ListBody visit={visit as Visit} list={policyList} state={state} result={result} />,
  })
}
