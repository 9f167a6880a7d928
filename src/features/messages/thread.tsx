import type { Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Button } from '../../ui/components/Button.tsx'
import { TextArea } from '../../ui/components/TextArea.tsx'
import { Time } from '../../ui/components/Time.tsx'
import { PostForm } from '../house/form.tsx'
import { longestBody } from './input.ts'
import { messagePhrases } from './phrases.ts'
import type { Message } from './queries.ts'

type View = Omit<Visit, 'db'>

/** What was said, oldest first; one's own stands at the other side and can be taken back while it is held. */
export function Thread({ visit, messages }: { visit: View; messages: Message[] }) {
  const t = messagePhrases(visit.language)
  if (messages.length === 0) return <p class="muted">{t.nothing_said}</p>
  return (
    <ol class="plain-list thread">
      {messages.map((message) => (
        <li key={message.id} class={message.own ? 'own' : undefined}>
          <Said visit={visit} message={message} />
        </li>
      ))}
    </ol>
  )
}

function Said({ visit, message }: { visit: View; message: Message }) {
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
      <p class="said">{message.body}</p>
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

interface ComposeProps {
  visit: View
  /** Where the answer is posted to. */
  path: string
  id: string
  body: string
  error?: string | undefined
}

/** The field for an answer at the foot of a conversation. */
export function Compose({ visit, path, id, body, error }: ComposeProps) {
  const t = messagePhrases(visit.language)
  return (
    <PostForm visit={visit as Visit} path={path} class="form" id="answer">
      <input type="hidden" name="_id" value={id} />
      <TextArea
        name="body"
        label={t.answer}
        hint={t.hold_hint}
        value={body}
        error={error}
        rows={5}
        maxlength={longestBody}
        required
      />
      <div class="row">
        <Button kind="primary" icon="send">
          {t.send}
        </Button>
      </div>
    </PostForm>
  )
}
