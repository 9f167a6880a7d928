import { sql } from 'kysely'
import { allOf } from './all-of.ts'
import type { Db } from './db.ts'
import { canonicalEmail } from './email.ts'
import { Refusal } from './errors.ts'
import { sign } from './secrets.ts'

/**
 * A counter of tries. With `minutes` it allows `limit` tries in that time. Without, it counts consecutive failures: five are
 * free, then each costs a growing wait, and at `limit` the door stays shut until it is reset (security.md A3).
 */
export interface Bucket {
  name: string
  limit: number
  minutes: number | null
}

const free = 5
const longestWait = 900

/** The counter of an address, also of one that nobody has (A1). The address itself is not stored. */
export function addressBucket(ledgerKey: Buffer, email: string): Bucket {
  return { name: `address:${sign(ledgerKey, addressKey(email))}`, limit: 100, minutes: null }
}

/** The counter of where requests come from: an IPv4 address or an IPv6 /64 (A5). */
export function sourceBucket(ledgerKey: Buffer, kind: string, ip: string, limit: number, minutes: number): Bucket {
  return { name: `${kind}:${sign(ledgerKey, network(ip))}`, limit, minutes }
}

/** What stands for an address in counters and logs: the canonical form, or the text itself where it is no address. */
export function addressKey(email: string): string {
  return canonicalEmail(email) ?? email.normalize('NFKC').trim().toLowerCase().slice(0, 254)
}

// `::1` and `2001:db8:0:1::7` both have their first four groups in the /64; a v4 address in v6 clothes stays itself.
function network(ip: string): string {
  const v4 = /(\d+\.\d+\.\d+\.\d+)$/.exec(ip)
  if (v4) return v4[1]!
  const [head = '', tail = ''] = ip.split('::')
  const groups = head ? head.split(':') : []
  const rest = ip.includes('::') && tail ? tail.split(':') : []
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':')
}

/**
 * Counts a try in every bucket before it is evaluated, each in one atomic step (A6). Throws Refusal 429 with the seconds to
 * wait when one of them is full; the caller's transaction rolls back, so that a refused try counts nowhere.
 */
export async function reserve(db: Db, brokerageId: string, buckets: Bucket[]): Promise<void> {
  const counted = await allOf(
    buckets.map((bucket) => (bucket.minutes === null ? count(db, brokerageId, bucket) : countInWindow(db, brokerageId, bucket))),
  )
  const full = buckets.find((_, at) => counted[at]!.rows.length === 0)
  if (full) throw new Refusal(429, await secondsLeft(db, brokerageId, full))
}

/**
 * Nobody waits until the disk has what this transaction counts: a power cut may forget the tries of the last moment, and nothing
 * else may be written in it.
 */
export async function countsOnly(db: Db): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true)`.execute(db)
}

function count(db: Db, brokerageId: string, { name, limit }: Bucket) {
  return sql`insert into attempt as a (brokerage_id, bucket, failures) values (${brokerageId}, ${name}, 1)
    on conflict (brokerage_id, bucket) do update set failures = a.failures + 1, updated_at = now(),
      blocked_until = case when a.failures + 1 >= ${free}::int
        then now() + least(${longestWait}::int, power(2, least(a.failures + 1 - ${free}::int, 20))) * interval '1 second' end
    where a.failures < ${limit}::int and (a.blocked_until is null or a.blocked_until <= now())
    returning failures`.execute(db)
}

// Here blocked_until is the end of the window.
function countInWindow(db: Db, brokerageId: string, { name, limit, minutes }: Bucket) {
  return sql`insert into attempt as a (brokerage_id, bucket, failures, blocked_until)
    values (${brokerageId}, ${name}, 1, now() + make_interval(mins => ${minutes}::int))
    on conflict (brokerage_id, bucket) do update set updated_at = now(),
      failures = case when a.blocked_until > now() then a.failures + 1 else 1 end,
      blocked_until = case when a.blocked_until > now() then a.blocked_until else now() + make_interval(mins => ${minutes}::int) end
    where a.failures < ${limit}::int or a.blocked_until is null or a.blocked_until <= now()
    returning failures`.execute(db)
}

async function secondsLeft(db: Db, brokerageId: string, bucket: Bucket): Promise<number> {
  const { rows } = await sql<{ seconds: number | null }>`
    select ceil(extract(epoch from blocked_until - now()))::int as seconds from attempt
    where brokerage_id = ${brokerageId} and bucket = ${bucket.name}`.execute(db)
  return Math.max(1, rows[0]?.seconds ?? longestWait)
}

/** A success: consecutive failures are forgotten; a window gets back the one try that was none. */
export async function forgive(db: Db, brokerageId: string, buckets: Bucket[]): Promise<void> {
  for (const { name, minutes } of buckets) {
    if (minutes === null) {
      await db.deleteFrom('attempt').where('brokerage_id', '=', brokerageId).where('bucket', '=', name).execute()
    } else {
      await sql`update attempt set failures = greatest(failures - 1, 0)
        where brokerage_id = ${brokerageId} and bucket = ${name}`.execute(db)
    }
  }
}
