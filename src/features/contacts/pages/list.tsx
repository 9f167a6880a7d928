import { isCustomer } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ContactCard } from '../../house/contact-card.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { OpenRequests } from '../../portal-accounts/open-requests.tsx'
import type { RoleRequest } from '../../portal-accounts/queries.ts'
import { looksAfterPeople } from '../access.ts'
import { contactList } from '../list.tsx'
import { contactPhrases } from '../phrases.ts'
import type { ContactRow } from '../queries.ts'

/** The contacts the person looks after; for everybody else the own one, and the broker's. */
export function listPage(
  visit: Omit<Visit, 'db'>,
  state: ListState,
  result: ListResult<ContactRow>,
  requests: RoleRequest[] = [],
) {
  const t = contactPhrases(visit.language)
  const { actor } = visit
  const create = looksAfterPeople(actor) && (
    <LinkButton href={href(visit, '/contacts/new')} kind="primary" icon="plus" shortcut="n">
      {t.create}
    </LinkButton>
  )
  return page(visit, {
    list: contactList,
    state,
    result,
    lead: actor.kind === 'staff' ? t.lead_staff : looksAfterPeople(actor) ? t.lead : t.lead_own,
    actions: create,
    firstAction: create,
    above: requests.length > 0 && (
      <Card title={t.requests} id="requests">
        <OpenRequests visit={visit} requests={requests} />
      </Card>
    ),
    below: isCustomer(actor) && visit.accountManager && (
      <Card title={t.broker} id="broker">
        <ContactCard visit={visit} person={visit.accountManager} />
      </Card>
    ),
  })
}
