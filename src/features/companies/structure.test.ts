import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { newId } from '../../platform/ids.ts'

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

const typed = {
  ...{ name: 'Neu AG', street: '', postal_code: '6003', town: 'Luzern', canton: 'lu', uid: 'CHE123456788', noga: '' },
  ...{ language: 'fr', account_manager_id: '', team_id: '', approval: 'house', remark: '' },
}

test('a company is entered once, edited, and two who edit it see each other’s values', async () => {
  const staff = await house.staff()
  await staff.get('/de-de/companies/new')
  const form = staff.html
  const name = `Neu ${newId().slice(-8)} AG`
  const sent = await Promise.all(
    [1, 2, 3].map(async () => {
      const tab = staff.tab()
      tab.html = form
      await tab.post('/de-de/companies/new', { ...typed, name })
      return tab
    }),
  )
  expect(sent.map((tab) => tab.status)).toEqual([303, 303, 303])
  const rows = await house.look<{ id: string; uid: string; canton: string }>(
    'select id, uid, canton from company where name = $1',
    [name],
  )
  expect(rows).toEqual([{ id: rows[0]!.id, uid: 'CHE-123.456.788', canton: 'LU' }])
  const path = `/de-de/companies/${rows[0]!.id}/edit`
  const slow = staff.tab()
  await slow.get(path)
  await staff.get(path)
  await staff.post(path, { ...typed, name, town: 'Kriens' })
  expect(staff.status).toBe(303)
  await slow.post(path, { ...typed, name, town: 'Horw' })
  expect(slow.status).toBe(409)
  for (const word of ['Jemand war schneller', 'Kriens', 'Horw']) expect(slow.text()).toContain(word)
  await staff.get(`/de-de/companies/${rows[0]!.id}/history`)
  for (const word of ['Firma erfasst', 'Firma geändert', 'Sophie Dubois']) expect(staff.text()).toContain(word)
})

test('what is wrong is said, and stays in the form; an account manager keeps what they enter', async () => {
  const anna = await house.colleague('account_manager')
  await anna.get('/de-de/companies/new')
  await anna.post('/de-de/companies/new', { ...typed, name: '', uid: 'CHE-1' })
  expect(anna.status).toBe(422)
  expect(anna.text()).toContain('Geben Sie den Namen der Firma ein')
  expect(anna.html).toContain('value="CHE-1"')
  await anna.post('/de-de/companies/new', { ...typed, account_manager_id: anna.staffId })
  expect((await anna.follow()).text()).toContain('Die Firma ist erfasst')
})

test('a move shows and hides at once what group managers see', async () => {
  const [top, alone] = [await idOf('K-10001'), await idOf('K-10005')]
  const cfo = await house.person({ company: 'K-10001', roles: ['full_access', 'group_manager'] })
  const [policy] = await house.look<{ id: string }>(
    'select id from policy where company_id = $1 and published_at <= now() limit 1',
    [alone],
  )
  expect((await cfo.get(`/de-de/policies/${policy!.id}`)).status).toBe(404)
  const staff = await house.staff()
  const path = `/de-de/companies/${alone}`
  await staff.get(`${path}/structure`)
  await staff.post(`${path}/parent`, { parent: top })
  expect((await staff.follow()).text()).toContain('Verschoben')
  expect((await cfo.get(`/de-de/policies/${policy!.id}`)).status).toBe(200)
  await staff.get(`${path}/structure`)
  await staff.post(`${path}/parent`, { parent: '' })
  expect((await cfo.get(`/de-de/policies/${policy!.id}`)).status).toBe(404)
})

