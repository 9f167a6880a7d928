import type { Page, Response } from '@playwright/test'
import { demoStaff } from '../../src/features/demo/people.ts'
import { at, heading, signIn } from './tools/pages.ts'
import { sessionOf } from './tools/sessions.ts'
import { expect, test } from './tools/test.ts'
import { wordsOf } from './tools/words.ts'

// What a page may weigh on its way over the line (interface.md, goals): gzip, kilobytes of 1000.

const limits = { script: 15_000, stylesheet: 12_000, document: 20_000, font: 50_000 }
// The broker's side has a second stylesheet of its own; its pages are opened all day long, by few.
const staffLimits = { ...limits, stylesheet: 16_000 }

test('pages of a customer stay light and ask nobody else', async ({ person }) => {
  const { page, answers } = await watched(await person())
  await page.goto(at('de', '/PortalLogin'))
  await expectLight('sign-in', page, answers, limits)
  await signIn(page, 'de', 'rolf.mustermann@muster.example')
  for (const path of ['/', '/policies?n=25']) {
    await page.goto(at('de', path))
    await expectLight(path, page, answers, limits)
  }
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectLight('policy', page, answers, limits)
})

test('pages of the broker stay light and ask nobody else', async ({ person }) => {
  const { page, answers } = await watched(await person({ storageState: await sessionOf('6323', demoStaff('6323')[0]!.email) }))
  for (const path of ['/', '/policies?n=50', '/contacts?q=Rieder']) {
    await page.goto(at('de', path))
    if (path.includes('n=50')) await expect(page.getByRole('rowheader')).toHaveCount(50)
    await expectLight(path, page, answers, staffLimits)
  }
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(heading(page, wordsOf('de').account.contact)).toBeVisible()
  await expectLight('contact', page, answers, staffLimits)
})

async function watched(page: Page): Promise<{ page: Page; answers: Response[] }> {
  const answers: Response[] = []
  page.on('response', (response) => answers.push(response))
  return { page, answers }
}

/** Sums up what the page needs when nothing of it is in the browser's memory. */
async function expectLight(name: string, page: Page, answers: Response[], limits: Record<string, number>) {
  await page.waitForLoadState('networkidle')
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache')
  answers.length = 0
  await page.reload({ waitUntil: 'networkidle' })
  const { host } = new URL(page.url())
  expect(answers.map((answer) => new URL(answer.url())).filter((url) => url.protocol !== 'data:' && url.host !== host)).toEqual(
    [],
  )
  for (const [kind, limit] of Object.entries(limits)) {
    const those = answers.filter((answer) => answer.request().resourceType() === kind)
    const sizes = await Promise.all(those.map(async (answer) => (await answer.request().sizes()).responseBodySize))
    const sum = sizes.reduce((all, size) => all + size, 0)
    expect(sum, `${name}: there is a ${kind}`).toBeGreaterThan(0)
    expect(sum, `${name}: ${kind}`).toBeLessThanOrEqual(limit)
    if (kind === 'font') expect(those).toHaveLength(1)
  }
}
