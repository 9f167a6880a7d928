import { href, type Visit } from '../../../platform/visit.ts'
import type { Around } from '../../../records/record-around.ts'
import type { RecordDescription } from '../../../records/record-description.ts'
import { TimelineCard } from '../../../records/record-timeline.tsx'
import { WhoSeesCard } from '../../../records/who-sees-card.tsx'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import type { Attachment } from '../../attachments/queries.ts'
import type { Deadline } from '../../deadlines/queries.ts'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { writes } from '../../messages/access.ts'
import { messagePhrases } from '../../messages/phrases.ts'
import { Readers } from '../../messages/readers.tsx'
import type { Talk } from '../../messages/talk.ts'
import { type Answer, answerErrors, Compose, Thread } from '../../messages/thread.tsx'
import { opensRequests, reopens, setsState, withdraws } from '../access.ts'
import { HandlingCard, type Refused, StateChoice } from '../handling.tsx'
import { Cover } from '../no-cover.tsx'
import { NoticeNote } from '../notice-note.tsx'
import { requestPhrases } from '../phrases.ts'
import { ProgressCard } from '../progress.tsx'
import type { Handler, ServiceRequest } from '../queries.ts'
import { StateBadge } from '../state-badge.tsx'
import { isOpen, requestStates } from '../states.ts'
import { WantedCard } from '../wanted.tsx'

type View = Omit<Visit, 'db'>

export interface ShowState {
  talk: Talk
  /** What it was opened with. */
  files: Attachment[]
  /** How it stands, for the live stream. */
  mark: string
  answer: Answer
  /** The state that goes with the answer, as chosen. */
  answerState?: string
  /** The next deadline of the policy whose termination is asked about; undefined for other requests. */
  notice?: Deadline | null | undefined
  /** Who sees it, and what happened to it. */
  around: Around
  handlers: Handler[]
  /** What staff filled in and was refused. */
  handling?: Refused | null
  /** Somebody changed it meanwhile; the forms hold what was filled in. */
  conflict?: boolean
  /** What was written to open it again, and what is wrong with it. */
  reopening?: { body: string; error: string } | null
  unread: number
  done?: string | null | undefined
  tooLate?: boolean
}

type Part = { visit: View; request: ServiceRequest }

// How it moved on; what was said stands in the conversation.
const events: NonNullable<RecordDescription<ServiceRequest>['events']> = {
  'service_request.state_changed': ({ to, cover_confirmed }, language) => {
    const t = requestPhrases(language)
    const moved = requestStates.find((state) => state === to)
    return [moved && t.moved_to(t[moved]), cover_confirmed === true && t.cover_confirmed].filter(Boolean).join('. ')
  },
  'service_request.withdrawn': (_, language) => requestPhrases(language).moved_to(requestPhrases(language).withdrawn),
  'service_request.reopened': (_, language) => requestPhrases(language).was_reopened,
}

/** One request: what is wanted, how far it is, what was said about it. */
export function showPage(visit: View, request: ServiceRequest, state: ShowState) {
  const t = requestPhrases(visit.language)
  const { answer, notice, unread, done, tooLate, conflict } = state
  const errors = [
    ...answerErrors(answer),
    ...Object.entries(state.handling?.errors ?? {}).map(([field, message]) => ({ field, message })),
    ...(state.reopening ? [{ field: 'missing', message: state.reopening.error }] : []),
  ]
  return portalPage(visit, {
    title: request.subject,
    area: 'requests',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/requests') }, { label: request.number }],
    badge: <StateBadge state={request.state} language={visit.language} />,
    lead: `${t[request.category]} · ${request.number}`,
    actions: <Actions visit={visit} request={request} />,
    error: errors.length > 0 || conflict === true,
    done,
    unread,
    children: (
      <div class="stack">
        <ErrorSummary errors={errors} />
        {tooLate && (
          <Note kind="warn">
            <p>{messagePhrases(visit.language).too_late}</p>
          </Note>
        )}
        {conflict && (
          <Note kind="warn" title={t.conflict_title}>
            <p>{t.conflict_text(t[request.state], request.handler_name ?? t.handler_none)}</p>
          </Note>
        )}
        <Body visit={visit} request={request} state={state} notice={notice} />
      </div>
    ),
  })
}

