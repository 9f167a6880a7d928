import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../test/house.ts'
import type { AssignableRole } from './roles.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const change = async (sql: string, values: unknown[]) => house.database.write(await house.brokerageId(), sql, values)

// What hangs on a policy, by its address and table.
const kinds = [
  ['premium-invoices', 'premium_invoice'],
  ['insured-objects', 'insured_object'],
  ['claims', 'claim'],
  ['documents', 'document'],
] as const

interface Seen {
  ids: string[]
  total: number
}

/** Every row of a list as this person turns its pages, and how many the list says there are. */
async function seen(path: string, roles: AssignableRole[], company = 'K-10001'): Promise<Seen> {
  const person = await house.person({ roles, company })
  const ids: string[] = []
  let total = 0
  for (let number = 1; ; number++) {
    await person.get(`/de-de/${path}?n=100&s=${number}`)
    expect(person.status).toBe(200)
    const found = [...person.html.matchAll(new RegExp(`<th scope="row"[^>]*><a href="/de-de/${path}/([0-9a-f-]{36})"`, 'g'))]
    ids.push(...found.map((match) => match[1]!))
    total = Number(/von ([\d’]+) Einträgen/.exec(person.text())?.[1]?.replace('’', '') ?? 0)
    if (ids.length >= total || found.length === 0) return { ids: ids.sort(), total }
  }
}

/** What the exports say, read past every rule. */
async function recordsOf(
  table: string,
  companies: string[],
  lines: string[] | 'all',
  options: { confidentialToo?: boolean } = {},
) {
  const rows = await house.look<{ id: string }>(
    `select r.id from ${table} r join policy p on p.brokerage_id = r.brokerage_id and p.id = r.policy_id
     join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = any ($1) and ($2::text[] is null or p.line_code = any ($2))
       and (not (p.confidential or r.confidential) or $3) order by 1`,
    [companies, lines === 'all' ? null : lines, options.confidentialToo ?? false],
  )
  return rows.map((row) => row.id).sort()
}

/** Documents that hang on no policy of these companies. */
async function looseDocuments(companies: string[], confidential: boolean) {
  const rows = await house.look<{ id: string }>(
    `select d.id from document d join company c on c.brokerage_id = d.brokerage_id and c.id = d.company_id
     join brokerage b on b.brokerage_id = d.brokerage_id
     where b.number = '6323' and d.policy_id is null and c.source_key = any ($1) and d.confidential = $2`,
    [companies, confidential],
  )
  return rows.map((row) => row.id)
}

const holding = ['K-10001']
const group = ['K-10001', 'K-10002', 'K-10003', 'K-10004']

test.each(kinds)('%s are seen with the roles of their policy, and counted as seen', async (path, table) => {
  for (const [roles, companies, lines] of [
    [['occupational_pension'], holding, ['BVG']],
    [['personal_lines'], holding, ['UVG', 'UVGZ', 'KTG']],
    [['fleet'], holding, ['MF']],
    [['group_manager', 'fleet'], group, ['MF']],
    [['user_manager', 'file_manager', 'group_manager'], group, []],
  ] as [AssignableRole[], string[], string[]][]) {
    const expected = await recordsOf(table, companies, lines)
    expect([roles, await seen(path, roles)]).toEqual([roles, { ids: expected, total: expected.length }])
  }
})

test.each(kinds)('%s of D&O, keyman and what is confidential open to Kompletter Zugriff alone', async (path, table) => {
  const all = await recordsOf(table, holding, 'all', { confidentialToo: true })
  const loose = table === 'document' ? [...(await looseDocuments(holding, false)), ...(await looseDocuments(holding, true))] : []
  const everything = [...all, ...loose].sort()
  expect(await seen(path, ['full_access'])).toEqual({ ids: everything, total: everything.length })
  const lines = await seen(path, ['occupational_pension', 'personal_lines', 'fleet', 'other_lines'])
  const open = [
    ...(await recordsOf(table, holding, 'all')),
    ...(table === 'document' ? await looseDocuments(holding, false) : []),
  ]
  const confidential = await recordsOf(table, holding, ['DO', 'KEY'], { confidentialToo: true })
  expect(lines.ids).toEqual(open.filter((id) => !confidential.includes(id)).sort())
  expect(lines.ids.length).toBeLessThan(everything.length)
})

test('a document on no policy is for Übrige Branchen, a confidential one for nobody but Kompletter Zugriff', async () => {
  const [open] = await looseDocuments(holding, false)
  const [confidential] = await looseDocuments(holding, true)
  const others = await seen('documents', ['other_lines'])
  expect(others.ids).toContain(open)
  expect(others.ids).not.toContain(confidential)
  expect((await seen('documents', ['fleet', 'occupational_pension', 'personal_lines'])).ids).not.toContain(open)
})

test('fee invoices are for whom the brokerage chose', async () => {
  const id = await house.brokerageId()
  const expected = await house.look<{ id: string }>(
    `select i.id from invoice i join company c on c.id = i.company_id where i.brokerage_id = $1 and c.source_key = 'K-10001'`,
    [id],
  )
  expect(expected.length).toBeGreaterThan(0)
  expect((await seen('invoices', ['other_lines'])).total).toBe(expected.length)
  expect((await seen('invoices', ['full_access'])).total).toBe(expected.length)
  expect((await seen('invoices', ['fleet', 'occupational_pension', 'personal_lines'])).total).toBe(0)
})

