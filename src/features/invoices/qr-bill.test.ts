import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { isIBANValid, isQRReferenceValid } from 'swissqrbill/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { pdfPage, pdfText } from '../../platform/pdf.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  const id = await house.brokerageId()
  await house.database.write(
    id,
    `update brokerage set street = 'Pilatusstrasse 12', postal_code = '6003', town = 'Luzern' where brokerage_id = $1`,
    [id],
  )
})
afterAll(() => house.close())

interface Row {
  id: string
  number: string
  total: string
  qr_iban: string
  qr_reference: string
  name: string
  street: string
  postal_code: string
  town: string
}

async function invoiceOf(company: string, state: string): Promise<Row> {
  const [row] = await house.look<Row>(
    `select i.id, i.number, i.total, i.qr_iban, i.qr_reference, c.name, c.street, c.postal_code, c.town
     from invoice i join company c on c.brokerage_id = i.brokerage_id and c.id = i.company_id
     where i.brokerage_id = $1 and c.source_key = $2 and i.state = $3 order by i.number limit 1`,
    [await house.brokerageId(), company, state],
  )
  return row!
}

async function pdfOf(id: string, language = 'de-de', cookies: Map<string, string>) {
  const answer = await house.app.inject({
    url: `/${language}/invoices/${id}/pdf`,
    headers: { host: '6323.localhost', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  return { answer, pdf: answer.rawPayload }
}

const folder = mkdtempSync(join(tmpdir(), 'dossier-qr-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function onDisk<T>(pdf: Buffer, read: (path: string) => Promise<T>): Promise<T> {
  const path = join(folder, `${randomUUID()}.pdf`)
  writeFileSync(path, pdf)
  return read(path)
}

/** The words on the pages, as a reader that speaks gets them. */
async function textOf(pdf: Buffer): Promise<string> {
  return (await onDisk(pdf, (path) => pdfText(path, 20_000)))!.text
}

/** Draws the page and reads its code as a camera would. */
async function scanned(pdf: Buffer): Promise<string> {
  const { png } = (await onDisk(pdf, (path) => pdfPage(path, 0, 1654)))!
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = (jsqr as unknown as { default: typeof jsqr }).default ?? jsqr
  type Read = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null
  return (read as unknown as Read)(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
}

test.each([
  ['de-de', 'Empfangsschein', 'Rechnung', 'Zahlteil'],
  ['fr-fr', 'Récépissé', 'Facture', 'Section paiement'],
  ['it-it', 'Ricevuta', 'Fattura', 'Sezione pagamento'],
  ['en-us', 'Receipt', 'Invoice', 'Payment part'],
])('in %s the printed code says exactly who pays what to whom', async (language, receipt, title, part) => {
  const franziska = await house.person({ roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10001', 'open')
  const { answer, pdf } = await pdfOf(invoice.id, language, franziska.cookies)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="${invoice.number}.pdf"`)
  const house_number = /\d+$/.exec(invoice.street)![0]
  expect((await scanned(pdf)).split('\n')).toEqual([
    'SPC',
    '0200',
    '1',
    invoice.qr_iban,
    'S',
    'Muster Broker AG',
    'Pilatusstrasse',
    '12',
    '6003',
    'Luzern',
    'CH',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    invoice.total,
    'CHF',
    'S',
    invoice.name,
    invoice.street.slice(0, -house_number.length - 1),
    house_number,
    invoice.postal_code,
    invoice.town,
    'CH',
    'QRR',
    invoice.qr_reference,
    invoice.number,
    'EPD',
  ])
  const text = await textOf(pdf)
  expect(text).toContain(`${title} ${invoice.number}`)
  expect(text).toContain(receipt)
  expect(text).toContain(part)
  expect(text).toContain({ 'de-de': 'Seite 1/1', 'fr-fr': 'Page 1/1', 'it-it': 'Pagina 1/1', 'en-us': 'Page 1/1' }[language])
  const source = pdf.toString('latin1')
  expect(source.match(/\/Type \/Page\b/g)).toHaveLength(1)
  // Tagged, in its language, with its own letters.
  expect(source).toContain('/Marked true')
  expect(source).toContain(`/Lang (${{ 'de-de': 'de-CH', 'fr-fr': 'fr-CH', 'it-it': 'it-CH', 'en-us': 'en' }[language]})`)
  expect(source).toMatch(/\/FontFile2 /)
  expect(source).not.toMatch(/\/BaseFont \/Helvetica/)
})

test('names keep their letters, on the page and in the code', async () => {
  const person = await house.person({ company: 'K-10007', roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10007', 'open')
  const id = await house.brokerageId()
  await house.database.write(
    id,
    `update company c set name = 'Kovačić & Țăranu Bau', street = 'Route de la Œuvre 3', town = 'Genève' from invoice i
     where i.id = $1 and c.brokerage_id = i.brokerage_id and c.id = i.company_id`,
    [invoice.id],
  )
  const { pdf } = await pdfOf(invoice.id, 'fr-fr', person.cookies)
  const text = await textOf(pdf)
  expect(text).toContain('Kovačić & Țăranu Bau')
  expect(text.match(/Kovačić/g)!.length).toBe(3)
  expect((await scanned(pdf)).split('\n').slice(20, 26)).toEqual([
    'S',
    'Kovačić & Țăranu Bau',
    'Route de la Œuvre',
    '3',
    invoice.postal_code,
    'Genève',
  ])
})

test('a subject of several lines leaves the payment part its room', async () => {
  const person = await house.person({ company: 'K-10009', roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10009', 'open')
  await house.database.write(await house.brokerageId(), `update invoice set subject = $2 where id = $1`, [
    invoice.id,
    'Beratung und Betreuung der Versicherungen, '.repeat(4),
  ])
  const { pdf } = await pdfOf(invoice.id, 'de-de', person.cookies)
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  expect(await textOf(pdf)).toContain('Zahlteil')
})

test('the page says net, VAT and total', async () => {
  const franziska = await house.person({ roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10001', 'open')
  const text = await textOf((await pdfOf(invoice.id, 'de-de', franziska.cookies)).pdf)
  for (const part of ['MWST 8.1', 'Total', 'Betrag in CHF', 'Muster Holding AG', 'Rosenweg 1', '6900 Lugano'])
    expect(text).toContain(part)
})

test('a paid invoice prints without a payment part', async () => {
  const franziska = await house.person({ roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10001', 'paid')
  await franziska.get(`/de-de/invoices/${invoice.id}`)
  expect(franziska.text()).toContain('Rechnung (PDF)')
  const text = await textOf((await pdfOf(invoice.id, 'de-de', franziska.cookies)).pdf)
  expect(text).toContain('Diese Rechnung ist bezahlt')
  expect(text).not.toContain('Empfangsschein')
})

test('what a bank would refuse is no PDF but a page that says why', async () => {
  const franziska = await house.person({ company: 'K-10003', roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10003', 'open')
  const id = await house.brokerageId()
  await house.database.write(id, `update invoice set qr_reference = '000000347704157405668135740' where id = $1`, [invoice.id])
  await franziska.get(`/de-de/invoices/${invoice.id}/pdf`)
  expect(franziska.status).toBe(404)
  expect(franziska.text()).toContain('Die Referenz stimmt nicht')
  expect(franziska.text()).toContain('Zahlen Sie mit der Rechnung, die Sie von Ihrem Broker erhalten haben')
  const staff = await house.staff()
  expect((await staff.get(`/de-de/invoices/${invoice.id}/pdf`)).text()).toContain(
    'Berichtigen Sie die Angaben im Verwaltungssystem',
  )
  const beispiel = await house.person({ brokerage: '7101', roles: ['full_access'] })
  const [there] = await house.look<{ id: string }>(
    `select i.id from invoice i join company c on c.brokerage_id = i.brokerage_id and c.id = i.company_id
     where i.brokerage_id = $1 and c.source_key = 'K-10001' and i.state = 'open' limit 1`,
    [await house.brokerageId('7101')],
  )
  await house.look(`update brokerage set street = null where number = '7101'`)
  await beispiel.get(`/de-de/invoices/${there!.id}/pdf`)
  expect(beispiel.text()).toContain('Strasse, Postleitzahl oder Ort der Brokerfirma fehlen')
})

test('somebody else’s invoice, or one for which the role is missing, is not there', async () => {
  const invoice = await invoiceOf('K-10001', 'open')
  for (const person of [
    await house.person({ roles: ['fleet'] }),
    await house.person({ company: 'K-10005', roles: ['full_access'] }),
    await house.person({ company: 'K-10003', roles: ['other_lines'] }),
  ]) {
    const { answer } = await pdfOf(invoice.id, 'de-de', person.cookies)
    expect([answer.statusCode, answer.body.includes(invoice.number)]).toEqual([404, false])
  }
  expect((await (await house.staff()).get(`/de-de/invoices/${invoice.id}/pdf`)).status).toBe(200)
  expect((await house.visitor().get(`/de-de/invoices/${invoice.id}/pdf`)).location).toContain('/PortalLogin')
})

test('the imported accounts and references have right check digits', async () => {
  const rows = await house.look<{ qr_iban: string; qr_reference: string }>('select qr_iban, qr_reference from invoice')
  const wrong = rows.filter(
    ({ qr_iban, qr_reference }) =>
      !isIBANValid(qr_iban) || (qr_reference !== '000000347704157405668135740' && !isQRReferenceValid(qr_reference)),
  )
  expect(rows.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})
