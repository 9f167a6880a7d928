import type { Customer, Staff } from '../../platform/actor.ts'
import { cookieName } from '../../platform/cookies.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { seal, unseal } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'

// New codes travel to the page that shows them in a sealed cookie, as a new calendar address does: in no URL, no history and no log.
const maxAge = 900

/** The cookie that shows new codes for a quarter of an hour, or until they were put away. */
export function showCodes(visit: Pick<Visit, 'services'>, person: Customer | Staff, codes: string[]): SetCookie {
  const value = seal(visit.services.keys.factor, { loginId: person.loginId, codes, until: Date.now() + maxAge * 1000 })
  return { name: cookieName(visit.services.config, 'codes'), value, maxAge }
}

/** Takes it away again. */
export function codesShown(visit: Pick<Visit, 'services'>): SetCookie {
  return { name: cookieName(visit.services.config, 'codes'), value: null }
}

/** The codes that were just made for this person, or null where there is nothing (any more) to show. */
export function codesToShow(visit: Pick<Visit, 'services' | 'cookies'>, person: Customer | Staff): string[] | null {
  const sealed = visit.cookies[cookieName(visit.services.config, 'codes')]
  if (!sealed) return null
  try {
    const kept = unseal<{ loginId: string; codes: string[]; until: number }>(visit.services.keys.factor, sealed)
    return kept.loginId === person.loginId && kept.until > Date.now() ? kept.codes : null
  } catch {
    return null
  }
}
