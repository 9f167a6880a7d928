import type { Page } from '@playwright/test'
import { port } from '../../playwright.config.ts'
import { at, button, entry, field, heading, link, signIn } from './tools/pages.ts'
import { anja, expect, franziska, marc, rolf, sophie, test } from './tools/people.ts'
import { wordsOf } from './tools/words.ts'

// What the script adds to pages that work without it.

const t = wordsOf('de')

test('a list searches while one types, and Back goes through what was searched', async ({ enter, brokerage }) => {
  const page = await enter(sophie(brokerage), '/policies')
  const search = page.getByRole('searchbox')
  const everything = await page.getByRole('main').locator('[data-say]').innerText()
  await markPage(page)

  await search.pressSequentially('VG')
  await expect(page).toHaveURL(/[?&]q=VG\b/)
  const some = await page.getByRole('main').locator('[data-say]').innerText()
  expect(some).not.toBe(everything)
  await search.press('Home')
  await page.keyboard.type('B')
  await expect(page).toHaveURL(/[?&]q=BVG\b/)
  await expect(page.getByRole('main').locator('[data-say]')).not.toHaveText(some)
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('BVG')
  expect(await search.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(1)
  for (const row of await page.locator('tbody tr').allInnerTexts()) expect(row).toMatch(/BVG/)

  await page.goBack()
  await expect(page.getByRole('main').locator('[data-say]')).toHaveText(some)
  await expect(search).toHaveValue('VG')
  await page.goBack()
  await expect(page.getByRole('main').locator('[data-say]')).toHaveText(everything)
  await expect(search).toHaveValue('')
  expect(await isMarked(page), 'the page was never loaded anew').toBe(true)
})

test('a list sorts and changes its length in place', async ({ enter, brokerage }) => {
  const page = await enter(marc(brokerage), '/policies')
  await markPage(page)
  const head = page.getByRole('columnheader', { name: t.policy.ends })
  const ends = async () => (await page.locator(`td[data-l="${t.policy.ends}"]`).allInnerTexts()).map(isoDay)

  await head.getByRole('link').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  expect(await ends()).toEqual((await ends()).sort())
  await expect(head.getByRole('link')).toBeFocused()
  await head.getByRole('link').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  expect(await ends()).toEqual((await ends()).sort().reverse())

  await expect(page.getByRole('rowheader')).toHaveCount(10)
  await field(page, t.ui.perPage).selectOption('25')
  await expect(page.getByRole('rowheader')).toHaveCount(25)
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  expect(await isMarked(page), 'the page was never loaded anew').toBe(true)
})

test('a double click opens one portal account and sends one mail', async ({ enter }) => {
  const page = await enter(franziska, '/contacts/new')
  const email = 'nina.doppelklick@muster.example'
  await field(page, t.contact.last_name).fill('Doppelklick')
  await field(page, t.contact.email).fill(email)
  await button(page, t.contact.save).click()
  await button(page, t.account.open).dblclick()
  await expect(heading(page, t.preview.title)).toBeVisible()
  await button(page, t.account.open).dblclick()
  await expect(heading(page, t.account.account_invited)).toBeVisible()
  await expect(page.getByText(t.account.done_invited)).toBeVisible()

  const mails = page.getByRole('listitem').filter({ hasText: email })
  await expect(async () => {
    await page.goto(at('de', '/mailbox'))
    await expect(mails).toHaveCount(1, { timeout: 300 })
  }).toPass({ timeout: 15_000 })
  // A second mail would have been queued with the first.
  await page.waitForTimeout(1_500)
  await page.reload()
  await expect(mails).toHaveCount(1)
})

test('the save bar counts what is not saved, and leaving asks first', async ({ enter }) => {
  const page = await enter(franziska, '/contacts')
  await link(page, 'Rieder Anja').or(link(page, 'Anja Rieder')).click()
  const bar = page.locator('.savebar')
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true })
  await expect(heading(page, t.account.account_active)).toBeVisible()
  await expect(bar).toBeHidden()
  await box(t.role.fleet).check()
  await expect(bar).toContainText(t.ui.unsavedOne)
  await box(t.role.other_lines).check()
  await expect(bar).toContainText(t.ui.unsavedMany.replace('#', '2'))

  const question = page.waitForEvent('dialog')
  const leaving = entry(page, 'de', t.house.policies).click({ noWaitAfter: true })
  const dialog = await question
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  await expect(box(t.role.fleet)).toBeChecked()

  await button(page, t.ui.discard).click()
  await expect(bar).toBeHidden()
  await expect(box(t.role.fleet)).not.toBeChecked()
  await entry(page, 'de', t.house.policies).click()
  await expect(heading(page, t.policy.title)).toBeVisible()
})

