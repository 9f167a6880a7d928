import { safeReturn } from '../../platform/origin-check.ts'
import { type Reply, redirect, type SetCookie } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'

/** Where somebody comes to who has signed in: checked again at its use (S8), and never back to the sign-in itself. */
export function afterSignIn(visit: Pick<Visit, 'language'>, returnurl: string): string {
  const target = safeReturn(returnurl)
  return target && !/\/(portallogin|second-step|sign-out)(\?|$)/i.test(target) ? target : href(visit, '/')
}

/** On to what was asked for, by way of the terms where newer ones wait. */
export function goOn(visit: Visit, returnurl: string, entered: { cookies: SetCookie[]; termsDue: boolean }): Reply {
  const target = afterSignIn(visit, returnurl)
  const to = entered.termsDue ? href(visit, `/terms/accept?returnurl=${encodeURIComponent(target)}`) : target
  return redirect(to, { cookies: entered.cookies })
}
