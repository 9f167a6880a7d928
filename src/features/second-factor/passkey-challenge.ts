import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { sameText, sign } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'

/** What a challenge was made for: it is worth nothing for anything else. */
export type Purpose = 'sign in' | 'second step' | 'set up' | 'confirm'
type Browser = Pick<Visit, 'services' | 'brokerage' | 'formSecret'>

const minutes = 15

/**
 * A challenge for this browser, this purpose and a quarter of an hour, signed instead of stored: a page that shows a passkey's button
 * writes nothing. base64url.
 */
export function newPasskeyChallenge(visit: Browser, purpose: Purpose): string {
  const until = Math.floor(Date.now() / 1000) + minutes * 60
  const head = `${until.toString(36)}.${randomBytes(16).toString('base64url')}`
  return Buffer.from(`${head}.${mark(visit, purpose, head)}`).toString('base64url')
}

/** Whether a challenge is one of ours, for this, and still good. */
export function isPasskeyChallenge(visit: Browser, purpose: Purpose, challenge: string): boolean {
  const [until, random, signed] = Buffer.from(challenge, 'base64url').toString().split('.')
  if (!until || !random || !signed || !(Number.parseInt(until, 36) > Date.now() / 1000)) return false
  return sameText(signed, mark(visit, purpose, `${until}.${random}`))
}

/** Uses it up: of two who send the same answer one counts, and none later. */
export async function usePasskeyChallenge(db: Db, brokerageId: string, challenge: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_passkey_challenge')
    .values({ brokerage_id: brokerageId, challenge_hash: createHash('sha256').update(challenge).digest() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function mark({ services, brokerage, formSecret }: Browser, purpose: Purpose, head: string): string {
  return sign(services.keys.factor, `passkey ${purpose} ${brokerage.id} ${formSecret} ${head}`)
}
