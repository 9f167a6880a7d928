import type { Locator } from '@playwright/test'
import { savedViewPhrases } from '../../src/features/saved-views/phrases.ts'
import { listPhrases } from '../../src/records/list-phrases.ts'
import { askedBy } from './tools/asked.ts'
import { downloaded } from './tools/files.ts'
import { at, button, field, heading, link } from './tools/pages.ts'
import { expect, franziska, rolf, test } from './tools/people.ts'
import { wordsOf } from './tools/words.ts'

// Lists (issue 3, 1): narrowed, kept as a view, taken out and printed with what they show; closed ones say whom to ask.

const t = wordsOf('de')
const l = listPhrases('de')

test('a list is filtered, kept as a view, exported and printed with exactly its rows', async ({ enter }) => {
  const page = await enter(rolf, '/premium-invoices?n=100')
  const shown = page.getByRole('main').locator('[data-say]')
  const everything = await numberIn(shown)
  await page.getByRole('link', { name: l.filter(0) }).click()
  const panel = page.locator('#filters')
  await panel.getByRole('checkbox').first().check()
  await panel.getByRole('button', { name: t.ui.apply }).click()
  await expect(page).toHaveURL(/[?&]f\./)
  await expect.poll(() => numberIn(shown)).toBeLessThan(everything)
  const total = await numberIn(shown)
  expect(total).toBeGreaterThan(0)

  await page.getByRole('link', { name: l.save_as }).click()
  const name = `Auswahl ${Date.now()}`
  await field(page, savedViewPhrases('de').name).fill(name)
  await button(page, savedViewPhrases('de').save).click()
  await expect(page.getByText(l.view_created)).toBeVisible()
  await expect(field(page, l.choose_view).locator('option:checked')).toHaveText(name)
  expect(await numberIn(shown)).toBe(total)

  await button(page, l.export).click()
  const { bytes } = await downloaded(page, () => page.getByRole('link', { name: l.csv }).click())
  expect(bytes.toString().trimEnd().split('\r\n').length - 1).toBe(total)
  if (!(await page.getByRole('link', { name: l.print }).isVisible())) await button(page, l.export).click()
  await page.getByRole('link', { name: l.print }).click()
  await expect(page.getByText(l.print_hint)).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(total)
})

test('a closed list names the roles that open it', async ({ enter }) => {
  const page = await enter(franziska, '/claims')
  await expect(heading(page, l.closed_title(t.house.claims))).toBeVisible()
  await expect(page.getByRole('main')).toContainText(t.role.fleet)
  await expect(link(page, t.house.own_roles)).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  const taken = await askedBy(page, at('de', '/claims/export.csv'))
  expect([taken.status, taken.text.trimEnd().split('\r\n').length]).toEqual([200, 1])
})

async function numberIn(place: Locator): Promise<number> {
  return Number(/([\d’]+) Eintr/.exec(await place.innerText())![1]!.replaceAll('’', ''))
}
