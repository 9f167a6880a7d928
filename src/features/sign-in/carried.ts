import type { SetCookie } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'

type Kind = 'activation' | 'reset'

// A mail's link gives its token to a cookie at once, so that it stands in no address bar, history or referrer (I4).
const nameOf = (visit: Pick<Visit, 'services'>, kind: Kind) =>
  `${visit.services.config.scheme === 'https' ? '__Host-' : ''}${kind === 'activation' ? 'act' : 'rst'}`

/** The cookie that carries a link's token to its page, for an hour; whatever is no token removes it. */
export function carry(visit: Pick<Visit, 'services'>, kind: Kind, token: unknown): SetCookie {
  const good = typeof token === 'string' && isToken(token)
  return good ? { name: nameOf(visit, kind), value: token, maxAge: 3600 } : { name: nameOf(visit, kind), value: null }
}

/** The token that the browser carries, or null. */
export function carried(visit: Pick<Visit, 'services' | 'cookies'>, kind: Kind): string | null {
  const value = visit.cookies[nameOf(visit, kind)] ?? ''
  return isToken(value) ? value : null
}

const isToken = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text)
