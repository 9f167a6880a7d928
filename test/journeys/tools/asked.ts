import { request } from 'node:http'
import type { Page } from '@playwright/test'
import { port } from '../../../playwright.config.ts'

export interface Answer {
  status: number
  type: string
  text: string
}

/** Asks for an address past any browser; the portal is known by the name in it, which only browsers find on this machine. */
export function asked(address: string, cookie = ''): Promise<Answer> {
  const { host, pathname, search } = new URL(address)
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path: pathname + search, headers: { host, cookie } }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      resolve({ status: answer.statusCode!, type: answer.headers['content-type'] ?? '', text: Buffer.concat(parts).toString() })
    })
    asking.once('error', reject).end()
  })
}

/** The same as the person who has this page open. */
export async function askedBy(page: Page, path: string): Promise<Answer> {
  const cookies = await page.context().cookies()
  return asked(new URL(path, page.url()).href, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
}
