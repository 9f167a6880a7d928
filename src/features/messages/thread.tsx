import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Button } from '../../ui/components/Button.tsx'
import { TextArea } from '../../ui/components/TextArea.tsx'
import { Time } from '../../ui/components/Time.tsx'
import { AttachmentField } from '../attachments/field.tsx'
import type { Attachment } from '../attachments/queries.ts'
import type { Files } from '../attachments/received.ts'
import { Attachments } from '../attachments/shown.tsx'
import { UploadForm } from '../documents/upload-form.tsx'
import { PostForm } from '../house/form.tsx'
import { longestBody } from './input.ts'
import { messagePhrases } from './phrases.ts'
import type { Message } from './queries.ts'
import { Said } from './said.tsx'
import type { Talk } from './talk.ts'

type View = Omit<Visit, 'db'>

interface ThreadProps {
  visit: View
  talk: Talk
  /** The page it stands on, without language prefix: there earlier messages are found, and what arrives. */
  at: string
}

/**
 * What was said, oldest first; one's own stands at the other side and can be taken back while it is held. What is said meanwhile
 * appears by itself.
 */
export function Thread({ visit, talk, at }: ThreadProps) {
  const t = messagePhrases(visit.language)
  const { conversationId, messages, files, firstNew, earlierThan, past, mark } = talk
  const follows = conversationId !== null && !past
  return (
    <div
      id="thread"
      class="stack"
      data-live={follows ? `conversation:${conversationId}` : undefined}
      data-mark={follows ? mark : undefined}
      data-from={follows ? href(visit, at) : undefined}
      data-say={follows ? lastWords(messages.at(-1), t) : undefined}
    >
      {earlierThan && (
        <p>
          <a href={href(visit, `${at}?before=${earlierThan}#thread`)}>{t.earlier}</a>
        </p>
      )}
      {messages.length === 0 && <p class="muted">{past ? t.nothing_earlier : t.nothing_said}</p>}
      {messages.length > 0 && <Entries visit={visit} messages={messages} files={files} firstNew={firstNew} />}
      {past && (
        <p>
          <a href={href(visit, `${at}#thread`)}>{t.newest}</a>
        </p>
      )}
    </div>
  )
}

interface EntriesProps extends Pick<Talk, 'messages' | 'files' | 'firstNew'> {
  visit: View
}

/** The messages themselves. */
export function Entries({ visit, messages, files, firstNew }: EntriesProps) {
  const t = messagePhrases(visit.language)
  return (
    <ol class="plain-list thread">
      {messages.map((message) => (
        <li key={message.id} class={message.own ? 'own' : undefined}>
          {message.id === firstNew && (
            <p class="new-from">
              <span>{t.new_from}</span>
            </p>
          )}
          <Entry visit={visit} message={message} files={files.get(message.id) ?? []} />
        </li>
      ))}
    </ol>
  )
}

// What a screen reader hears when something arrived.
function lastWords(last: Message | undefined, t: ReturnType<typeof messagePhrases>): string | undefined {
  if (!last || (last.own && last.seconds_left > 0)) return undefined
  return last.own ? t.say_delivered : t.say_new(last.author_name)
}

function Entry({ visit, message, files }: { visit: View; message: Message; files: Attachment[] }) {
  const t = messagePhrases(visit.language)
  return (
    <article class="message" id={`m-${message.id}`} aria-labelledby={`m-${message.id}-by`}>
      <header>
        <h3 id={`m-${message.id}-by`}>{message.own ? t.you : message.author_name}</h3>
        {message.by_staff && <Badge>{t.by_broker}</Badge>}
        <span class="small muted">
          <Time at={message.written_at} />
        </span>
      </header>
      {message.body && <Said text={message.body} />}
      <Attachments visit={visit} files={files} />
      {message.own && message.seconds_left > 0 && (
        <footer>
          <span class="small muted">{t.held(message.seconds_left)}</span>
          <PostForm visit={visit as Visit} path={`/messages/${message.id}/take-back`}>
            <Button icon="undo-2">{t.take_back}</Button>
          </PostForm>
        </footer>
      )}
    </article>
  )
}

export interface Answer {
  /** The id that the answer will have, so that sending it twice says it once. */
  id: string
  body: string
  files: Files
  error?: string | undefined
}

interface ComposeProps {
  visit: View
  /** Where the answer is posted to. */
  path: string
  answer: Answer
  /** «Antwort» unless it is the first thing that is said. */
  label?: string | undefined
  hint?: string | undefined
  /** Hidden fields that say where it belongs. */
  children?: ComponentChildren
  /** What is set besides, before it is sent. */
  below?: ComponentChildren
  /** Where the script says that somebody is writing (behaviours/typing.ts). */
  typing?: string | undefined
  /** The id of the text modules that «/» opens. */
  slash?: string | undefined
}

/** The field for an answer at the foot of a conversation. */
export function Compose({
  visit,
  path,
  answer: { id, body, files, error },
  label,
  hint,
  children,
  below,
  typing,
  slash,
}: ComposeProps) {
  const t = messagePhrases(visit.language)
  return (
    <UploadForm visit={visit} path={path} id="answer" dirty typing={typing}>
      <input type="hidden" name="_id" value={id} />
      {children}
      <TextArea
        name="body"
        label={label ?? t.answer}
        hint={hint ? `${hint} ${t.hold_hint}` : t.hold_hint}
        value={body}
        error={error}
        rows={4}
        maxlength={longestBody}
        slash={slash}
      />
      <AttachmentField visit={visit} files={files} />
      {below}
      <div class="row">
        <Button kind="primary" icon="send">
          {t.send}
        </Button>
        <span class="small muted js-only by-key">
          <kbd>{t.key_ctrl}</kbd> + <kbd>{t.key_enter}</kbd>
        </span>
      </div>
    </UploadForm>
  )
}

/** What is wrong with an answer, for the summary on top of its page. */
export function answerErrors({ error, files }: Answer): { field: string; message: string }[] {
  const said = error ? [{ field: 'body', message: error }] : []
  return [...said, ...files.errors.map((message) => ({ field: 'files', message }))]
}
