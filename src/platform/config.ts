import { resolve } from 'node:path'
import * as z from 'zod'
import type { ClamdAddress } from './clamd.ts'
import type { S3Settings } from './files-s3.ts'
import { StartError } from './start-error.ts'

const environment = z.object({
  // Demonstration is what a fresh checkout starts in; production is an explicit decision (docs/operations.md).
  DOSSIER_MODE: z.enum(['demo', 'production']).default('demo'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4600),
  BIND: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DOSSIER_SECRET: z.string().min(32).optional(),
  PUBLIC_SCHEME: z.enum(['http', 'https']).optional(),
  PUBLIC_PORT: z.coerce.number().int().optional(),
  TRUSTED_PROXIES: z.string().default(''),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^/?#@]+\/?$/, 'an address like https://s3.example.ch')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/:@]+(:\d{1,5})?|unix:\/.+)$/, 'an address like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl')
    .optional(),
  INLINE_WORKER: z.enum(['yes', 'no']).default('yes'),
  ALLOW_UNPATCHED_PG: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Config = ReturnType<typeof readConfig>

/**
 * Reads the environment once, typed and frozen. Throws a StartError that names the variable and what it accepts.
 * `https` is the scheme of every link and cookie in production; only the demonstration speaks plain http on this machine.
 */
export function readConfig(env: Record<string, string | undefined>, root: string) {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new StartError(`The setting ${issue.path.join('.')} cannot be used: ${issue.message}. See docs/operations.md.`)
  }
  const e = parsed.data
  const production = e.DOSSIER_MODE === 'production'
  const scheme = e.PUBLIC_SCHEME ?? (production ? 'https' : 'http')
  if (production && scheme !== 'https') {
    throw new StartError('PUBLIC_SCHEME must be https in production: sign-in cookies are sent over encrypted connections only.')
  }
  return Object.freeze({
    root,
    production,
    port: e.PORT,
    bind: e.BIND,
    dataDir: resolve(root, e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    secret: e.DOSSIER_SECRET ?? null,
    scheme: scheme as 'http' | 'https',
    // The port that links carry; null where the scheme's own port is meant.
    publicPort: e.PUBLIC_PORT ?? (production ? null : e.PORT),
    trustedProxies: e.TRUSTED_PROXIES.split(',')
      .map((p) => p.trim())
      .filter(Boolean),
    smtpUrl: e.SMTP_URL ?? null,
    s3: s3Settings(e),
    // The virus scanner; null where none is set up.
    clamd: e.CLAMD_URL === undefined ? null : clamdAddress(e.CLAMD_URL),
    inlineWorker: e.INLINE_WORKER === 'yes',
    allowUnpatchedDatabase: e.ALLOW_UNPATCHED_PG === '1',
    logLevel: e.LOG_LEVEL,
  })
}

// Nothing of it: files lie in the folder. All of it: in the bucket. A half is a mistake that must not end in the wrong place.
function s3Settings(e: z.output<typeof environment>): S3Settings | null {
  const named = {
    S3_ENDPOINT: e.S3_ENDPOINT,
    S3_BUCKET: e.S3_BUCKET,
    S3_ACCESS_KEY_ID: e.S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY: e.S3_SECRET_ACCESS_KEY,
  }
  const missing = Object.entries(named).filter(([, value]) => value === undefined)
  if (missing.length === Object.keys(named).length) return null
  if (missing.length > 0)
    throw new StartError(`For files in S3 the setting ${missing[0]![0]} is missing. See docs/operations.md.`)
  return {
    endpoint: e.S3_ENDPOINT!,
    bucket: e.S3_BUCKET!,
    region: e.S3_REGION,
    accessKeyId: e.S3_ACCESS_KEY_ID!,
    secretAccessKey: e.S3_SECRET_ACCESS_KEY!,
  }
}

function clamdAddress(url: string): ClamdAddress {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) }
  const [host, port] = url.slice('tcp://'.length).split(':')
  return { host: host!, port: Number(port ?? 3310) }
}
