import { Readable } from 'node:stream'
import type { Db } from './db.ts'
import type { Visit } from './visit.ts'

/** One thing that pages can follow: a conversation, a request, what is unread. */
export interface Topic {
  /** As in addresses and in what the database says when it changes: `conversation`. */
  kind: string
  /**
   * How it stands for the actor, as a short text that is another one whenever the page would look otherwise: letters, digits,
   * `.` and `-`. null when it does not exist for the actor: then nothing is ever said about it.
   */
  mark(db: Db, id: string): Promise<string | null>
}

/** A topic that a page shows, and the mark it was drawn with. */
export interface Followed {
  topic: Topic
  id: string
  mark: string
}

/** The open answer of one page. */
export interface Stream {
  visit: Pick<Visit, 'services' | 'brokerage' | 'actor'>
  sessionId: string
  actorId: string
  followed: Followed[]
  /** What is to be looked at with the next look; the session is looked at every time. */
  wanted: Set<Followed>
  queued: boolean
  /** When the session and all topics were last looked at, in milliseconds. */
  lookedAt: number
  body: Readable
}

// Marks are short and rare: whoever does not even read these has gone.
const mostUnread = 32 * 1024

/** A stream that has said nothing yet; `closed` is called once, whoever ends it. */
export function newStream(of: Pick<Stream, 'visit' | 'sessionId' | 'actorId' | 'followed'>, closed: () => void): Stream {
  const body = new Readable({
    read() {},
    destroy(error, done) {
      closed()
      done(error)
    },
  })
  return { ...of, wanted: new Set(), queued: false, lookedAt: Date.now(), body }
}

/** Sends a piece of the answer. */
export function say({ body }: Stream, text: string): void {
  if (body.destroyed || body.readableEnded) return
  if (body.readableLength > mostUnread) body.destroy()
  else body.push(text)
}

/** Tells the page that a topic has another mark now. The id carries all marks, so that a page that comes back misses nothing. */
export function sayChange(stream: Stream, { topic, id, mark }: Followed): void {
  const marks = stream.followed.map(written).join(' ')
  say(stream, `event: change\nid: ${marks}\ndata: ${JSON.stringify({ topic: `${topic.kind}:${id}`, mark })}\n\n`)
}

/** Ends the answer with a last word. */
export function end(stream: Stream, text = ''): void {
  if (stream.body.destroyed || stream.body.readableEnded) return
  if (text) stream.body.push(text)
  stream.body.push(null)
}

/** `conversation:<id>@<mark>`: how a followed topic stands in addresses and event ids. */
export function written({ topic, id, mark }: Followed): string {
  return `${topic.kind}:${id}@${mark}`
}
