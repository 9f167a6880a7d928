import { randomBytes } from 'node:crypto'
import { addressKey, type Bucket } from '../../platform/attempts.ts'
import { cookieName } from '../../platform/cookies.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { sameText, sign } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'

const days = 180
type Browser = Pick<Visit, 'services' | 'brokerage' | 'cookies'>

/**
 * Whether this browser has signed in with this address before (security.md A4). It then has a counter of its own, so that
 * nobody elsewhere can keep its owner out. The cookie remembers up to five people, each entry signed for one address.
 */
export function recogniseDevice(visit: Browser, email: string): Bucket | null {
  const entry = entries(visit).find((one) => isFor(visit, one, email))
  return entry ? { name: `device:${sign(visit.services.keys.ledger, entry)}`, limit: 10, minutes: 15 } : null
}

/** The cookie that lets this browser be recognised the next time the address signs in. */
export function rememberDevice(visit: Browser, email: string): SetCookie {
  const issued = `${Math.floor(Date.now() / 1000).toString(36)}-${randomBytes(9).toString('hex')}`
  const others = entries(visit).filter((one) => !isFor(visit, one, email))
  const value = [`${issued}-${mark(visit, issued, email)}`, ...others].slice(0, 5).join('.')
  return { name: cookieName(visit.services.config, 'device'), value, maxAge: days * 86_400 }
}

function entries(visit: Browser): string[] {
  const value = visit.cookies[cookieName(visit.services.config, 'device')] ?? ''
  return value.length <= 600 ? value.split('.').filter(Boolean) : []
}

function isFor(visit: Browser, entry: string, email: string): boolean {
  const match = /^(([0-9a-z]+)-[0-9a-f]{18})-([\w-]{43})$/.exec(entry)
  if (!match || Number.parseInt(match[2]!, 36) < Date.now() / 1000 - days * 86_400) return false
  return sameText(match[3]!, mark(visit, match[1]!, email))
}

function mark(visit: Browser, issued: string, email: string): string {
  return sign(visit.services.keys.device, `${visit.brokerage.id} ${issued} ${addressKey(email)}`)
}
