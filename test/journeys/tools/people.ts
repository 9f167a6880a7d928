import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { port } from '../../../playwright.config.ts'
import { demoPassword, demoStaff } from '../../../src/features/demo/people.ts'
import { at, button, field } from './pages.ts'
import { test as base, expect } from './test.ts'
import { wordsOf } from './words.ts'

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

type State = Awaited<ReturnType<BrowserContext['storageState']>>

interface Fixtures {
  /** Each browser has one of its own, so that the same journey in both does not meet itself. */
  brokerage: Brokerage
  /** Opens a page as somebody, in a browser of their own. */
  enter: (email: string, path?: string, options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures, { sessions: Map<string, State> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted.
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: the same.
  brokerage: async ({}, use, { project }) => use(project.name.startsWith('chromium') ? '6323' : '7101'),
  enter: async ({ person, brokerage, sessions }, use) =>
    use(async (email, path = '/', options = {}) => {
      const key = `${brokerage} ${email}`
      const storageState = sessions.get(key)
      const page = await person({
        baseURL: `http://${brokerage}.localhost:${port}`,
        ...options,
        ...(storageState && { storageState }),
      })
      await page.goto(at('de', path))
      // Whoever signed in once in this worker stays signed in, unless another journey ended the session.
      if (await button(page, wordsOf('de').signIn.submit).isVisible()) {
        await signInHere(page, email)
        sessions.set(key, await page.context().storageState())
      }
      return page
    }),
})

// On a phone nothing in sight tells that somebody is signed in, but the address does.
async function signInHere(page: Page, email: string) {
  const t = wordsOf('de').signIn
  await field(page, t.user_name).fill(email)
  await field(page, t.password).fill(demoPassword)
  await button(page, t.submit).click()
  await expect(page).not.toHaveURL(/PortalLogin/)
}

export { expect }
