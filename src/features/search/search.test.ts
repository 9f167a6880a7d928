import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

/** The groups of a page of results: kind → rows shown and how many there are. */
async function groups(person: Visitor, term: string) {
  await person.get(`/de-de/search?q=${encodeURIComponent(term)}`)
  expect(person.status).toBe(200)
  return Object.fromEntries(
    [...person.html.matchAll(/<section class="card[^"]*"[^>]*id="([a-z-]+)">([\s\S]*?)<\/table>/g)].map(([, key, body]) => [
      key!,
      {
        shown: body!.match(/<th scope="row"/g)?.length ?? 0,
        total: Number(/Alle anzeigen \(([\d’]+)\)/.exec(body!)![1]!.replace('’', '')),
        all: /href="([^"]+)"/.exec(body!)![1]!,
      },
    ]),
  )
}

async function policy(line: string) {
  const [found] = await house.look<{ number: string }>(
    `select p.number from policy p join company c on c.id = p.company_id where c.source_key = 'K-10001' and p.line_code = $1 limit 1`,
    [line],
  )
  return found!.number
}

test('a policy number finds the policy and all that hangs on it, five of each, with the way to the rest', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const found = await groups(person, await policy('MF'))
  expect(found).toMatchObject({ policies: { shown: 1, total: 1 } })
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['policies', 'insured-objects', 'premium-invoices']))
  for (const [kind, { shown, total, all }] of Object.entries(found)) {
    expect([kind, shown]).toEqual([kind, Math.min(5, total)])
    await person.get(all.replaceAll('&amp;', '&'))
    expect([kind, person.text().includes(`von ${total} Einträgen`)]).toEqual([kind, true])
  }
})

test('what a person may not see is neither found nor counted', async () => {
  const number = await policy('BVG')
  const fleet = await house.person({ roles: ['fleet'] })
  expect(await groups(fleet, number)).toEqual({})
  expect(fleet.text()).toContain(`Keine Treffer für «${number}»`)
  const pension = await house.person({ roles: ['occupational_pension'] })
  expect(await groups(pension, number)).toHaveProperty('policies')
  const [foreign] = await house.look<{ number: string }>(
    `select p.number from policy p join brokerage b on b.brokerage_id = p.brokerage_id where b.number = '7101' limit 1`,
  )
  const staff = await house.staff()
  expect(await groups(staff, foreign!.number)).toEqual({})
})

test('the number of results is the sum of what may be seen', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const found = await groups(person, 'a')
  const total = Object.values(found).reduce((sum, { total }) => sum + total, 0)
  expect(total).toBeGreaterThan(10)
  await person.get('/de-de/search?q=a')
  expect(person.text()).toContain(`${total} Treffer`)
})

test('a plate is found without its space, a claim by the number of the insurer, a contact by name', async () => {
  const [object] = await house.look<{ plate: string }>(
    `select plate from insured_object o join company c on c.id = o.company_id where c.source_key = 'K-10001' and plate is not null limit 1`,
  )
  const [claim] = await house.look<{ insurer_number: string }>(
    `select insurer_number from claim l join company c on c.id = l.company_id where c.source_key = 'K-10001' and insurer_number is not null limit 1`,
  )
  const full = await house.person({ roles: ['full_access', 'user_manager'] })
  expect(await groups(full, object!.plate.replaceAll(' ', '').toLowerCase())).toHaveProperty('insured-objects')
  expect(await groups(full, claim!.insurer_number)).toMatchObject({ claims: { total: 1 } })
  expect(await groups(full, 'Franziska Keller')).toHaveProperty('contacts')
  const fleet = await house.person({ roles: ['fleet'] })
  expect(await groups(fleet, 'Franziska Keller')).toEqual({})
})

test('before a search stands a hint, and strange terms find nothing without an error', async () => {
  const person = await house.person({ roles: ['full_access'] })
  for (const query of ['', '?q=', '?q=%20%20', '?q=a&q=b', '?q=%00']) {
    await person.get(`/de-de/search${query}`)
    expect([query, person.status, person.text().includes('Was suchen Sie?')]).toEqual([query, 200, true])
  }
  for (const term of ['%', '_', '\\', "'; drop table policy; --", '\u0000\\x', '\ufffd', '<script>"', 'ä'.repeat(500)]) {
    await person.get(`/de-de/search?q=${encodeURIComponent(term)}`)
    expect([term, person.status]).toEqual([term, 200])
    expect(person.html).not.toContain('<script>"')
    expect(await groups(person, term)).toEqual({})
  }
})

test('the page stands in a search landmark, and asks for a session', async () => {
  const person = await house.person({ roles: [] })
  await person.get('/de-de/search?q=x')
  expect(person.html).toContain('<search aria-label="Suchen">')
  const stranger = house.visitor()
  await stranger.get('/de-de/search?q=x')
  expect(stranger.location).toContain('/de-de/PortalLogin')
})
