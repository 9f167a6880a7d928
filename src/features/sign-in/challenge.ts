import { sql } from 'kysely'
import { cookieName } from '../../platform/cookies.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'

/** So many wrong codes, then the password is asked for again (security.md A11). */
export const mostTries = 5

interface NewChallenge {
  account: { loginId: string }
  known: boolean
  failures: number
  stay: boolean
}
type Browser = Pick<Visit, 'services' | 'brokerage' | 'cookies' | 'host'>

/** Keeps that the password was right, for ten minutes; the cookie stands for nothing but the second step. */
export async function openChallenge(
  db: Db,
  visit: Browser,
  { account, known, failures, stay }: NewChallenge,
): Promise<SetCookie> {
  const { token, hash } = newToken()
  await db
    .insertInto('sign_in_challenge')
    .values({
      ...{ brokerage_id: visit.brokerage.id, id: newId(), token_hash: hash, login_id: account.loginId, host: visit.host },
      ...{ stays: stay, known_device: known, failures_before: failures },
    })
    .execute()
  return { name: cookieName(visit.services.config, 'challenge'), value: token, maxAge: 600 }
}

/** The cookie that takes the challenge out of the browser. */
export function endedChallenge(visit: Pick<Visit, 'services'>): SetCookie {
  return { name: cookieName(visit.services.config, 'challenge'), value: null }
}

/** What waits for its second step in this browser; null when nothing does (any more). */
export async function findChallenge(db: Db, visit: Browser) {
  const token = visit.cookies[cookieName(visit.services.config, 'challenge')]
  if (!token) return null
  const found = await db
    .selectFrom('sign_in_challenge')
    .select(['id', 'login_id', 'stays', 'known_device', 'failures_before', 'tries'])
    .where('brokerage_id', '=', visit.brokerage.id)
    .where('token_hash', '=', tokenHash(token))
    .where('host', '=', visit.host)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('tries', '<', mostTries)
    .executeTakeFirst()
  return found ?? null
}
export type Challenge = NonNullable<Awaited<ReturnType<typeof findChallenge>>>

/** Counts a try before it is evaluated, in one step: of thirty at once five are. Null when none is left. */
export async function countTry(db: Db, brokerageId: string, challenge: Challenge): Promise<number | null> {
  const counted = await db
    .updateTable('sign_in_challenge')
    .set({ tries: sql`tries + 1` })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', challenge.id)
    .where('ended_at', 'is', null)
    .where('tries', '<', mostTries)
    .returning('tries')
    .executeTakeFirst()
  return counted?.tries ?? null
}

/** The second step is done, once. */
export async function endChallenge(db: Db, brokerageId: string, challenge: Challenge): Promise<boolean> {
  const ended = await db
    .updateTable('sign_in_challenge')
    .set({ ended_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', challenge.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
