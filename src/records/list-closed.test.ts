import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const closed = 'ist für Sie nicht geöffnet'
const areas = ['/policies', '/premium-invoices', '/insured-objects', '/claims', '/documents', '/invoices']

describe('whoever lacks every role that opens an area', () => {
  test.each(areas)('is told so in %s: which roles, and whom to ask', async (area) => {
    const person = await house.person()
    for (const address of [area, `${area}?q=x`, `${area}?p=filter`]) {
      await person.get(`/de-de${address}`)
      expect([address, person.status]).toEqual([address, 200])
      expect(person.text()).toContain(closed)
      // The User Managers of Muster Holding AG in the demonstration.
      expect(person.text()).toContain('Franziska Keller')
      expect(person.html).toContain('href="/de-de/requests/new?category=access_question"')
    }
    const expected =
      area === '/invoices'
        ? 'Übrige Branchen oder Kompletter Zugriff'
        : 'Personenversicherungen ohne BVG, Berufliche Vorsorge, Flottenmanager, Übrige Branchen oder Kompletter Zugriff'
    expect(person.text()).toContain(`: ${expected}.`)
  })

  test('is not told anything by requests, messages and contacts: those are everybody’s', async () => {
    const person = await house.person()
    for (const area of ['/requests', '/messages', '/contacts']) {
      await person.get(`/de-de${area}`)
      expect([area, person.text().includes(closed)]).toEqual([area, false])
    }
  })

  test('hears of Konzernmanager that it opens nothing by itself', async () => {
    const person = await house.person({ roles: ['group_manager'] })
    await person.get('/de-de/policies')
    expect(person.text()).toMatch(/nicht geöffnet.*Konzernmanager weitet nur aus/)
  })

  test('and gives the roles asks by the own account, and is not sent to himself', async () => {
    const manager = await house.known('franziska.keller@muster.example')
    await house.look(`delete from role_grant where account_id = $1 and role <> 'user_manager'`, [manager.accountId])
    await manager.get('/de-de/policies')
    expect(manager.html).toContain(`href="/de-de/contacts/${manager.contactId}"`)
    expect(manager.text()).not.toContain('Fragen Sie Franziska Keller')
  })
})

test('a role that the company’s own mapping opens is a key, one it takes away is none', async () => {
  const fleet = await house.person({ company: 'K-10002', roles: ['fleet'] })
  await fleet.get('/de-de/policies?q=nothing-like-this')
  expect(fleet.text()).not.toContain(closed)
  const here = await house.brokerageId()
  await house.database.write(
    here,
    `insert into company_line (brokerage_id, company_id, line_code, audience)
     select brokerage_id, $1, code, '{other_lines}' from line_of_business where brokerage_id = $2 and 'fleet' = any (audience)
     on conflict (brokerage_id, company_id, line_code) do update set audience = '{other_lines}'`,
    [fleet.companyId, here],
  )
  await fleet.get('/de-de/policies')
  expect(fleet.text()).toContain(closed)
  expect(fleet.text()).not.toContain('Flottenmanager')
})

test('whoever has a key sees an empty room as an empty room, staff always do', async () => {
  const people = [await house.person({ company: 'K-10005', roles: ['full_access'] }), await house.staff()]
  for (const person of people) {
    await person.get('/de-de/policies?q=nothing-like-this')
    expect(person.text()).toContain('Keine Treffer für «nothing-like-this»')
    expect(person.text()).not.toContain(closed)
  }
})

test('an own record makes the area one’s own, whatever the roles', async () => {
  const person = await house.person()
  const here = await house.brokerageId()
  await house.database.write(
    here,
    `insert into document (brokerage_id, company_id, title, category, file_name, media_type, byte_size, sha256, author_account_id, published_at)
     values ($1, $2, 'Mein Beleg', 'Brief', 'beleg.pdf', 'application/pdf', 3, sha256('abc'), $3, now())`,
    [here, person.companyId, person.accountId],
  )
  await person.get('/de-de/documents')
  expect(person.text()).toContain('Mein Beleg')
  expect(person.text()).not.toContain(closed)
  await person.get('/de-de/documents?v=own')
  expect(person.text()).toContain('Mein Beleg')
})
