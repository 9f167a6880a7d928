import type { Page } from '@playwright/test'
import { attachmentPhrases } from '../../src/features/attachments/phrases.ts'
import { messagePhrases } from '../../src/features/messages/phrases.ts'
import { framePhrases } from '../../src/features/record-page/phrases.ts'
import { searchPhrases } from '../../src/features/search/phrases.ts'
import { requestPhrases } from '../../src/features/service-requests/phrases.ts'
import { listPhrases } from '../../src/records/list-phrases.ts'
import { exportedPolicies } from './tools/export.ts'
import { at, button, entry, field, heading, link, signIn } from './tools/pages.ts'
import { expect, test } from './tools/test.ts'
import { wordsOf } from './tools/words.ts'

// A day in the customer's rooms: finding, asking, taking along, changing the company (manual, chapter 2).

const t = wordsOf('de')
const staff = 'sophie.dubois@broker6323.example'
const rolf = 'rolf.mustermann@muster.example'
const franziska = 'franziska.keller@muster.example'

async function enter(page: Page, email: string, path = '/') {
  await page.goto(at('de', path))
  await signIn(page, 'de', email)
}

test('a policy is found by its number from anywhere with the keyboard alone, and asked about in place', async ({ person }) => {
  const page = await person()
  await enter(page, rolf, '/profile')
  const number = exportedPolicies('Muster Holding AG', 'other_lines')[0]!
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: t.ui.palette })
  await expect(palette.getByRole('combobox')).toBeFocused()
  // As people type numbers: without dots, and faster than the answer comes.
  await page.keyboard.type(number.replaceAll('.', ''))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)

  const question = `Ist der neue Standort mitversichert? ${Date.now()}`
  await page
    .getByRole('textbox', { name: framePhrases('de').write_first })
    .or(field(page, messagePhrases('de').answer))
    .fill(question)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText(question)).toBeVisible()
  await button(page, messagePhrases('de').take_back).click()
  await expect(page.getByText(messagePhrases('de').done_taken_back)).toBeVisible()
})

test('a typing mistake still finds, without JavaScript too', async ({ person }) => {
  const page = await person({ javaScriptEnabled: false })
  await enter(page, rolf)
  await page.goto((await page.getByRole('link', { name: t.ui.palette }).getAttribute('href'))!)
  await field(page, searchPhrases('de').label).fill('Bettriebshaftpflich')
  await page
    .getByRole('main')
    .getByRole('button', { name: searchPhrases('de').submit, exact: true })
    .click()
  await expect(page.getByRole('main').getByText(searchPhrases('de').near('Bettriebshaftpflich')).first()).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: /BHP-/ }).first()).toBeVisible()
})

test('a request with a file reaches the broker, without JavaScript', async ({ person }) => {
  const customer = await person({ javaScriptEnabled: false })
  const r = requestPhrases('de')
  await enter(customer, rolf, '/requests/new')
  await customer.getByRole('main').getByRole('link', { name: r.certificate }).click()
  const recipient = `Bauherrschaft ${Date.now()}`
  await field(customer, r.recipient).fill(recipient)
  await customer.getByText(attachmentPhrases('de').attach, { exact: true }).click()
  await customer
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'Anforderung.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Bitte um einen Nachweis für die Baustelle.'),
    })
  await button(customer, r.send).click()
  await expect(customer.getByRole('status').filter({ hasText: r.done_opened })).toBeVisible()
  await expect(customer.getByRole('link', { name: /Anforderung\.txt/ })).toBeVisible()
  const address = new URL(customer.url()).pathname

  const broker = await person()
  await enter(broker, staff, address.replace('/de-de', ''))
  await expect(broker.getByText(recipient).first()).toBeVisible()
  const download = broker.waitForEvent('download')
  await broker.getByRole('link', { name: /Anforderung\.txt/ }).click()
  expect((await download).suggestedFilename()).toBe('Anforderung.txt')
})

test('a list is narrowed, taken out as a spreadsheet, and a closed area says whom to ask', async ({ person }) => {
  const page = await person()
  await enter(page, rolf, '/policies?q=BHP-')
  const rows = page.getByRole('rowheader')
  await expect(rows.first()).toContainText('BHP-')
  await page.getByRole('button', { name: listPhrases('de').export }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /XLSX|Excel/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^Policen .*\.xlsx$/)

  const keller = await person()
  await enter(keller, franziska)
  await entry(keller, 'de', t.house.policies).click()
  await expect(keller.getByRole('main')).toContainText('Flottenmanager')
  await expect(rows.first()).toContainText('BHP-')
})

test('one person changes between two companies, and sees of each only what is there', async ({ person }) => {
  const page = await person()
  await enter(page, 'nadia.berger@matte.example')
  const current = page.locator('.company-name')
  const before = await current.innerText()
  await page.locator('button[popovertarget="company-switch"]').click()
  await page.locator('#company-switch').getByRole('button').first().click()
  await expect(heading(page, t.home.welcome('Nadia'))).toBeVisible()
  await expect(current).not.toHaveText(before)
  await expect(
    link(page, t.ui.profile)
      .or(page.getByRole('link', { name: t.ui.profile }))
      .first(),
  ).toBeVisible()
})
