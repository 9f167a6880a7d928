import { type BrowserContext, chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { demoStaff } from '../../src/features/demo/people.ts'
import { at, signIn } from './tools/pages.ts'
import { expect, test } from './tools/test.ts'

// Lighthouse as on a phone. Machines are noisy, so the speed is the best of three; the rest is exact.

const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const leastSpeed = process.env.CI ? 0.99 : 1
const debuggingPort = 4719

test('Lighthouse finds nothing to improve', async ({ person, baseURL }, { project }) => {
  test.setTimeout(150_000)
  const page = await person()
  await page.goto(at('de', '/contacts?q=Rieder'))
  await signIn(page, 'de', demoStaff('6323')[0]!.email)
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
  for (let run = 0; run < 3 && best < leastSpeed; run++) {
    const { performance, others, why } = await measure(url, cookie, run === 0 ? categories : ['performance'])
    expect(others, why).toEqual(others.map(() => 1))
    best = Math.max(best, performance)
  }
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
