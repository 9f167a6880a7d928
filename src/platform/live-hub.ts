import type { listen } from './live-listener.ts'
import { end, type Stream } from './live-stream.ts'
import type { Services } from './visit.ts'

/** The open pages of this process, and what looks after them. */
export interface Hub {
  services: Services
  streams: Set<Stream>
  /** By `brokerage kind id`, as the database says what changed. */
  byKey: Map<string, Set<Stream>>
  /** Who waits to be looked after, and how many are at the moment. */
  queue: Stream[]
  looking: number
  timers: Set<NodeJS.Timeout>
  /** Opened with the first page. */
  listener: ReturnType<typeof listen> | null
  beatAt: number
  warnedAt: number
  closed: boolean
}

const hubs = new WeakMap<Services, Hub>()

/** The hub of this process; there is one for as long as its services live. */
export function hubOf(services: Services): Hub {
  let hub = hubs.get(services)
  if (!hub) {
    hub = {
      services,
      streams: new Set(),
      byKey: new Map(),
      queue: [],
      looking: 0,
      timers: new Set(),
      listener: null,
      beatAt: Date.now(),
      warnedAt: 0,
      closed: false,
    }
    hubs.set(services, hub)
  }
  return hub
}

function keysOf({ visit, followed, sessionId, actorId }: Stream): string[] {
  const keys = [...followed.map(({ topic, id }) => `${topic.kind} ${id}`), `person ${actorId}`, `session ${sessionId}`]
  return keys.map((key) => `${visit.brokerage.id} ${key}`)
}

/** From now on the stream is woken. */
export function register(hub: Hub, stream: Stream) {
  hub.streams.add(stream)
  for (const key of keysOf(stream)) {
    const there = hub.byKey.get(key)
    if (there) there.add(stream)
    else hub.byKey.set(key, new Set([stream]))
  }
}

/** It is not woken any more. */
export function forget(hub: Hub, stream: Stream) {
  hub.streams.delete(stream)
  for (const key of keysOf(stream)) {
    const there = hub.byKey.get(key)
    there?.delete(stream)
    if (there?.size === 0) hub.byKey.delete(key)
  }
}

/** The last word of a stream: the page closes it, and does not come back by itself. */
export const restWord = 'event: rest\ndata:\n\n'

/** Ends a stream for good: its page asks for another one when it is looked at again. */
export function rest(hub: Hub, stream: Stream) {
  forget(hub, stream)
  end(stream, restWord)
}

/** Work for later, unless the process ends before. */
export function later(hub: Hub, milliseconds: number, work: () => void) {
  const timer = setTimeout(() => {
    hub.timers.delete(timer)
    work()
  }, milliseconds).unref()
  hub.timers.add(timer)
}
