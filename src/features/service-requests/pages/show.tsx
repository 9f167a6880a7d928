import { dateTime, shortDate } from '../../../platform/format.ts'
import { languageNames } from '../../../platform/language.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { attachmentPhrases } from '../../attachments/phrases.ts'
import type { Attachment } from '../../attachments/queries.ts'
import { Attachments } from '../../attachments/shown.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { aboutPath } from '../../messages/about.ts'
import { writes } from '../../messages/access.ts'
import { messagePhrases } from '../../messages/phrases.ts'
import type { Talk } from '../../messages/talk.ts'
import { type Answer, answerErrors, Compose, Thread } from '../../messages/thread.tsx'
import { setsState, withdraws } from '../access.ts'
import { categories, detailKeys } from '../categories.ts'
import { labelOf } from '../errors.ts'
import { NoCover } from '../no-cover.tsx'
import { requestPhrases } from '../phrases.ts'
import type { ServiceRequest } from '../queries.ts'
import { StateBadge } from '../state-badge.tsx'
import { isOpen, settableStates } from '../states.ts'

type View = Omit<Visit, 'db'>

export interface ShowState {
  talk: Talk
  /** What it was opened with. */
  files: Attachment[]
  /** How it stands, for the live stream. */
  mark: string
  answer: Answer
  unread: number
  done?: string | null | undefined
  tooLate?: boolean
}

/** One request: what is wanted, how far it is, what was said about it. */
export function showPage(visit: View, request: ServiceRequest, { talk, files, mark, answer, unread, done, tooLate }: ShowState) {
  const t = requestPhrases(visit.language)
  const follows = {
    'data-live': `service_request:${request.id}`,
    'data-mark': mark,
    'data-from': href(visit, `/requests/${request.id}`),
  }
  return portalPage(visit, {
    title: request.subject,
    area: 'requests',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/requests') }, { label: request.number }],
    badge: <StateBadge state={request.state} language={visit.language} />,
    lead: `${t[request.category]} · ${request.number}`,
    actions: withdraws(visit.actor, request) && <Withdrawal visit={visit} request={request} />,
    error: answerErrors(answer).length > 0,
    done,
    unread,
    children: (
      <div class="stack">
        <ErrorSummary errors={answerErrors(answer)} />
        {tooLate && (
          <Note kind="warn">
            <p>{messagePhrases(visit.language).too_late}</p>
          </Note>
        )}
        {categories[request.category].noCover && isOpen(request.state) && <NoCover language={visit.language} />}
        <div class="split wide-first">
          <div class="stack">
            <div id="wanted" {...follows}>
              <WantedCard visit={visit} request={request} files={files} />
            </div>
            <Card id="conversation" title={messagePhrases(visit.language).conversation}>
              <div class="stack">
                <Thread visit={visit} talk={talk} at={`/requests/${request.id}`} />
                {writes(visit.actor) && <Compose visit={visit} path={`/requests/${request.id}/messages`} answer={answer} />}
              </div>
            </Card>
          </div>
          <div class="stack" id="progress" {...follows} data-say={`${t.state}: ${t[request.state]}`}>
            <StateCard visit={visit} request={request} />
          </div>
        </div>
      </div>
    ),
  })
}

type Part = { visit: View; request: ServiceRequest }

function Withdrawal({ visit, request }: Part) {
  return (
    <PostForm visit={visit as Visit} path={`/requests/${request.id}/withdrawal`}>
      <Button icon="undo-2">{requestPhrases(visit.language).withdraw}</Button>
    </PostForm>
  )
}

function WantedCard({ visit, request, files }: Part & { files: Attachment[] }) {
  const t = requestPhrases(visit.language)
  const label = (field: string) => labelOf(visit.language, request.category, field)
  const details = detailKeys.filter((key) => request.details[key])
  return (
    <Card id="details" title={t.details} badge={request.urgent && <Badge kind="bad">{t.urgent}</Badge>}>
      <Facts
        rows={[
          [t.about, <About visit={visit} request={request} />],
          ...details.map((key) => [label(key), shown(key, request.details[key]!)] as [string, string]),
          ...(categories[request.category].date === 'none'
            ? []
            : [[label('wished_on'), shortDate(request.wished_on)] as [string, string]]),
        ]}
      />
      {request.body && (
        <div class="wanted">
          <h3>{label('body')}</h3>
          <p class="said">{request.body}</p>
        </div>
      )}
      {files.length > 0 && (
        <div class="wanted">
          <h3>{attachmentPhrases(visit.language).files}</h3>
          <Attachments visit={visit} files={files} />
        </div>
      )}
    </Card>
  )
}

function About({ visit, request }: Part) {
  const { about_kind: kind, about_id: id, about_label: text } = request
  const t = requestPhrases(visit.language)
  if (!kind || !id) return <>{t.about_none}</>
  const name = messagePhrases(visit.language)[kind]
  // The author keeps the request, not the record that he lost sight of.
  return text ? <a href={href(visit, aboutPath({ kind, id }))}>{`${name} ${text}`}</a> : name
}

function shown(key: string, value: string): string {
  if (key === 'first_registered_on') return shortDate(value)
  if (key === 'certificate_language') return languageNames[value as Language] ?? value
  return value
}

function StateCard({ visit, request }: Part) {
  const t = requestPhrases(visit.language)
  return (
    <Card id="state" title={t.state}>
      <Facts
        rows={[
          [t.state, t[request.state]],
          [t.state_since, dateTime(request.state_since)],
          [t.author, request.author_name],
          [t.created, dateTime(request.created_at)],
          [t.company, request.company],
        ]}
      />
      {setsState(visit.actor, request) && (
        <PostForm visit={visit as Visit} path={`/requests/${request.id}/state`} class="form">
          <SelectField
            name="state"
            label={t.state}
            hint={t.set_state_hint}
            options={settableStates.map((state) => ({ value: state, label: t[state] }))}
            value={request.state}
          />
          <div class="row">
            <Button>{t.set_state}</Button>
          </div>
        </PostForm>
      )}
    </Card>
  )
}
