import type { Locator, Page } from '@playwright/test'
import ical from 'node-ical'
import { calendarPhrases } from '../../src/features/deadlines/calendar-phrases.ts'
import { deadlinePhrases } from '../../src/features/deadlines/phrases.ts'
import { zipPhrases } from '../../src/features/document-zips/phrases.ts'
import { previewPhrases } from '../../src/features/documents/preview-phrases.ts'
import { uploadPhrases } from '../../src/features/documents/upload-phrases.ts'
import { versionPhrases } from '../../src/features/documents/version-phrases.ts'
import { homePhrases } from '../../src/features/home/phrases.ts'
import { notificationPhrases } from '../../src/features/notifications/phrases.ts'
import { readZipDirectory } from '../../src/platform/zip-directory.ts'
import { asked } from './tools/asked.ts'
import { exportedPolicies } from './tools/export.ts'
import { downloaded, pdf } from './tools/files.ts'
import { at, button, field, heading, link } from './tools/pages.ts'
import { anja, expect, franziska, rolf, test } from './tools/people.ts'
import { wordsOf } from './tools/words.ts'

// Anja looks after the pension fund: papers that others file for her, what she is told, her calendar (issue 3, 2, 8 and 9).
// One after the other, because the second takes her role away for a moment.
test.describe.configure({ mode: 'default' })

const t = wordsOf('de')
const u = uploadPhrases('de')
const v = versionPhrases('de')

