import { sql } from 'kysely'
import type { Customer } from '../../platform/actor.ts'
import { cookieName } from '../../platform/cookies.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { seenElsewhere } from '../../platform/own-accounts.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { asPerson, noteUse } from './changes.ts'
import { rememberAt } from './remember.ts'
import { openSession, sessionCookie, type Way } from './sessions.ts'

/**
 * Goes on at another company of the same person: a new session with a new token takes the place of the present one and ends
 * when that would have ended (security.md S1, S3). Null when the account is not this person's, or the session is over.
 */
export async function switchCompany(
  visit: Omit<Visit, 'db'>,
  person: Customer,
  accountId: string,
): Promise<{ cookies: SetCookie[]; termsDue: boolean } | null> {
  const { services, brokerage } = visit
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const account = await ownAccount(db, brokerage.id, person.loginId, accountId)
    const former = account && (await endOwnSession(db, brokerage.id, person.sessionId))
    if (!account || !former) return null
    const { token, termsDue } = await openSession(db, brokerage, {
      loginId: person.loginId,
      accountId,
      staffId: null,
      host: visit.host,
      userAgent: visit.userAgent,
      source: visit.ip,
      rememberId: former.remember_id,
      until: former.expires_at,
      way: former.way as Way,
      confirmedAt: former.confirmed_at,
    })
    const remembered = visit.cookies[cookieName(services.config, 'remember')]
    await rememberAt(db, brokerage.id, remembered, { loginId: person.loginId, accountId })
    await noteUse(db, brokerage.id, accountId)
    // The company that is left learns nothing of the other one, and the other one not where the person comes from (I10).
    await recordEvent(db, brokerage, asPerson({ ...account, staffId: null, accountId }), {
      verb: 'login.company_entered',
      subjectKind: 'login',
      subjectId: person.loginId,
      companyId: account.companyId,
      details: { source: visit.ip },
    })
    return { cookies: [sessionCookie(services, token)], termsDue }
  })
}

async function ownAccount(db: Db, brokerageId: string, loginId: string, accountId: string) {
  return db
    .selectFrom('portal_account as account')
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .select(['account.company_id as companyId', 'contact.first_name as firstName', 'contact.last_name as lastName'])
    .where('account.brokerage_id', '=', brokerageId)
    .where('account.id', '=', accountId)
    .where('account.login_id', '=', loginId)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
}

// Of two that switch with the same session the second finds it ended.
async function endOwnSession(db: Db, brokerageId: string, sessionId: string) {
  return db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning(['expires_at', 'remember_id', 'way', 'confirmed_at'])
    .executeTakeFirst()
}

const recordInPath = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/

/** The account of the actor's at another company for which the record of an address exists; null for every other address. */
export async function accountFor(visit: Pick<Visit, 'db'>, address: string): Promise<string | null> {
  const id = recordInPath.exec(address.split(/[?#]/, 1)[0]!)?.[1]
  return id ? seenElsewhere(visit.db, id) : null
}

/** The page that says which of the person's companies the present address belongs to; null where it belongs to none. */
export async function elsewherePath(visit: Visit): Promise<string | null> {
  if (!(await accountFor(visit, visit.address))) return null
  return `/profile/company?returnurl=${encodeURIComponent(href(visit, visit.address)).replace(/%2F/g, '%2f')}`
}
