import type { Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { portalPage } from '../../house/page.tsx'
import { OpenRequests } from '../../portal-accounts/open-requests.tsx'
import type { RoleRequest } from '../../portal-accounts/queries.ts'
import { companyList } from '../list.tsx'
import { companyPhrases } from '../phrases.ts'
import type { CompanyRow } from '../queries.ts'

interface Props {
  state: ListState
  result: ListResult<CompanyRow>
  requests: RoleRequest[]
}

/** Staff's customers, and on top what waits for their confirmation. */
export function listPage(visit: Omit<Visit, 'db'>, { state, result, requests }: Props) {
  const t = companyPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'companies',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: (
      <div class="stack">
        {requests.length > 0 && (
          <Card title={t.requests} id="requests">
            <OpenRequests visit={visit} requests={requests} />
          </Card>
        )}
        <ListBody visit={visit as Visit} list={companyList} state={state} result={result} />
      </div>
    ),
  })
}
