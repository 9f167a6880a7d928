import type { Db } from '../../platform/db.ts'
import { shortDate } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import type { RecordKey } from '../../records/record-description.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Button, LinkButton } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { PostForm } from '../house/form.tsx'
import { entersEvents } from './access.ts'
import { saferDay, todayHere } from './deadline.ts'
import { deadlinePhrases } from './phrases.ts'
import { type Deadline, readDeadlines } from './queries.ts'
import { windowPhrases } from './window-phrases.ts'
import { isNotice, kindInWords, numberOf, pathOf, remaining, ruleInWords } from './words.ts'

type View = Omit<Visit, 'db'>

const most = 6

/** The deadlines of one record, nearest first; null for a kind of record that has none. */
export async function deadlinesOf(db: Db, { kind, id }: RecordKey): Promise<Deadline[] | null> {
  if (kind !== 'policy' && kind !== 'premium_invoice' && kind !== 'claim') return null
  return (await readDeadlines(db, { today: todayHere(), until: null, overdue: true, limit: most, of: { kind, id } })).deadlines
}

/** The deadlines of a record with the rule behind each of them. */
export function DeadlinesCard({ visit, deadlines }: { visit: View; deadlines: Deadline[] }) {
  const t = deadlinePhrases(visit.language)
  return (
    <Card id="deadlines" title={t.title}>
      {deadlines.length === 0 ? (
        <p class="muted">{t.none_here}</p>
      ) : (
        <div class="stack tight">
          <ul class="plain-list deadlines">
            {deadlines.map((deadline) => (
              <li key={deadline.kind === 'window' ? deadline.eventId : `${deadline.kind}-${deadline.id}`}>
                <One visit={visit} deadline={deadline} />
              </li>
            ))}
          </ul>
          <p class="hint">{t.label}</p>
        </div>
      )}
    </Card>
  )
}

function One({ visit, deadline }: { visit: View; deadline: Deadline }) {
  const t = deadlinePhrases(visit.language)
  const elsewhere = deadline.kind === 'premium' || deadline.kind === 'limitation'
  const left = remaining(deadline, todayHere(), visit.language)
  return (
    <>
      <div class="row">
        <strong>
          <time datetime={deadline.day}>{shortDate(deadline.day)}</time>
        </strong>
        <Badge kind={left.kind}>{left.words}</Badge>
      </div>
      <p>
        {kindInWords(deadline.kind, visit.language)}
        {elsewhere && (
          <>
            : <a href={href(visit, pathOf(deadline))}>{numberOf(deadline)}</a>
          </>
        )}
      </p>
      <p class="small muted">
        {ruleInWords(deadline, visit.language)}
        {isNotice(deadline) && `. ${t.safer_day(shortDate(saferDay(deadline.day)))}`}
      </p>
      {deadline.kind === 'notice' && (
        <LinkButton href={href(visit, `/deadlines/${deadline.id}/event`)} icon="calendar" download>
          {t.to_calendar}
        </LinkButton>
      )}
      {deadline.kind === 'window' && entersEvents(visit.actor) && (
        <PostForm visit={visit as Visit} path={`/policies/${deadline.id}/events/${deadline.eventId}/withdrawal`}>
          <Button kind="plain" icon="undo-2">
            {windowPhrases(visit.language).withdraw}
          </Button>
        </PostForm>
      )}
    </>
  )
}
