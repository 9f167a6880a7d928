import type { BrowserContextOptions, Page } from '@playwright/test'
import { port } from '../../../playwright.config.ts'
import { demoStaff } from '../../../src/features/demo/people.ts'
import { sessionOf } from './sessions.ts'
import { test as base, expect } from './test.ts'

export type Brokerage = '6323' | '7101'

// The people of the demonstration, under the same addresses at both brokerages where nothing else is said.
export const rolf = 'rolf.mustermann@muster.example'
export const franziska = 'franziska.keller@muster.example'
export const anja = 'anja.rieder@muster.example'
/** The fleet manager of Muster Bau AG. */
export const fleetManager: Record<Brokerage, string> = {
  '6323': 'stefan.zurbriggen@muster.example',
  '7101': 'stefan.haenni@muster.example',
}
export const sophie = (brokerage: Brokerage) => demoStaff(brokerage)[0]!.email
export const marc = (brokerage: Brokerage) => demoStaff(brokerage)[1]!.email
export const bettina = (brokerage: Brokerage) => demoStaff(brokerage)[2]!.email

interface Fixtures {
  /** Each browser has one of its own, so that the same journey in both does not meet itself. */
  brokerage: Brokerage
  /** Opens a page as somebody, in a browser of their own. */
  enter: (email: string, path?: string, options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted.
  brokerage: async ({}, use, { project }) => use(project.name.startsWith('chromium') ? '6323' : '7101'),
  enter: async ({ person, brokerage }, use) =>
    use(async (email, path = '/', options = {}) => {
      const baseURL = options.baseURL ?? `http://${brokerage}.localhost:${port}`
      const at = new URL(baseURL).hostname.split('.')[0]!
      const storageState = await sessionOf(at, email)
      const page = await person({ baseURL, ...options, storageState })
      await page.goto(`/de-de${path}`)
      if (!page.url().includes('/PortalLogin')) return page
      // Another journey ended it, by signing out or changing the company.
      const { cookies } = await sessionOf(at, email, storageState)
      await page.context().addCookies(cookies)
      await page.goto(`/de-de${path}`)
      return page
    }),
})

export { expect }