test('a File Manager files papers; a colleague notices, looks at, reads and packs them, and finds them by their text', async ({
  enter,
  brokerage,
}) => {
  test.setTimeout(120_000)
  const stamp = `${Date.now()}`
  const [policy] = exportedPolicies('Muster Holding AG', 'occupational_pension', brokerage)
  const manager = await enter(franziska, '/contacts?q=Mustermann')
  await manager
    .getByRole('rowheader')
    .getByRole('link', { name: /Mustermann/ })
    .click()
  const role = manager.getByRole('checkbox', { name: t.role.file_manager, exact: true })
  if (!(await role.isChecked())) await changeRole(manager, t.role.file_manager, true)

  // The new role opens the upload at once, in the session that was open already.
  const cfo = await enter(rolf, '/documents/new')
  const word = `Gletschermilch${stamp}`
  await field(cfo, u.policy).selectOption(await optionWith(field(cfo, u.policy), policy!))
  await field(cfo, u.files).setInputFiles([
    await pdf(`Protokoll ${stamp}.pdf`, `Sitzung vom Montag. Stichwort ${word}.`),
    await pdf(`Vollmacht ${stamp}.pdf`, `Zweite Fassung folgt. ${stamp}`),
  ])
  await button(cfo, u.send).click()
  await expect(cfo.getByText(u.done)).toBeVisible()
  await link(cfo, `Protokoll ${stamp}`).click()
  await expect(heading(cfo, `Protokoll ${stamp}`)).toBeVisible()
  const document = new URL(cfo.url()).pathname.replace('/de-de', '')

  const list = `/documents?q=${stamp}`
  const colleague = await enter(anja, list)
  const row = colleague.getByRole('row', { name: new RegExp(`Protokoll ${stamp}`) })
  await expect(row.getByText(v.fresh, { exact: true })).toBeVisible()
  await row.getByRole('rowheader').getByRole('link').click()
  await link(colleague, previewPhrases('de').open).click()
  const picture = colleague.getByRole('main').getByRole('img').first()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeGreaterThan(100)
  await colleague.goto(at('de', list))
  await expect(row).toBeVisible()
  await expect(row.getByText(v.fresh, { exact: true })).toHaveCount(0)

  await cfo.goto(at('de', document))
  await expect(cfo.locator('#readers')).toContainText('Anja Rieder')
  await link(cfo, v.replace).click()
  await field(cfo, v.file).setInputFiles(await pdf(`Protokoll ${stamp}-2.pdf`, `Berichtigt. Stichwort ${word} bleibt.`))
  await button(cfo, v.send).click()
  await expect(cfo.getByText(v.done_replaced)).toBeVisible()
  await expect(cfo.locator('#versions').getByRole('listitem')).toHaveCount(2)

  await colleague.goto(at('de', list))
  await expect(row.getByText(v.fresh, { exact: true })).toBeVisible()
  for (const box of await colleague
    .getByRole('row', { name: new RegExp(stamp) })
    .getByRole('checkbox')
    .all())
    await box.check()
  await button(colleague, zipPhrases('de').selection).click()
  await expect(heading(colleague, zipPhrases('de').ready_title)).toBeVisible({ timeout: 20_000 })
  const zip = await downloaded(colleague, () => link(colleague, zipPhrases('de').download).click())
  expect((await readZipDirectory(zip.path))!.names.sort()).toEqual([`Protokoll ${stamp}.pdf`, `Vollmacht ${stamp}.pdf`])

  // What is written in it is read by the worker, a moment later.
  await expect(async () => {
    await colleague.goto(at('de', `/search?q=${word}`))
    const found = colleague.getByRole('main').getByRole('link', { name: new RegExp(`Protokoll ${stamp}`) })
    await expect(found.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
})

test('a new document is told on Home, read and unread at will, and no longer told without the role', async ({
  enter,
  brokerage,
}) => {
  const n = notificationPhrases('de')
  const [policy] = exportedPolicies('Muster Holding AG', 'occupational_pension', brokerage)
  const title = `Vorsorgeplan ${Date.now()}`
  const cfo = await enter(rolf, '/documents/new')
  await field(cfo, u.policy).selectOption(await optionWith(field(cfo, u.policy), policy!))
  await field(cfo, u.document_title).fill(title)
  await field(cfo, u.files).setInputFiles(await pdf('Plan.pdf', title))
  await button(cfo, u.send).click()
  await expect(cfo.getByText(u.done)).toBeVisible()

  const page = await enter(anja, '/notifications')
  const entry = page.locator('li[id^=n-]').filter({ hasText: title })
  await expect(entry).toHaveClass(/unread/)
  await page.goto(at('de', '/'))
  const card = page.getByRole('main').getByRole('region', { name: homePhrases('de').notifications })
  await card.getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('main')).toContainText(title)
  await page.goto(at('de', '/notifications'))
  await expect(entry).not.toHaveClass(/unread/)
  await entry.getByRole('button', { name: new RegExp(n.mark_unread) }).click()
  await expect(entry).toHaveClass(/unread/)

  const manager = await enter(franziska, '/contacts?q=Rieder')
  await manager
    .getByRole('rowheader')
    .getByRole('link', { name: /Rieder/ })
    .click()
  await changeRole(manager, t.role.occupational_pension, false)
  await page.reload()
  await expect(heading(page, n.title)).toBeVisible()
  await expect(entry).toHaveCount(0)
  await changeRole(manager, t.role.occupational_pension, true)
  await page.reload()
  await expect(entry).toHaveClass(/unread/)
})

test('the calendar address holds exactly the deadlines of its owner, and nothing once it is revoked', async ({
  enter,
  brokerage,
}) => {
  const c = calendarPhrases('de')
  const page = await enter(anja, '/deadlines?v=all')
  const shown = await page
    .getByRole('main')
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .count()
  // The second brokerage's export may have no pension policy that can still be ended.
  if (brokerage === '6323') expect(shown).toBeGreaterThan(0)
  await link(page, deadlinePhrases('de').subscribe).click()
  await expect(heading(page, c.title)).toBeVisible()
  await button(page, c.create).or(button(page, c.create_new)).click()
  await expect(page.getByText(c.shown_once)).toBeVisible()
  const address = (await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).innerText()).trim()
  await page.reload()
  await expect(page.getByText(address), 'shown once').toHaveCount(0)

  // A calendar program: no cookies, no session.
  const answer = await asked(address)
  expect([answer.status, answer.type]).toEqual([200, 'text/calendar; charset=utf-8'])
  const events = Object.values(ical.sync.parseICS(answer.text)).filter((one) => one?.type === 'VEVENT')
  expect(events).toHaveLength(shown)
  const pension = exportedPolicies('Muster Holding AG', 'occupational_pension', brokerage)
  for (const event of events) {
    const said = JSON.stringify(event)
    expect(
      pension.some((number) => said.includes(number)),
      said,
    ).toBe(true)
  }

  await page.goto(at('de', '/deadlines/calendar'))
  await expect(page.locator('#address')).not.toContainText(c.never_read)
  await button(page, c.revoke).click()
  await expect(page.getByText(c.revoked)).toBeVisible()
  expect((await asked(address)).status).toBe(404)
})

/** On the page of a contact: sets one role, over the page that says what it changes. */
async function changeRole(page: Page, name: string, checked: boolean) {
  const role = page.getByRole('checkbox', { name, exact: true })
  await role.setChecked(checked)
  await button(page, t.account.apply).click()
  await expect(heading(page, t.preview.title)).toBeVisible()
  await button(page, t.account.apply).click()
  await expect(heading(page, t.account.account_active)).toBeVisible()
  await expect(role).toBeChecked({ checked })
}

/** The option that names this. */
async function optionWith(list: Locator, text: string): Promise<{ label: string }> {
  return { label: (await list.locator('option', { hasText: text }).innerText()).trim() }
}
