import type { FastifyRequest } from 'fastify'

/**
 * The host name a request was sent to: lower case, without port. null when it is missing, sent twice or unreadable, so that
 * nobody is shown another brokerage's house by a trick with headers (security.md S9). Forwarded hosts are never read.
 */
export function hostName(req: FastifyRequest): string | null {
  let hosts = 0
  for (let i = 0; i < req.raw.rawHeaders.length; i += 2) if (req.raw.rawHeaders[i]!.toLowerCase() === 'host') hosts++
  const host = req.headers.host?.toLowerCase().replace(/:\d{1,5}$/, '')
  return hosts === 1 && host && /^[a-z0-9.-]{1,253}$/.test(host) ? host : null
}

/**
 * True when an unsafe request comes from our own pages (security.md S6a): Sec-Fetch-Site says so, or, where a browser does
 * not send it, Origin or Referer name this host. `same-site` is not enough: other brokerages are siblings on the same site.
 */
export function fromOurPages(req: FastifyRequest): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = req.headers.origin ?? req.headers.referer
  if (typeof from !== 'string') return false
  try {
    return new URL(from).host === req.headers.host?.toLowerCase()
  } catch {
    return false
  }
}

/**
 * A `returnurl` that leads back into this house, or null (security.md S8). Decoded once by the router; nothing that a browser
 * could read as another host passes: backslashes, control characters, `//`, user names.
 */
export function safeReturn(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null
  if (!value.startsWith('/') || value.startsWith('//') || /[\\\u0000-\u0020\u007f]/.test(value)) return null
  const path = value.split(/[?#]/, 1)[0]!
  if (path.includes('//') || path.includes('@')) return null
  try {
    // Encoded once more is encoded to deceive: a decoded slash or backslash must not appear in the path.
    if (/%(2f|5c|00|0a|0d)/i.test(path)) return null
    const url = new URL(value, 'http://house.invalid')
    return url.origin === 'http://house.invalid' ? value : null
  } catch {
    return null
  }
}
