import { sql } from 'kysely'
import type { Db } from './db.ts'
import { type Hub, hubOf, later, rest } from './live-hub.ts'
import { listen } from './live-listener.ts'
import { type Followed, type Stream, say, sayChange } from './live-stream.ts'
import { asSameActor } from './same-actor.ts'
import type { Services } from './visit.ts'

// How a page is looked after: woken by the database, or because nobody has looked for a while, always as its own person.

// In milliseconds: a session that ended, or a role that ran out, is found within a minute even when nobody said so.
const times = { beat: 25_000, lookAgain: 50_000, giveUp: 150_000, sweep: 5_000 }
// What will happen later than this is found by looking again.
const latestTimer = 120_000
const mostTimers = 20_000
// A message is held for 30 seconds: one that was written before this process listened can be seen by then.
const longestHold = 32_000
// A few at a time: the connections to the database are for those who wait for a page.
const atOnce = 3

/** Listens to the database, from the first page on. */
export function startLooking(hub: Hub) {
  if (hub.listener) return
  const url = hub.services.database.app.options.connectionString!
  hub.listener = listen(url, 'dossier_live', {
    heard: (payload) => heard(hub, payload),
    connected() {
      for (const stream of hub.streams) want(hub, stream, stream.followed)
      later(hub, longestHold, () => {
        for (const stream of hub.streams) want(hub, stream, stream.followed)
      })
    },
    broken: (error) => hub.services.log.warn({ err: error }, 'live updates lost their connection to the database'),
  })
  const timer = setInterval(() => sweepLive(hub.services), times.sweep).unref()
  hub.timers.add(timer)
}

function heard(hub: Hub, payload: string) {
  const [brokerage, kind, id, wait] = payload.split(' ')
  const key = `${brokerage} ${kind} ${id}`
  const milliseconds = Number(wait)
  if (!(milliseconds > 0)) wake(hub, key)
  // Kept also where nobody follows it yet: a page may be opened in the meantime.
  else if (milliseconds <= latestTimer && hub.timers.size < mostTimers) later(hub, milliseconds + 50, () => wake(hub, key))
}

function wake(hub: Hub, key: string) {
  const [, kind, id] = key.split(' ')
  for (const stream of hub.byKey.get(key) ?? []) {
    const one = stream.followed.filter(({ topic, id: its }) => topic.kind === kind && its === id)
    // What concerns the person can change everything they see.
    want(hub, stream, one.length > 0 ? one : stream.followed)
  }
}

function want(hub: Hub, stream: Stream, followed: Iterable<Followed>) {
  for (const one of followed) stream.wanted.add(one)
  if (stream.queued) return
  stream.queued = true
  hub.queue.push(stream)
  lookOn(hub)
}

function lookOn(hub: Hub) {
  while (hub.looking < atOnce) {
    const stream = hub.queue.shift()
    if (!stream) return
    hub.looking++
    void look(hub, stream).finally(() => {
      hub.looking--
      lookOn(hub)
    })
  }
}

async function look(hub: Hub, stream: Stream) {
  const wanted = [...stream.wanted]
  stream.wanted.clear()
  stream.queued = false
  if (!hub.streams.has(stream)) return
  const startedAt = Date.now()
  try {
    const stands = await asSameActor(stream.visit, async (db) => {
      if (!(await sessionStands(db, stream.sessionId))) return false
      await compare(db, stream, wanted)
      return true
    })
    if (!stands) rest(hub, stream)
    else if (wanted.length === stream.followed.length) stream.lookedAt = startedAt
  } catch (error) {
    // The database is away: the next sweep tries again, and gives up on whoever it could not look after for too long.
    stream.lookedAt = Math.min(stream.lookedAt, startedAt - times.lookAgain)
    if (startedAt - hub.warnedAt > 60_000) hub.services.log.warn({ err: error }, 'live updates could not look')
    hub.warnedAt = startedAt
  }
}

/** Tells the page of every topic whose mark is another one now. */
export async function compare(db: Db, stream: Stream, followed: Iterable<Followed>) {
  for (const one of followed) {
    const mark = await one.topic.mark(db, one.id)
    if (mark === null || mark === one.mark) continue
    one.mark = mark
    sayChange(stream, one)
  }
}

// An open page is no activity: this does not keep a session alive (security.md S3).
async function sessionStands(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select from session where id = ${id} and coalesce(account_id, staff_id) = access.actor()
    and ended_at is null and expires_at > now() and last_seen_at > now() - interval '30 minutes'`.execute(db)
  return rows.length === 1
}

/** Keeps the lines open and looks again at what has not been looked at for a while. A timer calls it; tests bring their own `now`. */
export function sweepLive(services: Services, now = Date.now()): void {
  const hub = hubOf(services)
  const beats = now - hub.beatAt >= times.beat
  if (beats) hub.beatAt = now
  for (const stream of hub.streams) {
    const age = now - stream.lookedAt
    if (age > times.giveUp) rest(hub, stream)
    else if (age >= times.lookAgain) want(hub, stream, stream.followed)
    if (beats) say(stream, ':\n\n')
  }
}
