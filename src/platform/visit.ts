import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import type { AccountManager, Actor, Brokerage } from './actor.ts'
import type { Config } from './config.ts'
import type { Database, Db } from './db.ts'
import type { FileStore } from './files.ts'
import { pathPrefixes } from './language.ts'
import type { Language } from './phrases.ts'
import { derivedKey, sign } from './secrets.ts'

/** What lives as long as the process: configuration, pools and keys. Nothing about a person. */
export interface Services {
  config: Config
  database: Database
  files: FileStore
  keys: { form: Buffer; device: Buffer; ledger: Buffer; mail: Buffer; factor: Buffer }
  /** The port that links of the demonstration carry; known once the server listens. */
  publicPort: number | null
  log: FastifyBaseLogger | Console
}

/** Derives the keys, one per purpose, from the installation's secret. */
export function keysOf(secret: Buffer): Services['keys'] {
  return {
    form: derivedKey(secret, 'form tokens'),
    device: derivedKey(secret, 'device cookies'),
    ledger: derivedKey(secret, 'failure ledger'),
    mail: derivedKey(secret, 'sealed mail parts'),
    factor: derivedKey(secret, 'second factors'),
  }
}

/** One request of one person, inside one transaction. Handlers get nothing else. */
export interface Visit {
  services: Services
  db: Db
  brokerage: Brokerage
  actor: Actor
  accountManager: AccountManager | null
  language: Language
  /** The host name the request was sent to; a session counts only there (security.md S2). */
  host: string
  /** The address without its language prefix, query included: `/policies?q=1`. */
  address: string
  nonce: string
  /** Which region of the page the script asked for, if any. */
  region: string | null
  /** What a page that lost its live stream heard last. */
  lastEvent?: string | null
  /** The browser only looks ahead (Sec-Purpose: prefetch, or HEAD): nothing counts as read by a person. */
  ahead: boolean
  /** The part of a file that is asked for, and the entity tag it must still have; as sent. */
  range: { bytes: string; ifTag: string | null } | null
  ip: string
  userAgent: string
  cookies: Record<string, string | undefined>
  /** Ties form tokens to the session, or to the visitor's own random cookie before sign-in. */
  formSecret: string
}

/** The address of one of our paths in the visit's language: `/policies` → `/de-de/policies`. */
export function href(visit: Pick<Visit, 'language'>, path: string): string {
  return `/${pathPrefixes[visit.language]}${path === '/' ? '/' : path}`
}

/** The hidden value a POST form to `path` must carry (security.md S6b); it fits this session and this form only. */
export function formToken(visit: Pick<Visit, 'services' | 'formSecret'>, path: string): string {
  return sign(visit.services.keys.form, `${visit.formSecret} ${path.split('?')[0]}`)
}

/** `https://6323.portal.example.ch`: where mails link to — from the brokerage's own row, never from the request (I8). */
export function origin(services: Pick<Services, 'config' | 'publicPort'>, host: string): string {
  return `${services.config.scheme}://${host}${services.publicPort ? `:${services.publicPort}` : ''}`
}

export type Pools = { app: pg.Pool; gate: pg.Pool }
