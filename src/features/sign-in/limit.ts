import { allOf } from '../../platform/all-of.ts'
import { countsOnly, reserve, sourceBucket } from '../../platform/attempts.ts'
import { asBrokerage } from '../../platform/db.ts'
import type { Route } from '../../platform/routes.ts'

const perMinute = 100

/**
 * Counts what one place asks of the password paths, good or bad: 100 requests a minute (security.md A5), then the neutral page
 * 429 with Retry-After. For gate routes; the count has a short transaction of its own.
 */
export function limited(handle: Route['handle']): Route['handle'] {
  return async (visit, request) => {
    const { database, keys } = visit.services
    const bucket = sourceBucket(keys.ledger, 'requests', visit.ip, perMinute, 1)
    await asBrokerage(database.gate, visit.brokerage.id, (db) =>
      allOf([countsOnly(db), reserve(db, visit.brokerage.id, [bucket])]),
    )
    return handle(visit, request)
  }
}