test('no tree ever closes a circle, however many move companies at once', async () => {
  const staff = await house.staff()
  const brokerage = await house.brokerageId()
  const ids = Array.from({ length: 8 }, () => newId())
  for (const [n, id] of ids.entries())
    await house.look('insert into company (brokerage_id, id, name) values ($1, $2, $3)', [brokerage, id, `Kreis ${n}`])
  // Everybody puts theirs below the next one: all together would be a circle.
  await Promise.all(
    Array.from({ length: 24 }, async (_, n) => {
      const [id, parent] = [ids[n % 8]!, ids[(n * 3 + 1) % 8]!]
      if (id === parent) return
      const tab = staff.tab()
      await tab.get(`/de-de/companies/${id}/structure`)
      await tab.post(`/de-de/companies/${id}/parent`, { parent })
      expect([303, 409]).toContain(tab.status)
    }),
  )
  const parents = new Map(
    (
      await house.look<{ id: string; parent_id: string | null }>('select id, parent_id from company where id = any($1)', [ids])
    ).map((row) => [row.id, row.parent_id]),
  )
  for (const id of ids) {
    let [at, steps] = [parents.get(id) ?? null, 0]
    while (at && steps < 20) [at, steps] = [parents.get(at) ?? null, steps + 1]
    expect(steps).toBeLessThan(10)
  }
  // Straight into a circle: refused in words.
  const [child] = [...parents].find(([, parent]) => parent)!
  const above = parents.get(child)!
  await staff.get(`/de-de/companies/${above}/structure`)
  await staff.post(`/de-de/companies/${above}/parent`, { parent: child })
  expect(staff.status).toBe(409)
  expect(staff.text()).toContain('stünde unter sich selbst')
})

test('an archived company is gone for customers, also for the group above; taken back, everything is as before', async () => {
  const staff = await house.staff()
  const id = await idOf('K-10002')
  const own = await house.person({ company: 'K-10002', roles: ['full_access'] })
  const cfo = await house.person({ company: 'K-10001', roles: ['full_access', 'group_manager'] })
  const suspended = await house.person({ company: 'K-10002' })
  await house.look("update portal_account set state = 'suspended' where id = $1", [suspended.accountId])
  const [policy] = await house.look<{ id: string }>(
    'select id from policy where company_id = $1 and published_at <= now() limit 1',
    [id],
  )
  expect((await cfo.get(`/de-de/policies/${policy!.id}`)).status).toBe(200)
  await staff.get(`/de-de/companies/${id}/archive`)
  expect(staff.text()).toContain('Datensätze sind für niemanden beim Kunden mehr sichtbar')
  await staff.post(`/de-de/companies/${id}/archive`)
  expect((await staff.follow()).text()).toContain('Die Firma ist archiviert')
  expect((await own.get('/de-de/policies')).location).toContain('PortalLogin')
  expect((await cfo.get(`/de-de/policies/${policy!.id}`)).status).toBe(404)
  expect((await cfo.get('/de-de/policies/export.csv')).html).not.toContain('Muster Bau AG')
  await staff.post(`/de-de/companies/${id}/restore`)
  expect((await staff.follow()).text()).toContain('wieder offen')
  expect((await cfo.get(`/de-de/policies/${policy!.id}`)).status).toBe(200)
  const states = await house.look<{ state: string }>('select state from portal_account where id = any($1) order by state', [
    [own.accountId, suspended.accountId],
  ])
  expect(states.map(({ state }) => state)).toEqual(['active', 'suspended'])
})

test('each part of a company has its address, with its records and nobody else’s; auditors look only', async () => {
  const auditor = await house.staff('auditor')
  const id = await idOf('K-10001')
  for (const part of [
    'people',
    'policies',
    'premium-invoices',
    'insured-objects',
    'claims',
    'invoices',
    'requests',
    'documents',
    'messages',
    'structure',
    'history',
  ]) {
    await auditor.get(`/de-de/companies/${id}/${part}`)
    expect([part, auditor.status]).toEqual([part, 200])
    if (part !== 'structure') expect([part, auditor.text().includes('Muster Logistik AG')]).toEqual([part, false])
  }
  for (const part of ['edit', 'archive']) expect((await auditor.get(`/de-de/companies/${id}/${part}`)).status).toBe(403)
  const customer = await house.person({ roles: ['full_access', 'user_manager'] })
  expect((await customer.get(`/de-de/companies/${id}/policies`)).status).toBe(404)
})
