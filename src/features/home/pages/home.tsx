import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ContactCard } from '../../house/contact-card.tsx'
import { portalPage } from '../../house/page.tsx'
import { homePhrases } from '../phrases.ts'
import type { OpenRoleRequest } from '../queries.ts'

type View = Omit<Visit, 'db'>

/** «Home» in the three areas of the manual: Benachrichtigungen, Kontakt, Aktionen (chapter 2). */
export function homePage(visit: View, requests: OpenRoleRequest[]) {
  const t = homePhrases(visit.language)
  const { actor } = visit
  if (actor.kind === 'visitor') throw new Error('home is for people who are signed in')
  return portalPage(visit, {
    title: t.welcome(actor.firstName || actor.lastName),
    area: 'home',
    lead: actor.kind === 'customer' ? `${t.lead} ${actor.companyName}` : t.staff_lead,
    children: (
      <div class="columns">
        <NotificationsCard visit={visit} requests={requests} />
        {actor.kind === 'customer' ? <BrokerCard visit={visit} /> : <StaffCard visit={visit} />}
        {actor.kind === 'customer' && <ActionsCard visit={visit} />}
      </div>
    ),
  })
}

function NotificationsCard({ visit, requests }: { visit: View; requests: OpenRoleRequest[] }) {
  const t = homePhrases(visit.language)
  const roles = rolePhrases(visit.language)
  return (
    <Card id="notifications" title={t.notifications}>
      {requests.length === 0 ? (
        <EmptyState icon="bell" title={t.no_notifications} text={t.no_notifications_text} level={3} />
      ) : (
        <ul class="plain-list stack">
          {requests.map((request) => (
            <li key={request.id}>
              <a href={href(visit, `/contacts/${request.contact_id}`)}>
                {t.requests_to_decide(request.full_name!, roles[request.role as Role])}
              </a>
              <p class="small muted">{dateTime(request.requested_at)}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function BrokerCard({ visit }: { visit: View }) {
  const t = homePhrases(visit.language)
  return (
    <Card id="contact" title={t.contact}>
      {visit.accountManager ? (
        <>
          <p class="small muted">{t.account_manager}</p>
          <ContactCard visit={visit} person={visit.accountManager} />
          <p class="small muted">{visit.brokerage.name}</p>
        </>
      ) : (
        <p>{t.no_contact}</p>
      )}
    </Card>
  )
}

function ActionsCard({ visit }: { visit: View }) {
  const t = homePhrases(visit.language)
  const to = visit.accountManager?.email
  if (!to) return null
  const letter = (subject: string) => `mailto:${to}?subject=${encodeURIComponent(subject)}`
  return (
    <Card id="actions" title={t.actions}>
      <div class="stack">
        <LinkButton href={letter(t.report_claim)} kind="primary" icon="siren" wide>
          {t.report_claim}
        </LinkButton>
        <LinkButton href={letter(t.write_message)} icon="mail" wide>
          {t.write_message}
        </LinkButton>
        <LinkButton href={letter(t.open_request)} icon="circle-question-mark" wide>
          {t.open_request}
        </LinkButton>
        <p class="hint">{t.by_mail}</p>
      </div>
    </Card>
  )
}

function StaffCard({ visit }: { visit: View }) {
  const t = homePhrases(visit.language)
  return (
    <Card id="actions" title={t.actions}>
      <LinkButton href={href(visit, '/companies')} kind="primary" icon="building-2" wide>
        {t.to_companies}
      </LinkButton>
    </Card>
  )
}
