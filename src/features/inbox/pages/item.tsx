import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { messagePhrases } from '../../messages/phrases.ts'
import { Compose, Thread } from '../../messages/thread.tsx'
import { setsState } from '../../service-requests/access.ts'
import { StateChoice } from '../../service-requests/handling.tsx'
import { requestPhrases } from '../../service-requests/phrases.ts'
import { Ready } from '../../text-modules/ready.tsx'
import { worksInbox } from '../access.ts'
import { dueInWords, momentInWords } from '../due.ts'
import type { ItemState } from '../item-state.ts'
import type { OverviewKey } from '../overviews.ts'
import { inboxPhrases } from '../phrases.ts'
import { kindOf, recordPath, stateOf, titleOf } from '../words.ts'
import { Actions } from './actions.tsx'
import { NotesCard } from './notes.tsx'
import { CustomerCard } from './side.tsx'
import { SubjectCard } from './subject.tsx'

type View = Omit<Visit, 'db'>

interface Props {
  visit: View
  state: ItemState
  overview: OverviewKey
  errors: { field: string; message: string }[]
}

/** One item: how it stands, what can be done, what it is about, what was said, what we noted, and the customer beside it. */
export function ItemView({ visit, state, overview, errors }: Props) {
  const t = inboxPhrases(visit.language)
  const { item, back } = state
  return (
    <article class="item-open" aria-labelledby="item-title">
      <p class="inbox-back">
        <a href={href(visit, `/inbox?v=${overview}`)}>← {t.back}</a>
      </p>
      <Head visit={visit} state={state} />
      <ErrorSummary errors={errors} />
      {back.taken && (
        <Note kind="warn" title={t.taken_title}>
          <p>{t.taken_text(back.taken)}</p>
        </Note>
      )}
      {back.collision && (
        <Note kind="warn" title={t.collision_title}>
          <p>{t.collision_text(back.collision)}</p>
        </Note>
      )}
      <div class="item-parts">
        <div class="stack">
          {worksInbox(visit.actor) && <Actions visit={visit} state={state} overview={overview} />}
          <SubjectCard visit={visit} state={state} />
          <Conversation visit={visit} state={state} overview={overview} />
          <NotesCard visit={visit} state={state} overview={overview} />
        </div>
        <CustomerCard visit={visit} aside={state.aside} item={item} />
      </div>
    </article>
  )
}

function Head({ visit, state: { item } }: { visit: View; state: ItemState }) {
  const t = inboxPhrases(visit.language)
  const due = dueInWords(item, visit.language)
  const number = item.request_number ?? item.claim_number
  const word = stateOf(item, visit.language)
  const path = recordPath(item)
  return (
    <header class="item-head">
      <h2 id="item-title" data-say>
        {titleOf(item, visit.language)}
      </h2>
      <p class="row small">
        <span class="muted">{[kindOf(item, visit.language), number, item.company].filter(Boolean).join(' · ')}</span>
        {item.urgent && <Badge kind="bad">{t.urgent}</Badge>}
        {word && <Badge>{word}</Badge>}
        {item.done ? (
          <Badge kind="ok">
            {item.done_by && item.done_at
              ? t.done_by(item.done_by, dateTime(item.done_at))
              : t.done_at(item.done_at ? dateTime(item.done_at) : '')}
          </Badge>
        ) : item.snoozed && item.snoozed_until ? (
          <Badge>{t.snoozed_until(momentInWords(item.snoozed_until, visit.language))}</Badge>
        ) : (
          due && <Badge kind={due.kind ?? 'info'}>{due.words}</Badge>
        )}
        {path && <a href={href(visit, path)}>{t.open_record}</a>}
      </p>
    </header>
  )
}

function Conversation({ visit, state, overview }: Omit<Props, 'errors'>) {
  const { item, talk, answer, back, subject } = state
  if (item.kind === 'role_request' || item.kind === 'mail') return null
  const r = requestPhrases(visit.language)
  const request = subject.kind === 'service_request' && setsState(visit.actor, subject.request) ? subject.request : null
  return (
    <Card id="conversation" title={messagePhrases(visit.language).conversation} level={3}>
      <div class="stack">
        <Thread visit={visit} talk={talk} at={`/inbox/${item.id}`} />
        <Writing visit={visit} state={state} />
        {worksInbox(visit.actor) && (
          <Compose
            visit={visit}
            path={`/inbox/${item.id}/messages`}
            answer={answer}
            typing={`/inbox/${item.id}/writing`}
            slash="ready-texts"
            below={
              <>
                <input type="hidden" name="v" value={overview} />
                <input type="hidden" name="answers" value={item.answers} />
                <Ready visit={visit} modules={state.modules} macros={state.macros} />
                {request && (
                  <>
                    <input type="hidden" name="version" value={request.version} />
                    <StateChoice
                      visit={visit}
                      name="answer_state"
                      label={r.answer_state}
                      keep={r.keep_state(r[request.state])}
                      value={back.answerState ?? ''}
                    />
                  </>
                )}
              </>
            }
          />
        )}
      </div>
    </Card>
  )
}

// Drawn anew by itself while the page is open; without script it says who was at it when the page was drawn.
function Writing({ visit, state: { item, writers, mark } }: { visit: View; state: ItemState }) {
  const t = inboxPhrases(visit.language)
  const names = new Intl.ListFormat(visit.language, { type: 'conjunction' }).format(writers)
  const words = writers.length === 0 ? null : writers.length === 1 ? t.writing(names) : t.writing_many(names)
  return (
    <div
      id="writing"
      data-live={`inbox_item:${item.id}`}
      data-mark={mark}
      data-from={href(visit, `/inbox/${item.id}`)}
      data-say={words ?? undefined}
    >
      {words && (
        <Note kind="warn" announce={false}>
          <p>{words}</p>
        </Note>
      )}
    </div>
  )
}