test.each([...kinds, ['invoices', 'invoice'] as const])(
  '%s: neither a hidden, an unpublished nor a foreign one is there: the same 404',
  async (path, table) => {
    const fleet = await house.person({ roles: ['fleet'] })
    await fleet.get(`/de-de/${path}/0190a0b0-0000-7000-8000-000000000000`)
    const nothing = [fleet.status, fleet.text()]
    const policyJoin = table === 'invoice' ? '' : 'join policy p on p.id = r.policy_id'
    const hidden = await house.look<{ id: string }>(
      `select r.id from ${table} r ${policyJoin} join company c on c.id = r.company_id join brokerage b on b.brokerage_id = r.brokerage_id
       where b.number = '6323' and c.source_key = 'K-10001' ${policyJoin && "and p.line_code = 'BVG'"} limit 1`,
    )
    const foreign = await house.look<{ id: string }>(
      `select r.id from ${table} r join brokerage b on b.brokerage_id = r.brokerage_id where b.number = '7101' limit 1`,
    )
    for (const { id } of [...hidden, ...foreign]) {
      await fleet.get(`/de-de/${path}/${id}`)
      expect([fleet.status, fleet.text()]).toEqual(nothing)
    }
    expect(nothing[0]).toBe(404)
    expect((await fleet.get(`/de-de/${path}/not-an-id`)).status).toBe(404)

    const staff = await house.staff()
    expect((await staff.get(`/de-de/${path}/${hidden[0]!.id}`)).status).toBe(200)
    expect((await staff.get(`/de-de/${path}/${foreign[0]!.id}`)).status).toBe(404)
    const full = await house.person({ roles: ['full_access'] })
    expect((await full.get(`/de-de/${path}/${hidden[0]!.id}`)).status).toBe(200)
    await change(`update ${table} set published_at = null where id = $1`, [hidden[0]!.id])
    expect((await full.get(`/de-de/${path}/${hidden[0]!.id}`)).status).toBe(404)
    expect((await staff.get(`/de-de/${path}/${hidden[0]!.id}`)).status).toBe(200)
    await change(`update ${table} set published_at = now() where id = $1`, [hidden[0]!.id])
  },
)

test.each([...kinds, ['invoices', 'invoice'] as const])('%s: every view, order and odd address shows the list', async (path) => {
  const person = await house.person({ roles: ['full_access', 'group_manager'] })
  await person.get(`/de-de/${path}`)
  const views = [...person.html.matchAll(/<option[^>]*value="([a-z_]+)"/g)].map((match) => `v=${match[1]}`)
  const orders = [...person.html.matchAll(/\?o=(-?[a-z_]+)"/g)].map((match) => `o=${match[1]}`)
  expect(views.length).toBeGreaterThan(2)
  expect(orders.length).toBeGreaterThan(4)
  for (const query of [
    ...views,
    ...orders,
    'q=%25',
    'q=_',
    'q=.',
    'q=%00',
    'q=%5C',
    "q='",
    'q=%ED%A0%80',
    's=9999',
    'o=none',
    'v=none',
  ]) {
    await person.get(`/de-de/${path}?${query}`)
    expect([query, person.status]).toEqual([query, 200])
  }
})

test('whose record it is stands there only for those who see several companies', async () => {
  const one = await house.person({ roles: ['full_access'] })
  const several = await house.person({ roles: ['full_access', 'group_manager'] })
  for (const [path] of kinds) {
    const head = async (person: typeof one) => {
      await person.get(`/de-de/${path}`)
      return /<thead>([\s\S]*?)<\/thead>/.exec(person.html)![1]!.replace(/<[^>]+>/g, ' ')
    }
    expect(await head(one)).not.toContain('Firma')
    expect(await head(several)).toContain('Firma')
  }
})

test('a policy shows what hangs on it, as far as each is shared', async () => {
  const [policy] = await house.look<{ id: string; number: string }>(
    `select p.id, p.number from policy p join company c on c.id = p.company_id
     where c.source_key = 'K-10001' and p.line_code = 'MF' and not p.confidential
       and (select count(*) from insured_object o where o.policy_id = p.id) > 5 limit 1`,
  )
  const [{ n }] = (await house.look<{ n: number }>('select count(*) as n from insured_object where policy_id = $1', [
    policy!.id,
  ])) as [{ n: number }]
  const person = await house.person({ roles: ['fleet'] })
  await person.get(`/de-de/policies/${policy!.id}`)
  const card = () => /<section class="card[^"]*"[^>]*id="insured-objects">[\s\S]*?<\/section>\s*<\/section>/.exec(person.html)![0]
  expect(card().match(/<th scope="row"/g)).toHaveLength(5)
  expect(card()).toContain(`Alle anzeigen (${n})`)
  const all = /href="(\/de-de\/insured-objects\?q=[^"]+)"/.exec(card())![1]!
  await person.get(all)
  expect(person.text()).toContain(`von ${n} Einträgen`)

  await change(
    `update insured_object set confidential = true where id = (select id from insured_object where policy_id = $1 limit 1)`,
    [policy!.id],
  )
  await person.get(`/de-de/policies/${policy!.id}`)
  expect(card()).toContain(`Alle anzeigen (${n - 1})`)
})

test('a record that is shared more widely than its policy does not tell of the policy', async () => {
  const [object] = await house.look<{ id: string; policy_id: string; number: string }>(
    `select o.id, o.policy_id, p.number from insured_object o join policy p on p.id = o.policy_id join company c on c.id = p.company_id
     where c.source_key = 'K-10001' and p.line_code = 'SACH' limit 1`,
  )
  await change(`update insured_object set shared_with = '{fleet}' where id = $1`, [object!.id])
  const person = await house.person({ roles: ['fleet'] })
  await person.get(`/de-de/insured-objects/${object!.id}`)
  expect(person.status).toBe(200)
  expect(person.html).not.toContain(object!.policy_id)
  expect(person.text()).not.toContain(object!.number)
  await change('update insured_object set shared_with = null where id = $1', [object!.id])
})
