import jsqr from 'jsqr'
import sharp from 'sharp'
import { deadlinePhrases } from '../../src/features/deadlines/phrases.ts'
import { demoBrokerages } from '../../src/features/demo/people.ts'
import { slipPhrases } from '../../src/features/invoices/slip-phrases.ts'
import { paymentPhrases } from '../../src/features/premium-invoices/payment-phrases.ts'
import { pdfPage } from '../../src/platform/pdf.ts'
import { exported } from './tools/export.ts'
import { downloaded, pdf } from './tools/files.ts'
import { at, button, field, link } from './tools/pages.ts'
import { expect, rolf, test } from './tools/people.ts'

// What is to be paid (issue 3, 3 and 4): the broker's invoice with its QR-bill, and a premium that the insurer reminded of.

const p = paymentPhrases('de')

test('the QR-bill of an open invoice, read as a bank reads it, pays exactly that invoice', async ({ enter, brokerage }) => {
  const company = exported('Adressen', brokerage).find((row) => row.Firma === 'Muster Holding AG')!
  const invoice = exported('Rechnungen', brokerage).find((row) => row.AdressNr === company.AdressNr && row.Status === 'offen')!
  const broker = demoBrokerages.find(({ number }) => number === brokerage)!
  const page = await enter(rolf, `/invoices?q=${invoice.RechnungsNr}`)
  await page.getByRole('rowheader').getByRole('link', { name: invoice.RechnungsNr! }).click()
  const slip = await downloaded(page, () => link(page, slipPhrases('de').download).click())
  expect(slip.name).toBe(`${invoice.RechnungsNr}.pdf`)

  const [, street, number] = /^(.*) (\d+)$/.exec(company.Strasse!)!
  const [, brokerStreet, brokerNumber] = /^(.*) (\d+)$/.exec(broker.street)!
  expect(await codeOf(slip.path)).toEqual([
    ...['SPC', '0200', '1', invoice['QR-IBAN']],
    ...['S', broker.name, brokerStreet, brokerNumber, broker.postalCode, broker.town, 'CH'],
    ...['', '', '', '', '', '', ''],
    ...[invoice.Total!.replaceAll("'", ''), 'CHF'],
    ...['S', company.Firma, street, number, company.PLZ, company.Ort, 'CH'],
    ...['QRR', invoice['QR-Referenz'], invoice.RechnungsNr, 'EPD'],
  ])
})

test('a reminder that came by post names its last day, in the deadlines too, until the payment is reported', async ({
  enter,
  brokerage,
}) => {
  const invoice = remindedInvoice(brokerage)
  const page = await enter(rolf, `/premium-invoices?q=${invoice}`)
  await page.getByRole('rowheader').getByRole('link', { name: invoice }).click()
  const address = new URL(page.url()).pathname.replace('/de-de', '')
  await link(page, p.upload_reminder).click()
  const dispatched = Temporal.Now.plainDateISO('Europe/Zurich').subtract({ days: 4 })
  await field(page, p.dispatched_on).fill(shown(dispatched))
  await field(page, 'Dateien').setInputFiles(await pdf('Mahnung.pdf', `Mahnung zu ${invoice}`))
  await button(page, p.upload_reminder).click()
  await expect(page.getByText(p.done_reminder)).toBeVisible()
  const warning = p.risk_running_title(shown(dispatched.add({ days: 14 })))
  await expect(page.getByText(warning)).toBeVisible()

  await page.goto(at('de', '/deadlines'))
  const deadline = page.getByRole('row', { name: new RegExp(`${shown(dispatched.add({ days: 14 }))}.*${invoice}`) })
  await expect(deadline).toBeVisible()
  await page.goto(at('de', address))
  await link(page, p.report).click()
  await field(page, p.paid_on).fill('heute')
  await button(page, p.report).click()
  await expect(page.getByText(p.done_reported)).toBeVisible()
  await expect(page.getByText(warning)).toHaveCount(0)
  await page.goto(at('de', '/deadlines'))
  await expect(page.getByRole('heading', { name: deadlinePhrases('de').title, exact: true })).toBeVisible()
  await expect(deadline).toHaveCount(0)

  await page.goto(at('de', address))
  await button(page, p.withdraw).click()
  await expect(page.getByText(p.done_withdrawn)).toBeVisible()
  await expect(page.getByText(warning)).toBeVisible()
})

/** A premium invoice of the group that is not paid, on an insurance of the insurance contract act: only there cover rests. */
function remindedInvoice(brokerage: string): string {
  const companies = exported('Adressen', brokerage)
    .filter((row) => row.Firma!.startsWith('Muster '))
    .map((row) => row.AdressNr)
  const policies = exported('Policen', brokerage).filter(
    (row) => companies.includes(row.AdressNr) && row.Vertraulich === 'N' && !['BVG', 'UVG'].includes(row.Branche!),
  )
  const invoices = exported('Praemienrechnungen', brokerage).filter((row) =>
    policies.some(({ PolicenNr }) => PolicenNr === row.PolicenNr),
  )
  return ['gemahnt', 'überfällig', 'offen'].flatMap((state) => invoices.filter(({ Status }) => Status === state))[0]!.RechnungsNr!
}

const shown = (day: Temporal.PlainDate) => `${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}.${day.year}`

/** Draws the first page and reads its code as a camera would, line by line. */
async function codeOf(path: string): Promise<string[]> {
  const { png } = (await pdfPage(path, 0, 1654))!
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = (jsqr as unknown as { default: typeof jsqr }).default ?? jsqr
  type Read = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null
  return (read as unknown as Read)(new Uint8ClampedArray(data), info.width, info.height)?.data.split('\n') ?? []
}
