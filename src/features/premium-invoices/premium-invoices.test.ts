import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { shortDate } from '../../platform/format.ts'

let house: House
let invoice: string
beforeAll(async () => {
  house = await startHouse()
  const [found] = await house.look<{ id: string }>(
    `select i.id from premium_invoice i join policy p on p.id = i.policy_id join company c on c.id = p.company_id
     where c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') and p.line_code = 'MF' and not p.confidential limit 1`,
  )
  invoice = found!.id
})
afterAll(() => house.close())

async function shown(values: Record<string, unknown>, language = 'de-de') {
  const columns = Object.keys(values)
  const changes = columns.map((name, n) => `${name} = $${n + 2}`).join(', ')
  await house.database.write(await house.brokerageId(), `update premium_invoice set ${changes} where id = $1`, [
    invoice,
    ...Object.values(values),
  ])
  const person = await house.person({ roles: ['fleet'] })
  await person.get(`/${language}/premium-invoices/${invoice}`)
  expect(person.status).toBe(200)
  expect(person.html).not.toMatch(/class="badge[^"]*"><\/span>/)
  return person.text()
}

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Zurich').add({ days }).toString()

test('a state never stands without its source and the day of it', async () => {
  const text = await shown({ state: 'open', due_on: inDays(10), data_as_of: '2026-11-13' })
  expect(text).toContain('offen laut Export vom 13.11.2026')
  expect(text).not.toContain('überfällig')
  // The source does not say as of when: then it is the day on which its export was taken over.
  expect(await shown({ data_as_of: null })).toContain(`offen laut Export vom ${shortDate(inDays(0))}`)
})

test('overdue is computed: from the day after the due day, while the source knows of no full payment', async () => {
  for (const state of ['open', 'due', 'reminded', 'partly_paid']) {
    expect([state, (await shown({ state, due_on: inDays(-1) })).includes('überfällig')]).toEqual([state, true])
    expect([state, (await shown({ state, due_on: inDays(0) })).includes('überfällig')]).toEqual([state, false])
  }
  for (const state of ['paid', 'cancelled', 'credited', 'unknown'])
    expect([state, (await shown({ state, due_on: inDays(-90) })).includes('überfällig')]).toEqual([state, false])
  expect(await shown({ state: 'overdue', due_on: null })).toContain('überfällig')
})

test('what nobody knows is said to be unknown, and a suspended cover says what that means', async () => {
  expect(await shown({ state: 'unknown', due_on: inDays(-90) })).toContain('ob sie bezahlt ist, weiss Ihr Broker nicht')
  expect(await shown({ state: 'cover_suspended' })).toContain('VVG Art. 20')
})

test('net premium, stamp duty and total stand apart', async () => {
  const text = await shown({ net: '8645.85', stamp_duty: '432.29', total: '9078.14', currency: 'CHF' })
  expect(text).toContain('Nettoprämie CHF 8’645.85')
  expect(text).toContain('Eidg. Stempelabgabe CHF 432.29')
  expect(text).toContain('Total CHF 9’078.14')
})

test('the view of the overdue lists what the badge says', async () => {
  const staff = await house.staff()
  const expected = await house.look<{ n: number }>(
    `select count(*) as n from premium_invoice i join brokerage b on b.brokerage_id = i.brokerage_id
     where b.number = '6323' and i.state in ('open', 'due', 'overdue', 'reminded', 'cover_suspended', 'partly_paid')
       and coalesce(i.due_on < (now() at time zone 'Europe/Zurich')::date, i.state = 'overdue')`,
  )
  await staff.get('/de-de/premium-invoices?v=overdue&n=10')
  expect(expected[0]!.n).toBeGreaterThan(0)
  expect(staff.text()).toContain(`von ${expected[0]!.n} Einträgen`)
  expect(staff.html.match(/class="badge warn"/g)!.length).toBeGreaterThanOrEqual(10)
})

test('every kind and state has its word in every language', async () => {
  for (const kind of ['provisional', 'renewal', 'instalment', 'final', 'credit', 'reminder', 'cancellation'])
    for (const language of ['de-de', 'fr-fr', 'it-it', 'en-us'])
      expect(await shown({ kind }, language)).not.toContain('undefined')
  for (const state of [
    'unknown',
    'open',
    'due',
    'overdue',
    'reminded',
    'cover_suspended',
    'paid',
    'partly_paid',
    'cancelled',
    'credited',
  ])
    await shown({ state })
})
