import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../test/house.ts'
import type { Visitor } from '../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const rows = (person: Visitor) => person.html.match(/<th scope="row"/g)?.length ?? 0

test('a chosen page size holds in every list from then on, and every address says what it shows', async () => {
  const person = await house.staff()
  await person.get('/de-de/policies')
  expect(rows(person)).toBe(10)
  expect(person.html).toContain('href="/de-de/policies?s=2"')
  await person.get('/de-de/policies?n=25')
  expect(rows(person)).toBe(25)
  await person.get('/de-de/contacts')
  expect(rows(person)).toBe(25)
  expect(person.html).toContain('href="/de-de/contacts?n=25&amp;s=2"')
  await person.get('/de-de/claims?n=10')
  expect(rows(person)).toBe(10)
  await person.get('/de-de/claims')
  expect(rows(person)).toBe(10)
})

test('it is the person’s: the next one in the same browser starts with ten', async () => {
  const one = await house.staff()
  await one.get('/de-de/policies?n=50')
  const next = await house.person({ roles: ['full_access', 'group_manager'] })
  next.cookies.set('n', one.cookies.get('n')!)
  await next.get('/de-de/insured-objects')
  expect(rows(next)).toBe(10)
})

test.each(['', '7', '1e9', '25', 'x.y', '25.0190a0b0-0000-7000-8000-000000000000', '%00'])(
  'a cookie «%s» means ten',
  async (value) => {
    const person = await house.staff()
    person.cookies.set('n', value)
    await person.get('/de-de/policies')
    expect([person.status, rows(person)]).toEqual([200, 10])
  },
)
