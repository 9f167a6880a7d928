import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const idOf = async (key: string) =>
  (
    await house.look<{ id: string }>('select id from company where source_key = $1 and brokerage_id = $2', [
      key,
      await house.brokerageId(),
    ])
  )[0]!.id

const tables = [
  'contact',
  'portal_account',
  'role_grant',
  'policy',
  'premium_invoice',
  'insured_object',
  'claim',
  'invoice',
  'document',
  'service_request',
  'conversation',
]

async function countsOf(id: string) {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await house.look<{ n: number }>(`select count(*)::int as n from ${table} where company_id = $1`, [id])
    counts[table] = row!.n
  }
  return counts
}

test('everything of one company becomes the other’s; its people go on, and what is left is a pointer', async () => {
  const staff = await house.staff()
  const [from, into] = [await idOf('K-10002'), await idOf('K-10005')]
  const person = await house.person({ company: 'K-10002', roles: ['full_access'] })
  const other = await house.person({ company: 'K-10005', roles: ['full_access'] })
  for (const author of [person, other]) {
    await author.get('/de-de/requests/new?category=offer')
    await author.post('/de-de/requests/new', {
      category: 'offer',
      subject: 'Cyber',
      body: 'Eine Cyberversicherung für 40 Personen.',
    })
  }
  const [before, there] = [await countsOf(from), await countsOf(into)]
  expect(before.policy).toBeGreaterThan(0)
  await staff.get(`/de-de/companies/${from}/merge?into=${into}`)
  expect(staff.text()).toContain('Muster Bau AG →')
  await staff.post(`/de-de/companies/${from}/merger`, {})
  expect((await staff.follow()).text()).toContain('Die Firmen sind zusammengeführt')
  const after = await countsOf(into)
  for (const table of tables) expect([table, after[table]]).toEqual([table, before[table]! + there[table]!])
  expect(Object.values(await countsOf(from)).every((n) => n === 0)).toBe(true)
  const numbers = await house.look<{ number: string }>('select number from service_request where company_id = $1', [into])
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length)
  await person.get('/de-de/policies')
  expect(person.status).toBe(200)
  const [policy] = await house.look<{ id: string }>(
    'select id from policy where company_id = $1 and published_at <= now() limit 1',
    [into],
  )
  expect((await person.get(`/de-de/policies/${policy!.id}`)).status).toBe(200)
  await staff.get(`/de-de/companies/${from}`)
  expect(staff.html).toContain(`href="/de-de/companies/${into}"`)
  expect(staff.text()).toContain('wurde zusammengeführt')
  expect(staff.html).not.toContain('/restore')
  const told = await house.look("select id from notification where kind = 'roles_changed' and account_id = $1", [
    person.accountId,
  ])
  expect(told).toEqual([])
})

test('who has an account at both stands in the way, in words, and the database refuses as well', async () => {
  const staff = await house.staff()
  const both = await house.look<{ company_id: string }>(
    "select a.company_id from portal_account a join login l on l.id = a.login_id where l.email_key = 'nadia.berger@matte.example' and a.brokerage_id = $1",
    [await house.brokerageId()],
  )
  const [from, into] = both.map((row) => row.company_id) as [string, string]
  const before = await countsOf(from)
  await staff.get(`/de-de/companies/${from}/merge?into=${into}`)
  expect(staff.text()).toContain('haben bei beiden Firmen ein Konto: Berger Nadia')
  expect(staff.html).not.toContain('name="into" value')
  const db = await house.database.app.connect()
  try {
    await db.query('begin')
    await db.query("select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)", [
      await house.brokerageId(),
      staff.staffId,
    ])
    await db.query('select access.work_out()')
    await expect(db.query('select access.merge_companies($1, $2)', [from, into])).rejects.toThrow('account at both')
  } finally {
    await db.query('rollback')
    db.release()
  }
  expect(await countsOf(from)).toEqual(before)
  const auditor = await house.staff('auditor')
  expect((await auditor.get(`/de-de/companies/${from}/merge`)).status).toBe(403)
})
