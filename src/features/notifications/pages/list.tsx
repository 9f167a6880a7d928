import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Time } from '../../../ui/components/Time.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { notificationPhrases } from '../phrases.ts'
import type { Notification } from '../queries.ts'
import { notificationSentence } from '../sentence.ts'

type View = Omit<Visit, 'db'>

const areas = {
  messages: ['message'],
  requests: ['request_opened', 'request_state'],
  roles: ['roles_changed', 'role_request', 'role_decided'],
} as const

/** All recent notifications by area, each with its link; unread ones say so. */
export function listPage(visit: View, notifications: Notification[], unread: number, done: string | null) {
  const t = notificationPhrases(visit.language)
  const groups = (Object.keys(areas) as (keyof typeof areas)[])
    .map((key) => ({ key, rows: notifications.filter((n) => (areas[key] as readonly string[]).includes(n.kind)) }))
    .filter((group) => group.rows.length > 0)
  return portalPage(visit, {
    title: t.title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    actions: notifications.some((n) => !n.read_at) && <MarkAll visit={visit} />,
    done,
    unread,
    children:
      groups.length === 0 ? (
        <EmptyState icon="bell" title={t.nothing_title} text={t.nothing_text} />
      ) : (
        <div class="stack">
          {groups.map(({ key, rows }) => (
            <Card key={key} id={key} title={t[key]}>
              <NotificationList visit={visit} notifications={rows} />
            </Card>
          ))}
        </div>
      ),
  })
}

function MarkAll({ visit }: { visit: View }) {
  return (
    <PostForm visit={visit as Visit} path="/notifications/read">
      <Button icon="check">{notificationPhrases(visit.language).mark_all}</Button>
    </PostForm>
  )
}

function NotificationList({ visit, notifications }: { visit: View; notifications: Notification[] }) {
  const t = notificationPhrases(visit.language)
  return (
    <ul class="plain-list stack">
      {notifications.map((n) => (
        <li key={n.id}>
          <a href={href(visit, `/notifications/${n.id}`)}>
            {n.read_at ? notificationSentence(n, visit.language) : <strong>{notificationSentence(n, visit.language)}</strong>}
          </a>{' '}
          {!n.read_at && <Badge kind="info">{t.unread}</Badge>}
          <p class="small muted">
            <Time at={n.created_at} relative />
          </p>
        </li>
      ))}
    </ul>
  )
}
