import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { explainStart, StartError } from './start-error.ts'

/** The installation's secret: DOSSIER_SECRET, or a key file made at the first start (readable by the owner only). */
export function installationSecret(config: Pick<Config, 'secret' | 'dataDir'>): Buffer {
  if (config.secret) return Buffer.from(config.secret)
  const file = join(config.dataDir, 'secret.key')
  if (!existsSync(file)) makeKeyFile(config.dataDir, file)
  const secret = readKeyFile(file)
  // A start that was cut off may have left it empty: keys from nothing could be guessed.
  if (secret.length < 32) throw new StartError(`The secret in ${file} is too short. Put its copy back, or delete the file.`)
  return secret
}

// Of two that start together the second takes what the first has written.
function makeKeyFile(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!existsSync(file)) throw explainStart(error, folder)
  }
}

function readKeyFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartError(`The secret in ${file} cannot be read (${code}). Give the file to the user that starts Dossier.`)
  }
}

/** A key for one purpose, derived from the installation's secret, so that no two uses share one. 32 bytes. */
export function derivedKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'dossier', purpose, 32))
}

/** A new unguessable token (32 bytes, base64url) and the SHA-256 under which it is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

/** What the database stores of a token. Tokens are random, so a plain SHA-256 is enough (ASVS 11.5.1). */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** HMAC-SHA-256 as base64url; for form tokens, counters of unknown addresses and signed cookies. */
export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Compares two texts without telling by the time taken how far they agree. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Seals a JSON value with AES-256-GCM, so that a queue may carry it; `unseal` gives it back or throws. */
export function seal(key: Buffer, value: unknown): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** The value that `seal` was given; throws when the text was changed or sealed with another key. */
export function unseal<T>(key: Buffer, sealed: string): T {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()) as T
}
