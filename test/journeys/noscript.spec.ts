import { port } from '../../playwright.config.ts'
import { attachmentPhrases } from '../../src/features/attachments/phrases.ts'
import { claimPhrases } from '../../src/features/claims/phrases.ts'
import { calendarPhrases } from '../../src/features/deadlines/calendar-phrases.ts'
import { demoPassword } from '../../src/features/demo/people.ts'
import { uploadPhrases } from '../../src/features/documents/upload-phrases.ts'
import { slipPhrases } from '../../src/features/invoices/slip-phrases.ts'
import { messagePhrases } from '../../src/features/messages/phrases.ts'
import { searchPhrases } from '../../src/features/search/phrases.ts'
import { requestPhrases } from '../../src/features/service-requests/phrases.ts'
import { recordPagePhrases } from '../../src/records/record-page-phrases.ts'
import { asked, askedBy } from './tools/asked.ts'
import { exported, exportedPolicies } from './tools/export.ts'
import { pdf, photo } from './tools/files.ts'
import { at, link } from './tools/pages.ts'
import { test as base, expect, fleetManager, franziska, rolf, sophie } from './tools/people.ts'
import { plain } from './tools/plain.ts'
import { sessionOf } from './tools/sessions.ts'
import { wordsOf } from './tools/words.ts'

// The journeys of issue 3 in a browser that runs no script at all. Which way that is made sure of: tools/plain.ts.

const t = wordsOf('de')

const test = base.extend<{ without: (email: string, path: string) => Promise<ReturnType<typeof plain>> }>({
  without: async ({ person, brokerage }, use) =>
    use(async (email, path) => {
      const storageState = await sessionOf(brokerage, email)
      const page = await person({ javaScriptEnabled: false, baseURL: `http://${brokerage}.localhost:${port}`, storageState })
      await page.goto(at('de', path))
      // What only a script would set is not there: nothing runs.
      expect(await page.locator('html.js').count()).toBe(0)
      return plain(page)
    }),
})

test('one signs in', async ({ person, brokerage }) => {
  const one = plain(await person({ javaScriptEnabled: false, baseURL: `http://${brokerage}.localhost:${port}` }))
  await one.goto('/')
  await one.see(t.signIn.title)
  await one.type(t.signIn.user_name, franziska)
  await one.type(t.signIn.password, demoPassword)
  await one.press(t.signIn.submit)
  await one.see(t.home.welcome('Franziska'))
})

test('a motor claim is reported with photos', async ({ without, brokerage }) => {
  const [fleet] = exportedPolicies('Muster Bau AG', 'fleet', brokerage)
  const plate = exported('Objekte', brokerage).find((row) => row.PolicenNr === fleet && row.Kontrollschild)!.Kontrollschild!
  const one = await without(fleetManager[brokerage], '/claims/new')
  await one.see(t.report.choose)
  await one.pressOn(one.page.locator('button[name=kind][value=vehicle]'))
  await one.see(t.report.step_title(t.report.vehicle, t.report.step_event))
  await one.type(t.report.date, 'heute')
  await one.type(t.report.what, 'Scheibe gerissen, nach Steinschlag.')
  await one.type(t.report.object_query, plate)
  await one.press(t.report.find)
  await one.see(t.report.object)
  await one.tick(one.page.getByRole('radio', { name: plate }))
  await one.press(t.report.next)
  await one.see(t.report.step_title(t.report.vehicle, t.report.step_people))
  await one.press(t.report.next)
  await one.see(t.report.files_lead)
  await one.attach('Dateien', [await photo('scheibe.jpg')])
  await one.press(t.report.next)
  await one.see(t.report.check_lead)
  for (const text of ['Steinschlag', 'scheibe.jpg', plate]) await one.see(text)
  await one.press(t.report.send)
  await one.see(t.report.what_next)
  const number = /S-\d{4}-\d+/.exec(await one.page.getByRole('heading', { level: 1 }).innerText())![0]
  await one.follow(t.report.to_claim)
  await one.see(`${claimPhrases('de').one} ${number}`)
})

