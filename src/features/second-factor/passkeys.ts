import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Customer, Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { origin, type Visit } from '../../platform/visit.ts'
import { noteFactorUse } from './factors.ts'
import { isPasskeyChallenge, newPasskeyChallenge, type Purpose, usePasskeyChallenge } from './passkey-challenge.ts'

type Browser = Pick<Visit, 'services' | 'brokerage' | 'host' | 'formSecret'>

// Loaded with the first passkey: it brings certificates of all kinds along, which nobody needs to show a page.
const webauthn = () => import('@simplewebauthn/server')

/** Passkeys belong to the brokerage's own host name; elsewhere (another name of this machine) they are not offered. */
export const passkeysHere = (visit: Pick<Visit, 'host' | 'brokerage'>) => visit.host === visit.brokerage.host

/** What the browser is asked for to make a passkey for this person; the ones they have are not made again. */
export function creationOptions(visit: Browser, person: Customer | Staff, known: string[]) {
  return {
    rp: { id: visit.host, name: visit.brokerage.name },
    user: {
      id: Buffer.from(person.loginId.replaceAll('-', ''), 'hex').toString('base64url'),
      name: person.email,
      displayName: `${person.firstName} ${person.lastName}`.trim(),
    },
    challenge: newPasskeyChallenge(visit, 'set up'),
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: 300_000,
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
  }
}

/** What the browser is asked for to prove somebody: any passkey of this house, or one of `ids`. */
export function requestOptions(visit: Browser, purpose: Purpose, ids: string[] = []) {
  return {
    rpId: visit.host,
    challenge: newPasskeyChallenge(visit, purpose),
    timeout: 300_000,
    userVerification: 'required',
    allowCredentials: ids.map((id) => ({ type: 'public-key', id })),
  }
}

/** The ids of somebody's passkeys, base64url. */
export async function passkeyIds(db: Db, brokerageId: string, loginId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('second_factor as f')
    .innerJoin('passkey_key as k', (join) =>
      join.onRef('k.brokerage_id', '=', 'f.brokerage_id').onRef('k.factor_id', '=', 'f.id'),
    )
    .select('k.credential_id')
    .where('f.brokerage_id', '=', brokerageId)
    .where('f.login_id', '=', loginId)
    .where('f.removed_at', 'is', null)
    .execute()
  return rows.map(({ credential_id }) => credential_id.toString('base64url'))
}

// Only the shape; what it says the library reads, and it trusts nothing in it.
const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(16_000)
const answered = z.object({
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  response: z.object({
    clientDataJSON: base64url.max(4000),
    authenticatorData: base64url.optional(),
    signature: base64url.optional(),
    userHandle: base64url.nullish(),
    attestationObject: base64url.optional(),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

function read(sent: unknown) {
  if (typeof sent !== 'string' || sent.length > 40_000) return null
  try {
    const answer = answered.safeParse(JSON.parse(sent))
    return answer.success ? answer.data : null
  } catch {
    return null
  }
}

export interface NewPasskey {
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  challenge: string
}

/** What a browser made, if it is right: for this house, this challenge, and with the person's own verification. Null otherwise. */
export async function readNewPasskey(visit: Browser, sent: unknown): Promise<NewPasskey | null> {
  const response = read(sent)
  if (!response?.response.attestationObject) return null
  let challenge = ''
  try {
    const { verified, registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
      ...expected(visit, 'set up', (found) => {
        challenge = found
      }),
      response: response as RegistrationResponseJSON,
      supportedAlgorithmIDs: [-8, -7, -257],
    })
    if (!verified) return null
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return {
      credentialId: Buffer.from(id, 'base64url'),
      publicKey: Buffer.from(publicKey),
      counter,
      transports: transports ?? [],
      challenge,
    }
  } catch {
    return null
  }
}

/**
 * Whose passkey signed, if everything is right; the challenge is used up and the counter kept. It counts as both factors, for the device
 * has made sure of its owner. Null otherwise. `loginId`: it has to be one of this person's.
 */
export async function provePasskey(
  db: Db,
  visit: Browser,
  purpose: Purpose,
  sent: unknown,
  loginId?: string,
): Promise<{ loginId: string; factorId: string } | null> {
  const response = read(sent)
  if (!response?.response.signature || !response.response.authenticatorData) return null
  const key = await passkeyById(db, visit.brokerage.id, Buffer.from(response.id, 'base64url'))
  if (!key || (loginId !== undefined && key.login_id !== loginId)) return null
  const signed = await verify(visit, purpose, response as unknown as AuthenticationResponseJSON, key)
  if (!signed || !(await usePasskeyChallenge(db, visit.brokerage.id, signed.challenge))) return null
  await keepCounter(db, visit.brokerage.id, key.factor_id, signed.counter)
  await noteFactorUse(db, visit.brokerage.id, key.factor_id)
  return { loginId: key.login_id, factorId: key.factor_id }
}

async function verify(
  visit: Browser,
  purpose: Purpose,
  response: AuthenticationResponseJSON,
  key: { public_key: Buffer; counter: number },
): Promise<{ challenge: string; counter: number } | null> {
  let challenge = ''
  try {
    const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
      ...expected(visit, purpose, (found) => {
        challenge = found
      }),
      response,
      credential: { id: response.id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    })
    return verified ? { challenge, counter: authenticationInfo.newCounter } : null
  } catch {
    // The library says by an error which check failed; whoever sent it learns only that it did.
    return null
  }
}

function expected(visit: Browser, purpose: Purpose, note: (challenge: string) => void) {
  return {
    expectedOrigin: origin(visit.services, visit.host),
    expectedRPID: visit.host,
    requireUserVerification: true,
    expectedChallenge(challenge: string) {
      note(challenge)
      return isPasskeyChallenge(visit, purpose, challenge)
    },
  }
}

// Locked, so that of two answers at once the second sees the counter of the first.
async function passkeyById(db: Db, brokerageId: string, credentialId: Buffer) {
  const { rows } = await sql<{ factor_id: string; login_id: string; public_key: Buffer; counter: number }>`
    select k.factor_id, f.login_id, k.public_key, k.counter from passkey_key k
    join second_factor f on f.brokerage_id = k.brokerage_id and f.id = k.factor_id and f.removed_at is null
    where k.brokerage_id = ${brokerageId} and k.credential_id = ${credentialId} for update of k`.execute(db)
  return rows[0]
}

async function keepCounter(db: Db, brokerageId: string, factorId: string, counter: number): Promise<void> {
  await db
    .updateTable('passkey_key')
    .set({ counter })
    .where('brokerage_id', '=', brokerageId)
    .where('factor_id', '=', factorId)
    .execute()
}
