import type { Locator } from '@playwright/test'
import { port } from '../../playwright.config.ts'
import { groupPhrases } from '../../src/features/group/phrases.ts'
import { askedBy } from './tools/asked.ts'
import { at, heading } from './tools/pages.ts'
import { expect, rolf, test } from './tools/people.ts'
import { wordsOf } from './tools/words.ts'

// Several companies, one person (issue 3, 13): the way to the other company's page, and the matrix of a group.

const t = wordsOf('de')

test('every number of the group’s matrix is that of the list it leads to', async ({ enter }) => {
  const page = await enter(rolf, '/group')
  await expect(heading(page, groupPhrases('de').title)).toBeVisible()
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
  const counts = async (cells: Locator) =>
    (await cells.allInnerTexts()).map((text) => Number(/^(\d+) Polic/.exec(text)?.[1] ?? 0))
  const table: number[][] = []
  for (const row of await rows.all()) table.push(await counts(row.getByRole('cell')))
  const totals = table.pop()!
  expect(table.length).toBeGreaterThan(1)
  for (const row of table) expect(row.at(-1)).toBe(row.slice(0, -1).reduce((sum, n) => sum + n, 0))
  expect(totals).toEqual(totals.map((_, column) => table.reduce((sum, row) => sum + row[column]!, 0)))

  // One list per company, and one for everything.
  for (const [index, row] of (await rows.all()).entries()) {
    const link = row.getByRole('cell').last().getByRole('link')
    if ((await link.count()) === 0) continue
    const list = await askedBy(page, (await link.getAttribute('href'))!)
    expect(Number(/([\d’]+) Eintr/.exec(list.text)![1])).toBe((table[index] ?? totals).at(-1))
  }
})

test('a link into the other company asks before it changes there', async ({ enter }) => {
  // Only at this brokerage somebody has accounts at two companies.
  const page = await enter('nadia.berger@matte.example', '/', { baseURL: `http://6323.localhost:${port}` })
  const current = page.locator('.company-name')
  const before = await current.innerText()
  await change()
  await expect(current).not.toHaveText(before)
  const there = await current.innerText()
  await page.goto(at('de', '/policies'))
  const policy = (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href'))!
  const number = await page.getByRole('rowheader').first().innerText()
  await change()
  await expect(current).toHaveText(before)

  await page.goto(policy)
  await expect(page.getByRole('main')).toContainText(there)
  await expect(page.getByRole('main')).not.toContainText(number)
  await expect(current).toHaveText(before)
  await page.getByRole('main').getByRole('button').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
  await expect(current).toHaveText(there)

  async function change() {
    await page.locator('button[popovertarget="company-switch"]').click()
    await page.locator('#company-switch').getByRole('button').first().click()
    await expect(heading(page, t.home.welcome('Nadia'))).toBeVisible()
  }
})
