import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Visitor } from './visitor.ts'

export interface Heard {
  event: string
  id: string | null
  data: string
}

/** Lets the app listen on a free port of this machine, for what `inject` cannot show: answers without an end. */
export async function open(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

/** Opens a live stream as this person, as an open page does. */
export async function follow(port: number, person: Visitor, topics: string[], headers: Record<string, string> = {}) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const query = topics.map((topic) => `t=${encodeURIComponent(topic)}`).join('&')
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    request(
      {
        port,
        host: '127.0.0.1',
        path: `/de-de/live?${query}`,
        headers: { host: person.host, cookie, 'accept-encoding': 'gzip', ...headers },
      },
      resolve,
    )
      .on('error', reject)
      .end()
  })
  const events: Heard[] = []
  let raw = ''
  let rest = ''
  let ended = false
  let wake = () => {}
  answer.setEncoding('utf8')
  answer.on('data', (text: string) => {
    raw += text
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop()!
    events.push(...blocks.map(read).filter((one) => one !== null))
    wake()
  })
  answer.on('close', () => {
    ended = true
    wake()
  })
  const until = async (found: () => boolean, milliseconds: number) => {
    const end = Date.now() + milliseconds
    while (!found() && Date.now() < end) {
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, 50)
      })
    }
    return found()
  }
  return {
    status: answer.statusCode!,
    headers: answer.headers,
    events,
    raw: () => raw,
    /** The next marks that arrive for a topic; null when none does. */
    async next(topic: string, milliseconds = 4000): Promise<string | null> {
      const one = () => events.find((event) => event.event === 'change' && JSON.parse(event.data).topic === topic)
      if (!(await until(() => one() !== undefined, milliseconds))) return null
      const found = one()!
      events.splice(events.indexOf(found), 1)
      return JSON.parse(found.data).mark
    },
    /** Whether it ends within this time. */
    ends: (milliseconds = 4000) => until(() => ended, milliseconds),
    close: () => answer.destroy(),
  }
}

function read(block: string): Heard | null {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? null
  const event = field('event')
  return event ? { event, id: field('id'), data: field('data') ?? '' } : null
}
