import { type BrowserContext, chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { demoStaff } from '../../src/features/demo/people.ts'
import { at } from './tools/pages.ts'
import { sessionOf } from './tools/sessions.ts'
import { expect, test } from './tools/test.ts'

// Lighthouse as on a phone: accessibility, best practices and SEO must be 100. Speed depends on the machine of the moment and on
// what else runs there, so it is tried up to three times, printed, and only a page that has become slow fails.

const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const perfect = 1
const leastSpeed = 0.9
const debuggingPort = 4719

test('Lighthouse finds nothing to improve', async ({ person, baseURL }, { project }) => {
  test.setTimeout(240_000)
  const page = await person({ storageState: await sessionOf('6323', demoStaff('6323')[0]!.email) })
  await page.goto(at('de', '/contacts?q=Rieder'))
  const contact = (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href'))!
  const cookie = await cookiesOf(page.context())

  const { launchOptions } = project.use
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${debuggingPort}`],
  })
  try {
    await expectPerfect(`${baseURL}${at('de', '/PortalLogin')}`, '')
    for (const path of [at('de', '/'), at('de', '/policies'), contact]) await expectPerfect(`${baseURL}${path}`, cookie)
  } finally {
    await browser.close()
  }
})

async function cookiesOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function expectPerfect(url: string, cookie: string) {
  let best = 0
  for (let run = 0; run < 3 && best < perfect; run++) {
    const { performance, others, why } = await measure(url, cookie, run === 0 ? categories : ['performance'])
    expect(others, why).toEqual(others.map(() => 1))
    best = Math.max(best, performance)
  }
  console.log(`Lighthouse performance ${Math.round(best * 100)}: ${new URL(url).pathname}`)
  expect(best, `${url}: performance`).toBeGreaterThanOrEqual(leastSpeed)
}

async function measure(url: string, cookie: string, onlyCategories: string[]) {
  const result = await lighthouse(url, {
    port: debuggingPort,
    onlyCategories,
    output: 'json',
    logLevel: 'silent',
    ...(cookie && { extraHeaders: { cookie } }),
  })
  const { lhr } = result!
  expect(new URL(lhr.finalDisplayedUrl).pathname, 'the page itself was measured').toBe(new URL(url).pathname)
  const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, score ?? 0] as const)
  const poor = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9)
  return {
    performance: Object.fromEntries(scores).performance ?? 0,
    others: scores.filter(([name]) => name !== 'performance').map(([, score]) => score),
    why: `${url}: ${JSON.stringify(scores)}\n${poor.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`).join('\n')}`,
  }
}
