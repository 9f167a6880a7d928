import { resolve } from 'node:path'
import * as z from 'zod'
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
    inlineWorker: e.INLINE_WORKER === 'yes',
    allowUnpatchedDatabase: e.ALLOW_UNPATCHED_PG === '1',
    logLevel: e.LOG_LEVEL,
  })
}
