import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** What scanners find in every test file of this name (eicar.org). Put together here, so that no scanner finds this source. */
export const eicar = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS'}-TEST-FILE!$H+H*`)

export type Mood = 'well' | 'hangs' | 'hangs up' | 'too small' | 'talks nonsense'

/** A clamd that knows one virus and can be in a bad mood; it speaks INSTREAM as the real one does. */
export async function startClamd(limit = 60_000_000) {
  const state = { mood: 'well' as Mood, scans: 0 }
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (state.mood === 'hangs up') return void socket.destroy()
    read(socket, limit, state)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
  return {
    state,
    address,
    url: `tcp://127.0.0.1:${address.port}`,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

function read(socket: Socket, limit: number, state: { mood: Mood; scans: number }) {
  let waiting = Buffer.alloc(0)
  let content = Buffer.alloc(0)
  let begun = false
  const answer = (text: string) => socket.end(`${text}\0`)
  socket.on('data', (part: Buffer) => {
    waiting = Buffer.concat([waiting, part])
    if (!begun) {
      const end = waiting.indexOf(0)
      if (end < 0) return
      if (waiting.toString('latin1', 0, end) !== 'zINSTREAM') return answer('UNKNOWN COMMAND')
      begun = true
      waiting = waiting.subarray(end + 1)
    }
    for (;;) {
      if (waiting.length < 4 || waiting.length < 4 + waiting.readUInt32BE(0)) return
      const length = waiting.readUInt32BE(0)
      if (length === 0) break
      content = Buffer.concat([content.subarray(-200), waiting.subarray(4, 4 + length)])
      limit -= length
      waiting = waiting.subarray(4 + length)
      // As the real one: it says why, and then takes no more.
      if (limit < 0 || state.mood === 'too small') return answer('INSTREAM size limit exceeded. ERROR')
    }
    state.scans++
    if (state.mood === 'hangs') return
    if (state.mood === 'talks nonsense') return answer('stream: OK, I think')
    answer(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
  })
}
