import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import { isIBANValid, isQRReferenceValid } from 'swissqrbill/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

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

/** What a page draws: its content streams, unpacked. */
function contents(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n/g)].filter(
    (match) => !text.slice(match.index - 3, match.index).startsWith('end'),
  )
  return streams
    .map(({ index, 0: { length } }) => {
      const bytes = pdf.subarray(index + length, text.indexOf('endstream', index))
      try {
        return inflateSync(bytes).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

/** The text on the page; the standard fonts write it as hexadecimal in Windows-1252. */
function textOf(pdf: Buffer): string {
  const decoder = new TextDecoder('windows-1252')
  return [...contents(pdf).matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, parts]) =>
      [...parts!.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => decoder.decode(Buffer.from(hex!, 'hex'))).join(''),
    )
    .join('\n')
}

/** Takes the code's squares out of the page, paints them as a camera would see them, and reads them. */
function scanned(pdf: Buffer): string {
  const squares = [...contents(pdf).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\b/g)]
    .map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number])
    .filter(([, , width, height]) => width === height && width < 4)
  const module = squares[0]![2]
  const side = Math.round(Math.max(...squares.map(([x]) => x)) / module) + 1
  const [scale, margin] = [6, 4]
  const size = (side + 2 * margin) * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [x, y] of squares) {
    const [column, row] = [Math.round(x / module) + margin, Math.round(y / module) + margin]
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++)
        pixels.fill(
          0,
          ((row * scale + dy) * size + column * scale + dx) * 4,
          ((row * scale + dy) * size + column * scale + dx) * 4 + 3,
        )
  }
  const read = (jsqr as unknown as { default: typeof jsqr }).default ?? jsqr
  return (
    (read as unknown as (data: Uint8ClampedArray, w: number, h: number) => { data: string } | null)(pixels, size, size)?.data ??
    ''
  )
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
  expect(scanned(pdf).split('\n')).toEqual([
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
  const text = textOf(pdf)
  expect(text).toContain(`${title} ${invoice.number}`)
  expect(text).toContain(receipt)
  expect(text).toContain(part)
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('the page says net, VAT and total', async () => {
  const franziska = await house.person({ roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10001', 'open')
  const text = textOf((await pdfOf(invoice.id, 'de-de', franziska.cookies)).pdf)
  for (const part of ['Netto', 'MWST 8.1', 'Total', 'Betrag in CHF', 'Muster Holding AG', 'Rosenweg 1', '6900 Lugano'])
    expect(text).toContain(part)
})

test('a paid invoice prints without a payment part', async () => {
  const franziska = await house.person({ roles: ['other_lines'] })
  const invoice = await invoiceOf('K-10001', 'paid')
  await franziska.get(`/de-de/invoices/${invoice.id}`)
  expect(franziska.text()).toContain('Rechnung (PDF)')
  const text = textOf((await pdfOf(invoice.id, 'de-de', franziska.cookies)).pdf)
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
