import { dateTime } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Card } from '../../ui/components/Card.tsx'
import type { AboutKey } from '../messages/about.ts'
import { writes } from '../messages/access.ts'
import type { RecordTalk } from '../messages/on-record.ts'
import { messagePhrases } from '../messages/phrases.ts'
import type { ConversationRow } from '../messages/queries.ts'
import { type Answer, Compose, Thread } from '../messages/thread.tsx'
import { framePhrases } from './phrases.ts'

type View = Omit<Visit, 'db'>

interface Props {
  visit: View
  about: AboutKey
  /** Where a message is posted to, without language prefix. */
  path: string
  talk: RecordTalk
  writing: Answer
}

/** What was said about the record, and the field to go on or to begin. */
export function ConversationCard({ visit, about, path, talk, writing }: Props) {
  const t = framePhrases(visit.language)
  const { current, others, moreOthers } = talk
  return (
    <Card
      id="conversation"
      title={messagePhrases(visit.language).conversation}
      badge={current?.row.unread && <Badge kind="info">{t.unread}</Badge>}
      action={current && <a href={href(visit, `/messages/${current.row.id}`)}>{t.whole}</a>}
    >
      <div class="stack">
        {current && (
          <section class="stack tight" aria-labelledby="conversation-subject">
            <h3 id="conversation-subject">{current.row.subject}</h3>
            <Thread visit={visit} talk={current.talk} at={`/messages/${current.row.id}`} />
          </section>
        )}
        {writes(visit.actor) && <Writer visit={visit} path={path} current={current?.row ?? null} writing={writing} />}
        {others.length > 0 && <Others visit={visit} others={others} more={moreOthers} />}
        {writes(visit.actor) && current && (
          <p class="small">
            <a href={href(visit, `/messages/new?about=${about.kind}:${about.id}`)}>{t.begin}</a>
          </p>
        )}
      </div>
    </Card>
  )
}

function Writer({
  visit,
  path,
  current,
  writing,
}: {
  visit: View
  path: string
  current: ConversationRow | null
  writing: Answer
}) {
  const t = framePhrases(visit.language)
  const first = visit.actor.kind === 'staff' ? t.write_first_staff : t.write_first
  return (
    <Compose
      visit={visit}
      path={path}
      answer={writing}
      label={current ? undefined : first}
      hint={current ? undefined : messagePhrases(visit.language).recipient_about}
    >
      {current && <input type="hidden" name="conversation" value={current.id} />}
    </Compose>
  )
}

function Others({ visit, others, more }: { visit: View; others: ConversationRow[]; more: boolean }) {
  const t = framePhrases(visit.language)
  return (
    <section class="stack tight" aria-labelledby="other-conversations">
      <h3 id="other-conversations">{t.others}</h3>
      <ul class="plain-list people">
        {others.map((row) => (
          <li key={row.id}>
            <a href={href(visit, `/messages/${row.id}`)}>{row.subject}</a> {row.unread && <Badge kind="info">{t.unread}</Badge>}
            <div class="small muted">{t.last_said(row.last_author, dateTime(row.last_at))}</div>
          </li>
        ))}
        {more && <li>…</li>}
      </ul>
    </section>
  )
}
