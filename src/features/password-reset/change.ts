import type { Actor } from '../../platform/actor.ts'
import { asBrokerage } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { hashPassword } from '../../platform/password.ts'
import type { SetCookie } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { recordFailure } from '../sign-in/changes.ts'
import { forgetCookie } from '../sign-in/remember.ts'
import { endAllSessions, openSession, sessionCookie, wayOf } from '../sign-in/sessions.ts'
import { passed, verifyPassword } from '../sign-in/verify.ts'
import { revokeResets, storePassword, tellOfNewPassword } from './changes.ts'

/**
 * Changes the password of whoever is signed in, against the present one (P7). Every session, «angemeldet bleiben» and open
 * link ends; the cookies are a new session for this browser. Null when the present password does not fit; throws Refusal 429
 * during a wait. For gate routes; the new password has been judged by `newPasswordErrors` before.
 */
export async function changePassword(visit: Visit, present: string, next: string): Promise<SetCookie[] | null> {
  const { services, brokerage } = visit
  const actor = visit.actor as Exclude<Actor, { kind: 'visitor' }>
  const verified = await verifyPassword(visit, actor.email, present)
  const fits = verified?.account.loginId === actor.loginId
  const hash = fits ? await hashPassword(next) : null
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    if (!verified || hash === null) {
      await recordFailure(db, visit, 'change_password', actor.email, actor.loginId)
      return null
    }
    const [accountId, staffId] = actor.kind === 'customer' ? [actor.id, null] : [null, actor.id]
    const companyId = actor.kind === 'customer' ? actor.companyId : null
    await passed(db, brokerage.id, verified)
    await storePassword(db, brokerage.id, actor.loginId, hash)
    await revokeResets(db, brokerage.id, actor.loginId)
    const way = await wayOf(db, brokerage.id, actor.sessionId)
    await endAllSessions(db, brokerage.id, actor.loginId)
    const { token } = await openSession(db, brokerage, {
      ...{ loginId: actor.loginId, accountId, staffId },
      ...{ host: visit.host, userAgent: visit.userAgent, source: visit.ip, way },
    })
    await tellOfNewPassword(db, services, brokerage, { ...actor, accountId, companyId })
    await recordEvent(db, brokerage, actor, {
      ...{ verb: 'login.password_changed', subjectKind: 'login', subjectId: actor.loginId, companyId },
      details: { by: 'present password' },
    })
    return [sessionCookie(services, token), forgetCookie(services)]
  })
}
