import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** Where clamd listens: `tcp://127.0.0.1:3310` or a socket file. */
export type ClamdAddress = { host: string; port: number } | { path: string }

export type Verdict = { clean: true } | { clean: false; found: string }

const patience = 30_000

/**
 * Sends bytes through clamd (INSTREAM) and says what it found. Exactly `stream: OK` is clean, `… FOUND` is not; anything else, a
 * silence of 30 seconds and a broken connection are errors: then nobody knows (security.md F5).
 */
export async function scanStream(
  address: ClamdAddress,
  bytes: Readable | AsyncIterable<Buffer>,
  wait = patience,
): Promise<Verdict> {
  const answer = await converse(address, bytes, wait)
  if (answer === 'stream: OK') return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found) return { clean: false, found }
  throw new Error(`The virus scanner answered: ${answer.slice(0, 200) || 'nothing'}`)
}

async function converse(address: ClamdAddress, bytes: AsyncIterable<Buffer>, wait: number): Promise<string> {
  const socket = connect({ ...address, timeout: wait })
  const answer = readAnswer(socket)
  // clamd may answer and hang up in the middle of a file that is too long for it: then writing fails, and the answer says why.
  const sent = send(socket, bytes)
  try {
    return await Promise.race([answer, sent.then(() => answer)])
  } catch (error) {
    const said = await Promise.race([answer.catch(() => ''), new Promise<string>((none) => setTimeout(none, 200, ''))])
    if (said) return said
    throw error
  } finally {
    sent.catch(() => {})
    answer.catch(() => {})
    socket.destroy()
  }
}

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
      const end = text.indexOf('\0')
      if (end >= 0 || text.length > 1000) resolve(text.slice(0, end < 0 ? 1000 : end))
    })
    socket.on('timeout', () => reject(new Error(`The virus scanner was silent for ${socket.timeout! / 1000} seconds`)))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The virus scanner hung up')))
  })
}

async function send(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> {
  const write = (part: Buffer) =>
    new Promise<void>((resolve, reject) => socket.write(part, (error) => (error ? reject(error) : resolve())))
  await write(Buffer.from('zINSTREAM\0'))
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    await write(Buffer.concat([length, chunk]))
  }
  await write(Buffer.alloc(4))
}
