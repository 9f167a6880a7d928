import { messagePhrases } from '../../src/features/messages/phrases.ts'
import { framePhrases } from '../../src/features/record-page/phrases.ts'
import { requestPhrases } from '../../src/features/service-requests/phrases.ts'
import { recordPagePhrases } from '../../src/records/record-page-phrases.ts'
import { exportedPolicies } from './tools/export.ts'
import { at, button, field, heading } from './tools/pages.ts'
import { expect, rolf, sophie, test } from './tools/people.ts'

// A thread with the account manager, and a request that is answered: each side has its page open while the other writes
// (issue 3, 6 and 7).

const m = messagePhrases('de')
const r = requestPhrases('de')

test('a message is taken back, written again, read by the broker and answered, in pages that stay open', async ({
  enter,
  brokerage,
}) => {
  // Twice what is said waits its 30 seconds.
  test.setTimeout(150_000)
  const customer = await enter(rolf, '/messages/new')
  const subject = `Neuer Standort ${Date.now()}`
  await field(customer, m.subject).fill(subject)
  await field(customer, m.body).fill('Wir ziehen nach Bern. Was ist zu tun?')
  await button(customer, m.send).click()
  await expect(heading(customer, subject)).toBeVisible()
  await button(customer, m.take_back).click()
  await expect(customer.getByText(m.done_taken_back)).toBeVisible()
  await expect(field(customer, m.body)).toHaveValue('Wir ziehen nach Bern. Was ist zu tun?')
  await field(customer, m.body).fill('Wir ziehen nach Biel. Was ist zu tun?')
  await button(customer, m.send).click()
  await expect(customer.getByRole('article')).toContainText('nach Biel')

  // As soon as it is delivered nobody takes it back any more, and the page says so by itself.
  await expect(button(customer, m.take_back)).toHaveCount(0, { timeout: 45_000 })
  const broker = await enter(sophie(brokerage), `/messages?q=${encodeURIComponent(subject)}`)
  await broker.getByRole('rowheader').getByRole('link', { name: subject }).click()
  const said = broker.getByRole('article')
  await expect(said).toHaveCount(1)
  await expect(said).toContainText('nach Biel')
  await expect(broker.getByText('nach Bern')).toHaveCount(0)
  const answer = field(broker, m.answer)
  await answer.fill('Senden Sie uns die neue Adresse, wir melden sie den Versicherern.')
  await broker.keyboard.press('ControlOrMeta+Enter')
  await expect(said).toHaveCount(2)

  // A half-written answer stays where it is when the other's arrives.
  await field(customer, m.answer).fill('Und noch etwas')
  await expect(customer.getByRole('article')).toHaveCount(2, { timeout: 45_000 })
  await expect(customer.getByRole('article').last()).toContainText('neue Adresse')
  await expect(field(customer, m.answer)).toHaveValue('Und noch etwas')
})

test('a policy is found by its number, its termination check is asked for, and the answer stands in the open page', async ({
  enter,
  brokerage,
}) => {
  const [number] = exportedPolicies('Muster Holding AG', 'other_lines', brokerage)
  const customer = await enter(rolf)
  await customer.keyboard.press('ControlOrMeta+k')
  await expect(customer.getByRole('dialog').getByRole('combobox')).toBeFocused()
  // As people type numbers: without dots, and faster than the answer comes.
  await customer.keyboard.type(number!.replaceAll('.', ''))
  await customer.keyboard.press('Enter')
  await expect(customer.getByRole('heading', { level: 1 })).toContainText(number!)

  // A question in place, thought better of.
  const question = `Ist der neue Standort mitversichert? ${Date.now()}`
  await customer
    .getByRole('textbox', { name: framePhrases('de').write_first })
    .or(field(customer, m.answer))
    .fill(question)
  await customer.keyboard.press('ControlOrMeta+Enter')
  await expect(customer.getByText(question)).toBeVisible()
  await button(customer, m.take_back).click()
  await expect(customer.getByText(m.done_taken_back)).toBeVisible()
  await customer.goto(at('de', `/policies?q=${number}`))
  await customer.getByRole('rowheader').getByRole('link').first().click()
  const more = customer.getByRole('link', { name: recordPagePhrases('de').ask, exact: true })
  if (!(await more.isVisible())) await customer.getByRole('button', { name: recordPagePhrases('de').more }).click()
  await more.click()
  await customer.getByRole('main').getByRole('link', { name: r.termination }).click()
  await expect(heading(customer, r.termination)).toBeVisible()
  const why = `Wir prüfen einen Wechsel ${Date.now()}`
  await field(customer, r.body_termination).fill(why)
  await button(customer, r.send).click()
  await expect(customer.getByRole('status').filter({ hasText: r.done_opened })).toBeVisible()
  const request = new URL(customer.url()).pathname.replace('/de-de', '')

  const broker = await enter(sophie(brokerage), request)
  await expect(broker.getByText(why)).toBeVisible()
  await expect(broker.getByRole('main')).toContainText(number!)
  await field(broker, r.next_step).fill('Wir holen Offerten ein')
  await broker.locator('#f-state').selectOption({ label: r.in_progress })
  await button(broker, r.save).click()
  await expect(broker.getByRole('main')).toContainText('Wir holen Offerten ein')

  // Nobody loaded it anew.
  await expect(customer.locator('#progress')).toContainText('Wir holen Offerten ein', { timeout: 15_000 })
  await expect(customer.locator('#progress')).toContainText(r.in_progress)
})
