import { randomBytes } from 'node:crypto'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { Config } from './config.ts'

/**
 * The headers of every answer (security.md S7). Scripts need the answer's nonce; our own script's parsed pages pass through
 * the Trusted Types policy `portal`. Styles and everything else come from this house only.
 */
export function securityHeaders(config: Pick<Config, 'scheme'>): FastifyHelmetOptions {
  const https = config.scheme === 'https'
  return {
    global: true,
    enableCSPNonces: false,
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  }
}

/** The Content-Security-Policy of one answer; `nonce` is made anew for each. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types portal',
  ].join('; ')
}

/** What no page of ours needs from the browser. */
export const permissionsPolicy = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

let pool = Buffer.alloc(0)

/** 144 random bits for the Content-Security-Policy of one answer; drawn in bulk, because every answer needs some. */
export function nonce(): string {
  if (pool.length < 18) pool = randomBytes(18 * 256)
  const bits = pool.subarray(0, 18).toString('base64')
  pool = pool.subarray(18)
  return bits
}
