import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { OpenRequests } from '../../portal-accounts/open-requests.tsx'
import type { RoleRequest } from '../../portal-accounts/queries.ts'
import { mayEditCompany } from '../access.ts'
import { companyList } from '../list.tsx'
import { companyPhrases } from '../phrases.ts'
import type { CompanyRow } from '../queries.ts'
import { tabPhrases } from '../tab-phrases.ts'

/** Staff's customers, and on top what waits for their confirmation. */
export function listPage(
  visit: Omit<Visit, 'db'>,
  state: ListState,
  result: ListResult<CompanyRow>,
  requests: RoleRequest[] = [],
) {
  const above = requests.length > 0 && (
    <Card title={companyPhrases(visit.language).requests} id="requests">
      <OpenRequests visit={visit} requests={requests} />
    </Card>
  )
  const actions = mayEditCompany(visit.actor) && (
    <LinkButton href={href(visit, '/companies/new')} icon="plus" kind="primary" shortcut="n">
      {tabPhrases(visit.language).new_button}
    </LinkButton>
  )
  return page(visit, { list: companyList, state, result, above, actions })
}
