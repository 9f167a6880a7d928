import { expect, test } from 'vitest'
import { payable } from './payable.ts'
import { paymentSlip, streetAndNumber } from './payment-slip.ts'

const creditor = { name: 'Muster Broker AG', street: 'Pilatusstrasse 12', postal_code: '6003', town: 'Luzern', country: 'CH' }
const debtor = { name: 'Muster Holding AG', street: 'Rosenweg 1', postal_code: '6900', town: 'Lugano', country: 'CH' }
const invoice = {
  number: 'H2026-0002',
  total: '6161.70',
  currency: 'CHF',
  qr_iban: 'CH44 3199 9123 0008 8901 2',
  qr_reference: '210000000003139471430009017',
}
const problems = (changes: Partial<typeof invoice> | { qr_iban: null } | { qr_reference: null }, from = creditor) => {
  const slip = paymentSlip({ ...invoice, ...changes }, from, debtor)
  return slip.ok ? [] : slip.problems
}

test('a good invoice becomes a slip with both addresses in their fields', () => {
  expect(paymentSlip(invoice, creditor, debtor)).toEqual({
    ok: true,
    data: {
      currency: 'CHF',
      amount: 6161.7,
      creditor: {
        account: 'CH4431999123000889012',
        name: 'Muster Broker AG',
        address: 'Pilatusstrasse',
        buildingNumber: '12',
        zip: '6003',
        city: 'Luzern',
        country: 'CH',
      },
      debtor: { name: 'Muster Holding AG', address: 'Rosenweg', buildingNumber: '1', zip: '6900', city: 'Lugano', country: 'CH' },
      reference: '210000000003139471430009017',
      message: 'H2026-0002',
    },
  })
})

test('a debtor without an address is left out, a creditor without one is a problem', () => {
  const slip = paymentSlip(invoice, creditor, { ...debtor, town: null as never })
  expect(slip.ok && slip.data.debtor).toBeUndefined()
  expect(slip.ok).toBe(true)
  expect(problems({}, { ...creditor, postal_code: '' })).toEqual(['creditor_address'])
})

test('check digits of account and reference are checked, and that the two go together', () => {
  expect(problems({ qr_iban: null })).toEqual(['iban_missing'])
  expect(problems({ qr_iban: 'CH4431999123000889013' })).toEqual(['iban_invalid'])
  expect(problems({ qr_iban: 'DE89370400440532013000' })).toEqual(['iban_invalid'])
  expect(problems({ qr_reference: null })).toEqual(['reference_missing'])
  expect(problems({ qr_reference: '210000000003139471430009018' })).toEqual(['reference_invalid'])
  expect(problems({ qr_reference: 'RF18539007547034' })).toEqual(['reference_invalid'])
  const ordinary = { qr_iban: 'CH9300762011623852957' }
  expect(problems(ordinary)).toEqual(['reference_invalid'])
  expect(problems({ ...ordinary, qr_reference: 'RF18539007547034' })).toEqual([])
  expect(problems({ ...ordinary, qr_reference: 'RF19539007547034' })).toEqual(['reference_invalid'])
  expect(problems({ ...ordinary, qr_reference: null })).toEqual([])
})

test('only an amount that a bank takes', () => {
  for (const total of ['0.00', '-5.00', '1000000000.00']) expect([total, problems({ total })]).toEqual([total, ['amount']])
  expect(problems({ currency: 'USD' })).toEqual(['amount'])
  expect(problems({ currency: 'EUR' })).toEqual([])
})

test.each([
  ['Rosenweg 1', 'Rosenweg', '1'],
  ['Dorfstrasse 166a', 'Dorfstrasse', '166a'],
  ['Via San Gottardo 12/14', 'Via San Gottardo', '12/14'],
  ['12, rue du Lac', 'rue du Lac', '12'],
  ['Rue du 31-Décembre 8', 'Rue du 31-Décembre', '8'],
  ['Postfach', 'Postfach', null],
])('%s is split into street and number', (line, street, number) => {
  expect(streetAndNumber(line)).toEqual({ street, number })
})

test('letters that banks take stay, the others lose their accents', () => {
  expect(payable('Genève «Zürich» Œuvre Š 100 €')).toBe('Genève «Zürich» Œuvre Š 100 €')
  expect(payable('Kovačić Łódź Đorđe Țară')).toBe('Kovačić Łódź Đorđe Țară')
  expect(payable('Hồ Chí Minh\u202f– d’Or 漢')).toBe("Ho Chí Minh - d'Or ?")
  expect(payable('Zu\u0308rich')).toBe('Zürich')
})
