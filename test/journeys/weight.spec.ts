import type { Page, Response } from '@playwright/test'
import { demoStaff } from '../../src/features/demo/people.ts'
import { at, heading, signIn } from './tools/pages.ts'
import { expect, test } from './tools/test.ts'
import { wordsOf } from './tools/words.ts'

// What a page may weigh on its way over the line (interface.md, goals): gzip, kilobytes of 1000.

const limits: Record<string, number> = { script: 15_000, stylesheet: 12_000, document: 20_000, font: 50_000 }

test('pages stay light and ask nobody else', async ({ person }) => {
  const page = await person()
  const answers: Response[] = []
  page.on('response', (response) => answers.push(response))

  await page.goto(at('de', '/PortalLogin'))
  await expectLight('sign-in', page, answers)
  await signIn(page, 'de', demoStaff('6323')[0]!.email)
  for (const path of ['/', '/policies?n=50', '/contacts?q=Rieder']) {
    await page.goto(at('de', path))
    if (path.includes('n=50')) await expect(page.getByRole('rowheader')).toHaveCount(50)
    await expectLight(path, page, answers)
  }
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(heading(page, wordsOf('de').account.contact)).toBeVisible()
  await expectLight('contact', page, answers)
})

/** Sums up what the page needs when nothing of it is in the browser's memory. */
async function expectLight(name: string, page: Page, answers: Response[]) {
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
