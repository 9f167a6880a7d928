import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from '@playwright/test'
import type { FastifyInstance } from 'fastify'
import { port } from '../../../playwright.config.ts'
import { demoPassword } from '../../../src/features/demo/people.ts'
import { Visitor } from '../../visitor.ts'

// Everybody signs in once for all journeys, past the browser: staff need a code that counts only once in half a minute. Signing in
// itself is a journey of its own (main-job.spec.ts).

type State = Exclude<Awaited<ReturnType<BrowserContext['storageState']>>, string>

const folder = 'test-results/sessions'

/** Forgets the sessions of an earlier run. */
export function forgetSessions() {
  rmSync(folder, { recursive: true, force: true })
}

/** Somebody's session, as a new browser takes it; `former` has ended and is not good any more. */
export async function sessionOf(brokerage: string, email: string, former?: State): Promise<State> {
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/${brokerage}-${email}.json`
  const release = await locked(`${file}.lock`)
  try {
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : null
    if (kept && kept !== JSON.stringify(former)) return JSON.parse(kept)
    const state = await signedIn(`${brokerage}.localhost`, email)
    writeFileSync(file, JSON.stringify(state))
    return state
  } finally {
    release()
  }
}

async function signedIn(host: string, email: string): Promise<State> {
  const visitor = new Visitor(overHttp, host)
  await visitor.get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email, password: demoPassword })
  for (let half = 0; half < 4 && visitor.location?.includes('second-step'); half++) {
    if (half > 0) await wait(10_000)
    await visitor.get('/de-de/second-step')
    // The demonstration has filled in the code.
    const code =
      /<input[^>]*name="code"[^>]*value="(\d{6})"/.exec(visitor.html) ?? /value="(\d{6})"[^>]*name="code"/.exec(visitor.html)
    await visitor.post('/de-de/second-step', { code: code?.[1] ?? '' })
    if (visitor.status !== 303) visitor.location = '/second-step'
  }
  if (visitor.status !== 303) throw new Error(`${email} could not sign in at ${host}: ${visitor.status}`)
  const [cookie, domain] = [{ path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }, host]
  return { cookies: [...visitor.cookies].map(([name, value]) => ({ ...cookie, domain, name, value })), origins: [] }
}

// As much of a Fastify as a visitor needs, but the one that really serves.
const overHttp = {
  inject({ method, url, headers, payload }: { method: string; url: string; headers: Record<string, string>; payload?: string }) {
    return new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, method, path: url, headers }, async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        const cookies = (answer.headers['set-cookie'] ?? []).map((line) => {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
          return { name, value, ...(/max-age=0/i.test(line) && { maxAge: 0 }) }
        })
        const body = Buffer.concat(parts).toString()
        resolve({ statusCode: answer.statusCode, headers: answer.headers, cookies, body })
      })
      asking.once('error', reject).end(payload)
    })
  },
} as unknown as FastifyInstance

// Workers are processes of their own; a folder that could be made is theirs alone.
async function locked(folder: string): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(folder)
      return () => rmdirSync(folder)
    } catch {
      await wait(100)
    }
  }
}
