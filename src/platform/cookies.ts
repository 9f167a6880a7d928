import type { Config } from './config.ts'

const names = { session: 's', remember: 'r', device: 'dev', visitor: 'v', pageSize: 'n', challenge: 'ch', codes: 'rc' } as const

/**
 * The name of one of our cookies: `__Host-…` wherever the portal speaks https (ASVS 3.3.1). The demonstration on plain http
 * leaves the prefix away, because browsers refuse it there.
 */
export function cookieName(config: Pick<Config, 'scheme'>, key: keyof typeof names): string {
  return config.scheme === 'https' ? `__Host-${names[key]}` : names[key]
}
