import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { AssignableRole } from '../../records/roles.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

/** What the export says, read past every rule: numbers of the policies of these companies and lines. */
async function policiesOf(
  companies: string[],
  lines: string[] | 'all',
  options: { confidentialToo?: boolean } = {},
): Promise<string[]> {
  const rows = await house.look<{ number: string }>(
    `select p.number from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = any ($1) and ($2::text[] is null or p.line_code = any ($2)) and (not p.confidential or $3) order by 1`,
    [companies, lines === 'all' ? null : lines, options.confidentialToo ?? false],
  )
  return rows.map((row) => row.number)
}

async function seen(roles: AssignableRole[], company = 'K-10001'): Promise<string[]> {
  const person = await house.person({ roles, company })
  await person.get('/de-de/policies?n=100')
  expect(person.status).toBe(200)
  return [...person.html.matchAll(/<th scope="row"[^>]*><a href="\/de-de\/policies\/[^"]+">([^<]+)<\/a>/g)]
    .map((match) => match[1]!)
    .sort()
}

const holding = ['K-10001']
const group = ['K-10001', 'K-10002', 'K-10003', 'K-10004']
const others = ['MASCH', 'BHP', 'SACH', 'GEB', 'RS', 'CYB', 'TRAN']

test.each<[string, AssignableRole[], string[], string[]]>([
  ['Berufliche Vorsorge sees the BVG policies and nothing else', ['occupational_pension'], holding, ['BVG']],
  ['Personenversicherungen ohne BVG sees these, without BVG', ['personal_lines'], holding, ['UVG', 'UVGZ', 'KTG']],
  [
    'with Berufliche Vorsorge and Übrige Branchen one sees both',
    ['occupational_pension', 'other_lines'],
    holding,
    ['BVG', ...others],
  ],
  ['Flottenmanager sees the motor policies', ['fleet'], holding, ['MF']],
  ['Konzernmanager sees those of the companies below, of the lines he has', ['group_manager', 'fleet'], group, ['MF']],
])('%s', async (_sentence, roles, companies, lines) => {
  expect(await seen(roles)).toEqual(await policiesOf(companies, lines))
})

test('Kompletter Zugriff also sees D&O, keyman and what is confidential', async () => {
  expect(await seen(['full_access'])).toEqual(await policiesOf(holding, 'all', { confidentialToo: true }))
})

test.each<[string, AssignableRole[]]>([
  ['Customers alone', []],
  ['User Manager alone', ['user_manager']],
  ['File Manager alone', ['file_manager']],
  ['Konzernmanager without a line', ['group_manager']],
])('%s sees no policy', async (_who, roles) => {
  expect(await seen(roles)).toEqual([])
})

test('an unmapped line and a confidential policy open to Kompletter Zugriff alone', async () => {
  const id = await house.brokerageId()
  await house.look(
    `insert into line_of_business (brokerage_id, code, name) values ($1, 'NEU', 'Neue Branche') on conflict do nothing`,
    [id],
  )
  await house.look(
    `insert into policy (brokerage_id, company_id, number, insurer, line_code, name, published_at)
     select brokerage_id, id, 'NEU-1', 'Alpina', 'NEU', 'Neu', now() from company where brokerage_id = $1 and source_key = 'K-10001'`,
    [id],
  )
  expect(await seen(['other_lines', 'fleet', 'personal_lines', 'occupational_pension'])).not.toContain('NEU-1')
  expect(await seen(['full_access'])).toContain('NEU-1')
  await house.look(`delete from policy where number = 'NEU-1'`)
})

test('a change of roles holds from the very next request', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/policies')
  expect(person.text()).toContain('MF-')
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [person.accountId])
  await person.get('/de-de/policies')
  expect(person.text()).not.toContain('MF-')
})

test('a policy that is not there for me is not there: 404, the same as one that does not exist', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const [bvg] = await house.look<{ id: string }>(`select id from policy where line_code = 'BVG' limit 1`)
  await person.get(`/de-de/policies/${bvg!.id}`)
  expect(person.status).toBe(404)
  const hidden = person.text()
  await person.get('/de-de/policies/0190a0b0-0000-7000-8000-000000000000')
  expect(person.status).toBe(404)
  expect(person.text()).toBe(hidden)
  await person.get('/de-de/policies/not-an-id')
  expect(person.status).toBe(404)
})

test('an unpublished policy exists for staff alone', async () => {
  const [mf] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.id = p.company_id where line_code = 'MF' and c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') and not confidential limit 1`,
  )
  await house.look('update policy set published_at = null where id = $1', [mf!.id])
  const person = await house.person({ roles: ['full_access'] })
  expect((await person.get(`/de-de/policies/${mf!.id}`)).status).toBe(404)
  const staff = await house.staff()
  expect((await staff.get(`/de-de/policies/${mf!.id}`)).status).toBe(200)
  await house.look('update policy set published_at = now() where id = $1', [mf!.id])
})

test('the other brokerage is not there in any way', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const [foreign] = await house.look<{ id: string }>(
    `select p.id from policy p join brokerage b on b.brokerage_id = p.brokerage_id where b.number = '7101' limit 1`,
  )
  expect((await person.get(`/de-de/policies/${foreign!.id}`)).status).toBe(404)
  const elsewhere = house.visitor('7101.localhost')
  for (const [name, value] of person.cookies) elsewhere.cookies.set(name, value)
  await elsewhere.get('/de-de/policies')
  expect(elsewhere.location).toContain('/de-de/PortalLogin?returnurl=%2fde-de%2fpolicies')
})

test('list state that nobody could have meant shows the list, never an error', async () => {
  const person = await house.person({ roles: ['full_access'] })
  for (const query of [
    'o=nothing',
    'o=-number;drop',
    'n=7',
    's=-1',
    's=99999',
    'v=none',
    'q=%25',
    'q=%00',
    'q=_',
    'n=10&n=25',
    'q=%ED%A0%80',
    `q=${'ä'.repeat(500)}`,
  ]) {
    await person.get(`/de-de/policies?${query}`)
    expect([query, person.status]).toEqual([query, 200])
  }
})

test('a page beyond the last shows the last one', async () => {
  const staff = await house.staff()
  await staff.get('/de-de/policies?s=999')
  expect(staff.text()).toMatch(/221 bis 230 von 230 Einträge/)
})
