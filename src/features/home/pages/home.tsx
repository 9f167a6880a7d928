import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ContactCard } from '../../house/contact-card.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import type { Notification } from '../../notifications/queries.ts'
import { notificationSentence } from '../../notifications/sentence.ts'
import { homePhrases } from '../phrases.ts'
import type { OpenRoleRequest } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface Home {
  toDecide: OpenRoleRequest[]
  /** The newest unread ones. */
  notifications: Notification[]
  /** In how many conversations something is unread. */
  unread: number
}

/** «Home» in the three areas of the manual: Benachrichtigungen, Kontakt, Aktionen (chapter 2). */
export function homePage(visit: View, home: Home) {
  const t = homePhrases(visit.language)
  const { actor } = visit
  if (actor.kind === 'visitor') throw new Error('home is for people who are signed in')
  return portalPage(visit, {
    title: t.welcome(actor.firstName || actor.lastName),
    area: 'home',
    unread: home.unread,
    lead: actor.kind === 'customer' ? `${t.lead} ${actor.companyName}` : t.staff_lead,
    children: (
      <div class="columns">
        <NotificationsCard visit={visit} home={home} />
        {actor.kind === 'customer' ? <BrokerCard visit={visit} /> : <StaffCard visit={visit} />}
        {actor.kind === 'customer' && <ActionsCard visit={visit} />}
      </div>
    ),
  })
}

function NotificationsCard({ visit, home: { toDecide, notifications } }: { visit: View; home: Home }) {
  const t = homePhrases(visit.language)
  const roles = rolePhrases(visit.language)
  return (
    <Card id="notifications" title={t.notifications}>
      {toDecide.length + notifications.length === 0 ? (
        <EmptyState icon="bell" title={t.no_notifications} text={t.no_notifications_text} level={3} />
      ) : (
        <ul class="plain-list stack">
          {toDecide.map((request) => (
            <li key={request.id}>
              <a href={href(visit, `/contacts/${request.contact_id}`)}>
                {t.requests_to_decide(request.full_name!, roles[request.role as Role])}
              </a>
              <p class="small muted">{dateTime(request.requested_at)}</p>
            </li>
          ))}
          {notifications.map((notification) => (
            <li key={notification.id}>
              <a href={href(visit, `/notifications/${notification.id}`)}>{notificationSentence(notification, visit.language)}</a>
              <p class="small muted">{dateTime(notification.created_at)}</p>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        {notifications.length > 0 && (
          <PostForm visit={visit as Visit} path="/notifications/read">
            <input type="hidden" name="back" value="home" />
            <Button icon="check">{t.mark_all}</Button>
          </PostForm>
        )}
        <a href={href(visit, '/notifications')}>
          {t.all_notifications}
          <span class="vh"> {t.notifications}</span>
        </a>
      </div>
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
  return (
    <Card id="actions" title={t.actions}>
      <div class="stack">
        <LinkButton href={href(visit, '/claims/new')} kind="primary" icon="siren" wide>
          {t.report_claim}
        </LinkButton>
        <LinkButton href={href(visit, '/messages/new')} icon="message-square" wide>
          {t.write_message}
        </LinkButton>
        <LinkButton href={href(visit, '/requests/new')} icon="circle-question-mark" wide>
          {t.open_request}
        </LinkButton>
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
