import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Visitor } from './visitor.ts'

interface Options {
  challenge: string
  rp?: { id: string }
  rpId?: string
  user?: { id: string }
}
interface Passkey {
  id: Buffer
  key: KeyObject
  user: string
  counter: number
}

/** A passkey device in a few lines (WebAuthn, ES256, attestation «none»): what a browser would send for the form of the last page. */
export class Authenticator {
  readonly passkeys: Passkey[] = []
  /** Whether it has asked its owner for a finger or a PIN. */
  verifies = true
  origin = 'http://6323.localhost:4600'

  /** Answers the form that asks for a new passkey. */
  create(visitor: Visitor, path: string): string {
    const options = optionsOf(visitor, path)
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const id = randomBytes(32)
    this.passkeys.push({ id, key: privateKey, user: options.user!.id, counter: 0 })
    const { x, y } = publicKey.export({ format: 'jwk' })
    const cose = Buffer.concat([
      ...[Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]), Buffer.from(x!, 'base64url')],
      ...[Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y!, 'base64url')],
    ])
    const data = Buffer.concat([this.data(options.rp!.id, 0x40, 0), Buffer.alloc(16), Buffer.from([0, 32]), id, cose])
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      ...[Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'), Buffer.from([0x67])],
      ...[Buffer.from('attStmt'), Buffer.from([0xa0, 0x68]), Buffer.from('authData'), Buffer.from([0x58, data.length]), data],
    ])
    return this.answer(id, {
      clientDataJSON: this.clientData('webauthn.create', options.challenge),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** Answers the form that asks for a passkey: with the last one made, or with the one given. */
  get(visitor: Visitor, path: string, passkey = this.passkeys.at(-1)!): string {
    const options = optionsOf(visitor, path)
    const data = this.data(options.rpId!, 0, ++passkey.counter)
    const clientDataJSON = this.clientData('webauthn.get', options.challenge)
    const signed = Buffer.concat([data, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()])
    return this.answer(passkey.id, {
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, passkey.key).toString('base64url'),
      userHandle: passkey.user,
    })
  }

  private data(host: string, flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const present = 0x01 | (this.verifies ? 0x04 : 0)
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags | present]), count])
  }

  private clientData(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })).toString('base64url')
  }

  private answer(id: Buffer, response: object): string {
    const name = id.toString('base64url')
    return JSON.stringify({ id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response })
  }
}

function optionsOf(visitor: Visitor, path: string): Options {
  const form = [...visitor.html.matchAll(/<form\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`action="${path}"`) && tag.includes('data-options'))
  const options = /data-options="([^"]*)"/.exec(form ?? '')?.[1]
  if (!options) throw new Error(`no passkey is asked for at ${path}`)
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Options
}