function Body({ visit, request, state, notice }: Part & { state: ShowState; notice: ShowState['notice'] }) {
  const t = requestPhrases(visit.language)
  const follows = {
    'data-live': `service_request:${request.id}`,
    'data-mark': state.mark,
    'data-from': href(visit, `/requests/${request.id}`),
  }
  return (
    <div class="split wide-first">
      <div class="stack">
        <div class="stack" id="wanted" {...follows}>
          <Cover language={visit.language} request={request} />
          {notice !== undefined && isOpen(request.state) && <NoticeNote visit={visit} notice={notice} />}
          <WantedCard visit={visit} request={request} files={state.files} />
        </div>
        <Conversation visit={visit} request={request} state={state} />
      </div>
      <div class="stack">
        <div id="progress" {...follows} data-say={`${t.state}: ${t[request.state]}`}>
          <ProgressCard visit={visit} request={request} />
        </div>
        {setsState(visit.actor, request) && (
          <HandlingCard visit={visit} request={request} handlers={state.handlers} refused={state.handling ?? null} />
        )}
        <Closed visit={visit} request={request} id={state.answer.id} reopening={state.reopening ?? null} />
        {state.around.standing.managed && (
          <WhoSeesCard visit={visit} standing={state.around.standing} seers={state.around.seers} />
        )}
        <TimelineCard visit={visit} words={{ fields: {}, events }} happened={state.around.happened} past={[]} />
      </div>
    </div>
  )
}

function Actions({ visit, request }: Part) {
  const t = requestPhrases(visit.language)
  return (
    <>
      <LinkButton href={href(visit, `/requests/${request.id}/print`)} icon="printer">
        {t.print}
      </LinkButton>
      {withdraws(visit.actor, request) && (
        <PostForm visit={visit as Visit} path={`/requests/${request.id}/withdrawal`}>
          <Button icon="undo-2">{t.withdraw}</Button>
        </PostForm>
      )}
    </>
  )
}

function Conversation({ visit, request, state: { talk, answer, answerState } }: Part & { state: ShowState }) {
  const t = requestPhrases(visit.language)
  const readers = { ...request, person: request.author_name }
  return (
    <Card id="conversation" title={messagePhrases(visit.language).conversation}>
      <div class="stack">
        <Readers visit={visit} conversation={readers} />
        <Thread visit={visit} talk={talk} at={`/requests/${request.id}`} />
        {writes(visit.actor) && (
          <Compose
            visit={visit}
            path={`/requests/${request.id}/messages`}
            answer={answer}
            below={
              setsState(visit.actor, request) && (
                <>
                  <input type="hidden" name="version" value={request.version} />
                  <StateChoice
                    visit={visit}
                    name="answer_state"
                    label={t.answer_state}
                    keep={t.keep_state(t[request.state])}
                    value={answerState ?? ''}
                  />
                </>
              )
            }
          />
        )}
      </div>
    </Card>
  )
}

// Done: its author opens it again for a while, and after that a new one.
function Closed({ visit, request, id, reopening }: Part & { id: string; reopening: { body: string; error: string } | null }) {
  const t = requestPhrases(visit.language)
  if (isOpen(request.state) || !opensRequests(visit.actor)) return null
  if (reopens(visit.actor, request)) {
    return (
      <Card id="reopen" title={t.reopen_title}>
        <PostForm visit={visit as Visit} path={`/requests/${request.id}/reopening`} class="form">
          <input type="hidden" name="_id" value={id} />
          <TextArea
            name="missing"
            label={t.missing}
            hint={t.reopen_hint}
            value={reopening?.body ?? ''}
            error={reopening?.error}
            rows={3}
            maxlength={8000}
            required
          />
          <div class="row">
            <Button icon="rotate-ccw">{t.reopen}</Button>
          </div>
        </PostForm>
      </Card>
    )
  }
  const about = request.about_kind && request.about_label ? `&about=${request.about_kind}:${request.about_id}` : ''
  return (
    <Card id="reopen" title={t.closed_title}>
      <p>{t.closed_text}</p>
      <div class="row">
        <LinkButton href={href(visit, `/requests/new?category=${request.category}${about}`)} icon="plus">
          {t.open_request}
        </LinkButton>
      </div>
    </Card>
  )
}