test('a policy is found by its number, mistyped words too, and its termination check is asked for with a file', async ({
  without,
  brokerage,
}) => {
  const [number] = exportedPolicies('Muster Holding AG', 'other_lines', brokerage)
  const r = requestPhrases('de')
  const one = await without(rolf, '/search')
  await one.see(searchPhrases('de').title)
  await one.type(searchPhrases('de').label, 'Bettriebshaftpflich')
  await one.page.keyboard.press('Enter')
  await one.see(searchPhrases('de').near('Bettriebshaftpflich'))
  await one.see(/BHP-/)
  await one.type(searchPhrases('de').label, number!.replaceAll('.', ''))
  await one.page.keyboard.press('Enter')
  await one.see(number!)
  await one.follow(new RegExp(number!))
  await one.see(recordPagePhrases('de').data_state)
  const ask = one.page.locator('a[href*="/requests/new?about=policy"]').first()
  await one.page.goto((await ask.getAttribute('href'))!)
  await one.see(r.choose_category)
  await one.follow(new RegExp(r.termination))
  await one.see(r.body_termination)
  await one.type(r.body_termination, 'Wir vergleichen Offerten.')
  await one.pressOn(one.page.getByText(attachmentPhrases('de').attach, { exact: true }))
  const text = Buffer.from('Offerte der Konkurrenz')
  await one.page.locator('input[type=file]').first().setInputFiles({ name: 'Offerte.txt', mimeType: 'text/plain', buffer: text })
  await one.press(r.send)
  await one.see(r.done_opened)
  await one.see('Offerte.txt')
  await one.see(number!)
})

test('a message is written and taken back, and its text is not lost', async ({ without }) => {
  const m = messagePhrases('de')
  const one = await without(rolf, '/messages/new')
  await one.see(m.write)
  await one.type(m.subject, 'Adresse')
  await one.type(m.body, 'Wir ziehen um.')
  await one.press(m.send)
  await one.see('Wir ziehen um.')
  await one.press(m.take_back)
  await one.see(m.done_taken_back)
  expect(await one.page.locator('#f-body').inputValue()).toBe('Wir ziehen um.')
})

test('a document is filed and found', async ({ without, brokerage }) => {
  const u = uploadPhrases('de')
  const title = `Protokoll ${Date.now()}`
  const one = await without(sophie(brokerage), '/documents/new')
  await one.see(u.lead_choose)
  await one.choose(u.company, 'Muster Holding AG')
  await one.press(u.go_on)
  await one.see(u.lead_company('Muster Holding AG'))
  await one.type(u.document_title, title)
  await one.attach(u.files, [await pdf('Sitzung.pdf', title)])
  await one.press(u.send)
  await one.see(u.done)
  await one.goto('/documents')
  await one.page.getByRole('searchbox').focus()
  await one.page.keyboard.type(title)
  await one.page.keyboard.press('Enter')
  await expect.poll(() => one.page.url()).toContain('q=')
  await one.see(title)
  await one.see(/1 bis 1 von 1/)
})

test('a QR-bill is fetched, a calendar subscribed to and revoked', async ({ without, brokerage }) => {
  const c = calendarPhrases('de')
  const open = exported('Rechnungen', brokerage).find((row) => row.AdressNr === 'K-10001' && row.Status === 'offen')!.RechnungsNr!
  const one = await without(rolf, `/invoices?q=${open}`)
  await one.see(open)
  await one.follow(open)
  await one.see(slipPhrases('de').download)
  const slip = await askedBy(one.page, (await link(one.page, slipPhrases('de').download).getAttribute('href'))!)
  expect([slip.status, slip.type]).toEqual([200, 'application/pdf'])

  await one.goto('/deadlines/calendar')
  await one.see(c.lead)
  await one.press((await one.page.getByRole('button', { name: c.create_new }).count()) > 0 ? c.create_new : c.create)
  await one.see(c.shown_once)
  const address = /http\S+\.ics/.exec(await one.page.getByRole('main').innerText())![0]
  expect((await asked(address)).text).toContain('BEGIN:VEVENT')
  await one.press(c.revoke)
  await one.see(c.revoked)
  expect((await asked(address)).status).toBe(404)
})
