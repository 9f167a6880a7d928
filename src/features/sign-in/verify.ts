import { allOf } from '../../platform/all-of.ts'
import { addressBucket, type Bucket, countsOnly, forgive, reserve, sourceBucket } from '../../platform/attempts.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { passwordFits } from '../../platform/password.ts'
import { tooLong } from '../../platform/password-policy.ts'
import type { Visit } from '../../platform/visit.ts'
import { recogniseDevice } from './device.ts'
import { findSignInAccount, type SignInAccount } from './queries.ts'

export interface Verified {
  account: SignInAccount
  /** This browser has signed in with the address before. */
  known: boolean
  buckets: Bucket[]
}

/**
 * The one verifier of passwords (security.md A1): counts the try, then hashes outside of any transaction, the same work for
 * every address (A7). Null when the password does not fit; then the try stays counted. Throws Refusal 429 while there is a
 * wait, 503 when too many are being hashed. The caller forgives the buckets in its own transaction, with `passed`.
 */
export async function verifyPassword(
  visit: Pick<Visit, 'services' | 'brokerage' | 'cookies' | 'ip'>,
  email: string,
  password: string,
): Promise<Verified | null> {
  const { database, keys } = visit.services
  const device = recogniseDevice(visit, email)
  const buckets = device ? [device] : [addressBucket(keys.ledger, email), sourceBucket(keys.ledger, 'source', visit.ip, 20, 15)]
  const account = await asBrokerage(database.gate, visit.brokerage.id, async (db) => {
    const [found] = await allOf([findSignInAccount(db, email), countsOnly(db), reserve(db, visit.brokerage.id, buckets)])
    return found
  })
  const long = tooLong(password)
  let fits: boolean
  try {
    fits = await passwordFits(long ? '' : password, long ? null : (account?.passwordHash ?? null))
  } catch (error) {
    // Not evaluated, so not counted: a crowd at the door must not shut anybody out.
    await asBrokerage(database.gate, visit.brokerage.id, (db) => forgiveOne(db, visit.brokerage.id, buckets))
    throw error
  }
  return fits && account ? { account, known: device !== null, buckets } : null
}

/** Forgets the failures before a success. */
export async function passed(db: Db, brokerageId: string, verified: Verified): Promise<void> {
  await forgive(db, brokerageId, verified.buckets)
}

function forgiveOne(db: Db, brokerageId: string, buckets: Bucket[]) {
  return forgive(
    db,
    brokerageId,
    buckets.map((bucket) => ({ ...bucket, minutes: bucket.minutes ?? 0 })),
  )
}
