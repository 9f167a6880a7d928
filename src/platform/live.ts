import type { Readable } from 'node:stream'
import { Refusal } from './errors.ts'
import { forget, type Hub, hubOf, register, rest } from './live-hub.ts'
import { compare, startLooking } from './live-look.ts'
import { end, type Followed, newStream, type Stream, say } from './live-stream.ts'
import type { Services, Visit } from './visit.ts'

// Live updates of open pages (decision 0040). The database says which row changed, by ids alone; this process then looks, as each
// person whose page follows that row, how it stands for them, and tells the page when that is something else than it shows. A page
// that connects is told at once what it missed: marks are compared, no log is kept. So nothing can be missed or shown to the wrong one.

/** How many open pages. More than a session's or a person's share lets the oldest one rest. */
export const liveLimits = { session: 6, person: 12, process: 4000 }

/**
 * Opens the stream of one page, inside the transaction of its request. What differs from the marks the page was drawn with is the
 * first thing it says. Throws Refusal 503 when the process has too many, or is about to end.
 */
export async function openLive(visit: Visit, followed: Followed[]): Promise<Readable> {
  const { actor } = visit
  if (actor.kind === 'visitor') throw new Error('openLive is for people who are signed in')
  const hub = hubOf(visit.services)
  if (hub.closed || hub.streams.size >= liveLimits.process) throw new Refusal(503, 30)
  startLooking(hub)
  const { services, brokerage } = visit
  const stream: Stream = newStream(
    { visit: { services, brokerage, actor }, sessionId: actor.sessionId, actorId: actor.id, followed },
    () => forget(hub, stream),
  )
  register(hub, stream)
  // When the process ends, its pages must not all come back in the same moment.
  say(stream, `retry: ${2000 + Math.round(Math.random() * 4000)}\n\n`)
  try {
    await compare(visit.db, stream, followed)
  } catch (error) {
    stream.body.destroy()
    throw error
  }
  makeRoom(hub, stream)
  return stream.body
}

// The page that was opened last is the one that is looked at; the oldest rests until it is looked at again.
function makeRoom(hub: Hub, { visit, sessionId, actorId }: Stream) {
  for (const [key, most] of [
    [`session ${sessionId}`, liveLimits.session],
    [`person ${actorId}`, liveLimits.person],
  ] as const) {
    const all = [...(hub.byKey.get(`${visit.brokerage.id} ${key}`) ?? [])]
    for (const old of all.slice(0, Math.max(0, all.length - most))) rest(hub, old)
  }
}

/** How many pages are open here. */
export function liveCount(services: Services): number {
  return hubOf(services).streams.size
}

/** Ends all streams, so that the server can stop at once; pages come back by themselves, to this process or another. */
export async function closeLive(services: Services): Promise<void> {
  const hub = hubOf(services)
  hub.closed = true
  for (const timer of hub.timers) clearTimeout(timer)
  for (const stream of [...hub.streams]) {
    forget(hub, stream)
    end(stream)
  }
  await hub.listener?.stop()
}
