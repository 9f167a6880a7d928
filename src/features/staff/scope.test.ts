import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { newId } from '../../platform/ids.ts'

// Whose companies a member of staff sees: in every area, by list, count, page, search and export (domain 2.8, decision 0085).

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const areas = [
  '/companies',
  '/policies',
  '/premium-invoices',
  '/insured-objects',
  '/claims',
  '/invoices',
  '/documents',
  '/contacts',
]
type Colleague = Awaited<ReturnType<House['colleague']>>

async function give(key: string, staffId: string | null, teamId: string | null = null): Promise<string> {
  const rows = await house.look<{ id: string }>(
    'update company set account_manager_id = $1, team_id = $2 where source_key = $3 and brokerage_id = $4 returning id',
    [staffId, teamId, key, await house.brokerageId()],
  )
  return rows[0]!.id
}

async function team(...members: Colleague[]): Promise<string> {
  const id = newId()
  await house.look('insert into team (brokerage_id, id, name) values ($1, $2, $3)', [await house.brokerageId(), id, id])
  for (const { staffId } of members)
    await house.look('insert into team_member (brokerage_id, team_id, staff_id) values ($1, $2, $3)', [
      await house.brokerageId(),
      id,
      staffId,
    ])
  return id
}

async function absence(away: Colleague, deputy: Colleague, from = 0, until = 0) {
  await house.look(
    `insert into staff_absence (brokerage_id, staff_id, deputy_id, from_on, until_on, entered_by)
     values ($1, $2, $3, (now() at time zone 'Europe/Zurich')::date + $4::int, (now() at time zone 'Europe/Zurich')::date + $5::int, 'Test')`,
    [await house.brokerageId(), away.staffId, deputy.staffId, from, until],
  )
}

/** How many rows each area's export has, and whether it names this company. */
async function exported(who: Colleague, area: string): Promise<string> {
  await who.get(`/de-de${area}/export.csv`)
  expect([area, who.status]).toEqual([area, 200])
  return who.html
}

async function names(who: Colleague): Promise<string[]> {
  const rows = (await exported(who, '/companies')).trim().split('\n').slice(1)
  return rows.map((row) => row.split(';')[0]!.replaceAll('"', '').trim()).sort()
}

async function companiesWithout(...ids: string[]) {
  return await house.look<{ id: string; name: string }>(
    'select id, name from company where brokerage_id = $1 and not id = any($2)',
    [await house.brokerageId(), ids],
  )
}

