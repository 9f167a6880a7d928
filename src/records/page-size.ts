import { cookieName } from '../platform/cookies.ts'
import type { SetCookie } from '../platform/routes.ts'
import type { Visit } from '../platform/visit.ts'
import { isPageSize } from './list-state.ts'

// How many rows a person likes to see is kept in a cookie that says whose it is (decision 0065): whoever signs in next in the
// same browser starts with ten.

const year = 365 * 24 * 3600

/** The size the person last chose, or ten. */
export function usualSize({ services, cookies, actor }: Pick<Visit, 'services' | 'cookies' | 'actor'>): number {
  const [size, owner] = (cookies[cookieName(services.config, 'pageSize')] ?? '').split('.')
  return actor.kind !== 'visitor' && owner === actor.loginId && isPageSize(Number(size)) ? Number(size) : 10
}

/** The cookie that keeps a size which is not the usual one yet. */
export function rememberSize(visit: Pick<Visit, 'services' | 'cookies' | 'actor'>, size: number): SetCookie[] {
  if (visit.actor.kind === 'visitor' || size === usualSize(visit)) return []
  return [{ name: cookieName(visit.services.config, 'pageSize'), value: `${size}.${visit.actor.loginId}`, maxAge: year }]
}
