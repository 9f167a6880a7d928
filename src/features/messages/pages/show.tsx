import { href, type Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { portalPage } from '../../house/page.tsx'
import { aboutPath } from '../about.ts'
import { writes } from '../access.ts'
import { messagePhrases } from '../phrases.ts'
import type { Conversation, ConversationRow } from '../queries.ts'
import { Readers } from '../readers.tsx'
import { Recent } from '../recent.tsx'
import type { Talk } from '../talk.ts'
import { type Answer, answerErrors, Compose, Thread } from '../thread.tsx'

export interface ThreadState {
  talk: Talk
  /** What stands beside it on wide screens. */
  recent: ConversationRow[]
  answer: Answer
  unread: number
  done?: string | null | undefined
  tooLate?: boolean
}

/** One conversation: which record it is about, what was said, the field for an answer. */
export function showPage(visit: Omit<Visit, 'db'>, conversation: Conversation, state: ThreadState) {
  const t = messagePhrases(visit.language)
  const { talk, recent, answer, unread, done, tooLate } = state
  return portalPage(visit, {
    title: conversation.subject,
    area: null,
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/messages') },
      { label: conversation.subject },
    ],
    lead: <About visit={visit} conversation={conversation} />,
    error: answerErrors(answer).length > 0,
    done,
    unread,
    children: (
      <div class="stack">
        <ErrorSummary errors={answerErrors(answer)} />
        {tooLate && (
          <Note kind="warn">
            <p>{t.too_late}</p>
          </Note>
        )}
        <div class="beside">
          <Recent visit={visit} rows={recent} current={conversation.id} unread={unread} />
          <Card id="conversation" title={t.conversation}>
            <div class="stack">
              <Readers visit={visit} conversation={conversation} />
              <Thread visit={visit} talk={talk} at={`/messages/${conversation.id}`} />
              {writes(visit.actor) && <Compose visit={visit} path={`/messages/${conversation.id}/messages`} answer={answer} />}
            </div>
          </Card>
        </div>
      </div>
    ),
  })
}

function About({ visit, conversation }: { visit: Omit<Visit, 'db'>; conversation: Conversation }) {
  const t = messagePhrases(visit.language)
  const { about_kind: kind, about_id: id, about_label: label } = conversation
  return (
    <p>
      {t.about_is} {kind ? t[kind] : t.about_nothing}{' '}
      {kind && id && label && <a href={href(visit, aboutPath({ kind, id }))}>{label}</a>}
      {visit.actor.kind === 'staff' && ` · ${conversation.company}`}
    </p>
  )
}