test('an account manager sees the own companies, and of the others nothing, in any area', async () => {
  const anna = await house.colleague('account_manager')
  const own = await give('K-10002', anna.staffId)
  expect(await names(anna)).toEqual(['Muster Bau AG'])
  const foreign = await companiesWithout(own)
  for (const area of areas.slice(1)) {
    const rows = await exported(anna, area)
    for (const { name } of foreign) expect([area, name, rows.includes(name)]).toEqual([area, name, false])
    const [count] = await house.look<{ n: number }>(
      `select count(*)::int as n from ${area.slice(1).replaceAll('-', '_').replace(/ies$/, 'y').replace(/s$/, '')} where company_id = $1`,
      [own],
    )
    await anna.get(`/de-de${area}`)
    expect([area, anna.text().includes(`von ${count!.n} Eintr`) || count!.n === 0]).toEqual([area, true])
  }
  for (const table of ['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'contact'] as const) {
    const [record] = await house.look<{ id: string }>(
      `select id from ${table} where brokerage_id = $1 and company_id <> $2 order by id limit 1`,
      [await house.brokerageId(), own],
    )
    const path =
      { policy: 'policies', premium_invoice: 'premium-invoices', insured_object: 'insured-objects' }[table as 'policy'] ??
      `${table}s`
    expect([table, (await anna.get(`/de-de/${path}/${record!.id}`)).status]).toEqual([table, 404])
  }
  expect((await anna.get('/de-de/search?q=Muster+Logistik')).text()).not.toContain('Muster Logistik AG')
  expect((await anna.get(`/de-de/companies/${foreign[0]!.id}`)).status).toBe(404)
})

test('colleagues of a team and its assistants see each other’s companies, and those that belong to the team itself', async () => {
  const [anna, bert, ass, alone] = [
    await house.colleague('account_manager'),
    await house.colleague('account_manager'),
    await house.colleague('assistant'),
    await house.colleague('assistant'),
  ]
  const id = await team(anna, bert, ass)
  await give('K-10003', anna.staffId)
  await give('K-10004', bert.staffId)
  await give('K-10005', null, id)
  const three = await names(anna)
  expect(three).toHaveLength(3)
  expect(await names(bert)).toEqual(three)
  expect(await names(ass)).toEqual(three)
  expect(await names(alone)).toEqual([])
  // Out of the team from the very next request on.
  await house.look('update team_member set removed_at = now() where staff_id = $1', [ass.staffId])
  expect(await names(ass)).toEqual([])
})

test('a deputy sees what the absent one sees, while it lasts; whoever stands in for the deputy as well', async () => {
  const [anna, dora, carl] = [
    await house.colleague('account_manager'),
    await house.colleague('account_manager'),
    await house.colleague('assistant'),
  ]
  await give('K-10006', anna.staffId)
  await absence(anna, dora, 1, 5)
  expect(await names(dora)).toEqual([])
  await house.look(`update staff_absence set from_on = (now() at time zone 'Europe/Zurich')::date where staff_id = $1`, [
    anna.staffId,
  ])
  expect(await names(dora)).toHaveLength(1)
  await absence(dora, carl)
  expect(await names(carl)).toHaveLength(1)
  await house.look('update staff_absence set cancelled_at = now() where staff_id = $1', [anna.staffId])
  expect(await names(dora)).toEqual([])
  expect(await names(carl)).toEqual([])
})

test('customers read who stands in, and what they write reaches both', async () => {
  const [anna, dora] = [await house.colleague('account_manager'), await house.colleague('account_manager')]
  await give('K-10008', anna.staffId)
  const customer = await house.person({ company: 'K-10008', roles: ['full_access'] })
  expect((await customer.get('/de-de/')).text()).not.toContain('vertreten durch')
  await absence(anna, dora, 0, 3)
  await customer.get('/de-de/')
  expect(customer.text()).toContain('vertreten durch Test')
  expect(customer.html).toContain(`mailto:${dora.email}`)
  await customer.get('/de-de/messages/new')
  await customer.post('/de-de/messages/new', { subject: 'Frage', body: 'Wer hilft mir?' })
  expect(customer.status).toBe(303)
  const told = await house.look<{ staff_id: string }>(
    "select staff_id from notification where kind = 'message' and staff_id = any($1)",
    [[anna.staffId, dora.staffId]],
  )
  expect(told.map((row) => row.staff_id).sort()).toEqual([anna.staffId, dora.staffId].sort())
})

test('administrators and auditors see all, and everybody does where the brokerage says so', async () => {
  const [{ n }] = (await house.look<{ n: number }>('select count(*)::int as n from company where brokerage_id = $1', [
    await house.brokerageId(),
  ])) as [{ n: number }]
  const anna = await house.colleague('account_manager')
  for (const fn of ['administrator', 'auditor'] as const) expect(await names(await house.colleague(fn))).toHaveLength(n)
  expect(await names(anna)).toEqual([])
  const admin = await house.staff()
  await admin.get('/de-de/settings/staff')
  await admin.post('/de-de/settings/staff-scope', { scope: 'all' })
  expect(await names(anna)).toHaveLength(n)
  await admin.get('/de-de/settings/staff')
  await admin.post('/de-de/settings/staff-scope', { scope: 'team' })
  expect(await names(anna)).toEqual([])
})

test('staff write where they see: the database refuses records for other companies', async () => {
  const anna = await house.colleague('account_manager')
  const own = await give('K-10009', anna.staffId)
  const foreign = (await companiesWithout(own))[0]!
  const written = await house.database.app.connect()
  try {
    await written.query('begin')
    await written.query("select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)", [
      await house.brokerageId(),
      anna.staffId,
    ])
    await written.query('select access.work_out()')
    const moved = await written.query('update company set remark = $1 where id = $2', ['x', foreign.id])
    expect(moved.rowCount).toBe(0)
    await expect(
      written.query('insert into contact (brokerage_id, company_id, first_name, last_name) values ($1, $2, $3, $4)', [
        await house.brokerageId(),
        foreign.id,
        'A',
        'B',
      ]),
    ).rejects.toThrow('row-level security')
  } finally {
    await written.query('rollback')
    written.release()
  }
})
