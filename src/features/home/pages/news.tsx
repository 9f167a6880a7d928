import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { PostForm } from '../../house/form.tsx'
import { UnreadGroups } from '../../notifications/group-list.tsx'
import type { Group } from '../../notifications/groups.ts'
import { homePhrases } from '../phrases.ts'
import type { OpenRoleRequest } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface News {
  toDecide: OpenRoleRequest[]
  /** The newest unread ones, what belongs together in one entry. */
  notifications: Group[]
  /** In how many conversations something is unread. */
  unread: number
}

/** «Benachrichtigungen»: what waits for a decision, and what is new. */
export function NotificationsCard({ visit, news: { toDecide, notifications } }: { visit: View; news: News }) {
  const t = homePhrases(visit.language)
  const roles = rolePhrases(visit.language)
  return (
    <Card id="notifications" title={t.notifications}>
      {toDecide.length + notifications.length === 0 ? (
        <EmptyState icon="bell" title={t.no_notifications} text={t.no_notifications_text} level={3} />
      ) : (
        <div class="stack">
          {toDecide.length > 0 && (
            <ul class="plain-list stack">
              {toDecide.map((request) => (
                <li key={request.id}>
                  <a href={href(visit, `/contacts/${request.contact_id}`)}>
                    {t.requests_to_decide(request.full_name!, roles[request.role as Role])}
                  </a>
                  <p class="small muted">{dateTime(request.requested_at)}</p>
                </li>
              ))}
            </ul>
          )}
          {notifications.length > 0 && <UnreadGroups visit={visit} groups={notifications} />}
        </div>
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
