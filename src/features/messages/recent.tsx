import { href, type Visit } from '../../platform/visit.ts'
import { Time } from '../../ui/components/Time.tsx'
import { messagePhrases } from './phrases.ts'
import type { ConversationRow } from './queries.ts'

interface Props {
  visit: Pick<Visit, 'language'>
  rows: ConversationRow[]
  /** The id of the one whose page it stands on. */
  current: string
  /** In how many something is unread: when that changes, it is drawn anew. */
  unread: number
}

/** The latest conversations, beside the one that is open; only where there is room for both. */
export function Recent({ visit, rows, current, unread }: Props) {
  const t = messagePhrases(visit.language)
  const follows = { 'data-live': 'unread:me', 'data-mark': unread, 'data-from': href(visit, `/messages/${current}`) }
  return (
    <nav class="recent" id="recent" aria-label={t.others} {...follows}>
      <ul class="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={href(visit, `/messages/${row.id}`)} aria-current={row.id === current ? 'page' : undefined}>
              <span class={row.unread ? 'strong' : undefined}>{row.subject}</span>
              {row.unread && <span class="vh"> ({t.unread})</span>}
            </a>
            <p class="small muted">
              {row.last_author}, <Time at={row.last_at} relative />
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={href(visit, '/messages')}>{t.all_of_them}</a>
      </p>
    </nav>
  )
}