test('after the session was ended elsewhere the next click leads over the sign-in back to where it was going', async ({
  person,
  brokerage,
}) => {
  // A session of this journey alone.
  const baseURL = `http://${brokerage}.localhost:${port}`
  const here = await person({ baseURL })
  await here.goto(at('de', '/'))
  await signIn(here, 'de', rolf)
  const there = await person({ baseURL, storageState: await here.context().storageState() })
  await there.goto(at('de', '/'))
  await button(there, t.ui.signOut).click()
  await expect(there.getByText(t.signIn.signed_out)).toBeVisible()

  await entry(here, 'de', t.house.policies).click()
  await expect(heading(here, t.signIn.title)).toBeVisible()
  await signIn(here, 'de', rolf)
  await expect(heading(here, t.policy.title)).toBeVisible()
  await expect(here).toHaveURL(/\/de-de\/policies$/)
})

test('the colours of the profile hold on every page', async ({ enter }) => {
  const page = await enter(anja, '/profile')
  const light = await backgroundOf(page)
  await field(page, t.profile.language).selectOption({ label: 'Deutsch' })
  await field(page, t.profile.theme).selectOption({ label: t.profile.dark })
  await button(page, t.profile.save).click()
  await expect(page.getByText(t.profile.saved)).toBeVisible()
  await entry(page, 'de', t.house.policies).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await backgroundOf(page)).not.toBe(light)
})

test('a draft saves itself when a field is left, finds the vehicle while one types, and is told of another tab', async ({
  enter,
}) => {
  const page = await enter(rolf, '/claims/new')
  await page.locator('button[name=kind][value=vehicle]').click()
  await expect(field(page, t.report.what)).toBeVisible()
  const address = page.url()
  const saved = page.locator('[data-autosaved]')
  const arrived = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 200)
  await field(page, t.report.what).fill('Poller gestreift')
  await field(page, t.report.place).fill('Luzern')
  await arrived
  await expect(saved).toHaveText(/\d\d:\d\d/)

  // Typing finds the vehicles, the caret stays, and so does the page's address.
  const query = field(page, t.report.object_query)
  const radios = page.locator('input[name=object]:not([value=""])')
  await query.pressSequentially('zzzz')
  await expect(page.locator('#objects').getByText(t.report.object_not_found)).toBeVisible()
  await query.press('ControlOrMeta+a')
  await query.press('Delete')
  await query.pressSequentially('a')
  await expect(radios.first()).toBeVisible()
  await expect(query).toBeFocused()
  await expect(query).toHaveValue('a')
  const car = await radios.first().getAttribute('value')
  await radios.first().check()
  await expect(page.locator('select[name=policy] option').first()).toContainText(t.report.policy_proposed('').trim())
  await expect(page.locator(`input[name=object][value="${car}"]`)).toBeChecked()
  expect(page.url()).toBe(address)

  const other = await page.context().newPage()
  // Not before the vehicle is kept too: else what comes then is the other tab's, and this one is told instead.
  await expect(async () => {
    await other.goto(address)
    await expect(other.locator(`input[name=object][value="${car}"]`)).toBeChecked({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(field(other, t.report.what)).toHaveValue('Poller gestreift')
  const there = other.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 200)
  await field(other, t.report.what).fill('Ein Velo war es')
  await field(other, t.report.place).focus()
  await there
  await page.bringToFront()
  await field(page, t.report.what).fill('Poller gestreift, ganz sicher')
  await field(page, t.report.place).focus()
  // A window in the background tells of no field that is left; then it is the ten seconds.
  await expect(saved).toHaveText(t.report.autosave_conflict, { timeout: 15_000 })
  await field(page, t.report.date).fill('heute')
  await button(page, t.report.next).click()
  await expect(page.getByText(t.report.conflict_text)).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Ein Velo war es' })).toBeVisible()
  await expect(field(page, t.report.what)).toHaveValue('Poller gestreift, ganz sicher')
})

function markPage(page: Page) {
  return page.evaluate(() => void Object.assign(window, { marked: true }))
}

function isMarked(page: Page) {
  return page.evaluate(() => 'marked' in window)
}

function backgroundOf(page: Page) {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}

const isoDay = (day: string) => day.trim().split('.').reverse().join('-')
