import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import type { AssignableRole } from '../../records/roles.ts'
import { type Kind, kinds } from './kinds.ts'
import { search } from './queries.ts'

// What is found is what lists show, for whoever asks and whatever is asked (domain 2.8): entries stand under row rules of their
// own, so this compares them with those of the records.

const lines: AssignableRole[] = ['occupational_pension', 'personal_lines', 'fleet', 'other_lines']
const roles: AssignableRole[] = [...lines, 'full_access', 'group_manager', 'user_manager', 'file_manager']

let house: House
const people: { name: string; brokerage: string; actor: string }[] = []
let words: string[]
beforeAll(async () => {
  house = await startHouse()
  await say()
  for (const company of ['K-10001', 'K-10002', 'K-10005'])
    for (const chosen of [
      [],
      ['fleet'],
      ['personal_lines', 'other_lines'],
      lines,
      ['full_access'],
      ['full_access', 'group_manager', 'user_manager'],
      ['group_manager', 'occupational_pension'],
      roles,
    ] as AssignableRole[][])
      await know(`${company} ${chosen}`, '6323', (await house.person({ company, roles: chosen })).accountId)
  for (const fn of ['administrator', 'auditor'] as const) await know(fn, '6323', (await house.staff(fn)).staffId)
  await know('elsewhere', '7101', (await house.person({ brokerage: '7101', roles })).accountId)
  await strange()
  const found = await house.look<{ word: string }>(
    `select distinct word from (select title as word from search_entry union all select unnest(tsvector_to_array(words)) from search_entry) w
     where word !~ '^~' and length(word) > 1 order by word`,
  )
  words = found.map(({ word }) => word)
})
afterAll(() => house.close())

async function know(name: string, number: string, actor: string) {
  people.push({ name, brokerage: await house.brokerageId(number), actor })
}

// Messages of every sort: about a record with and without health data, about nothing, delivered, on their way, taken back.
async function say() {
  const person = await house.person({ roles: ['personal_lines', 'fleet'] })
  const staff = await house.staff()
  const write = async (who: Visitor, subject: string, about = '') => {
    await who.get(`/de-de/messages/new${about && `?about=${about}`}`)
    await who.post('/de-de/messages/new', { subject, body: `Zwetschgenkuchen ${subject}` })
    return /\/messages\/([0-9a-f-]{36})/.exec(who.location!)![1]!
  }
  const policy = async (line: string) =>
    (
      await house.look<{ id: string }>(
        `select p.id from policy p join company c on c.id = p.company_id where c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') and line_code = '${line}' limit 1`,
      )
    )[0]!.id
  const ids = [
    await write(person, 'Krank', `policy:${await policy('KTG')}`),
    await write(person, 'Flotte', `policy:${await policy('MF')}`),
    await write(person, 'Allgemein'),
  ]
  await house.look('update message set delivers_at = now()')
  for (const id of ids) {
    await staff.get(`/de-de/messages/${id}`)
    await staff.post(`/de-de/messages/${id}/messages`, { body: 'Zwetschgenkuchen zurück' })
  }
  await house.look('update message set delivers_at = now()')
  await write(person, 'Unterwegs')
  const gone = await write(person, 'Zurück')
  await house.look('update message set taken_back_at = now() where conversation_id = $1', [gone])
  await house.look('update role_grant set valid_until = now() where account_id = $1 and role = $2', [
    person.accountId,
    'personal_lines',
  ])
  await know('who wrote', '6323', person.accountId)
}

// Records that are shared, confidential, published later or not at all.
async function strange() {
  const here = await house.brokerageId('6323')
  for (const table of ['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'])
    for (const [at, change] of [
      `shared_with = '{fleet}'`,
      'confidential = true',
      `published_at = now() + interval '1 day'`,
      'published_at = null',
      `author_account_id = '${people[0]!.actor}'`,
    ].entries())
      await house.database.write(
        here,
        `update ${table} set ${change} where id in (select id from ${table} where brokerage_id = $1 order by id desc offset ${at * 3} limit 3)`,
        [here],
      )
}

async function as<T>({ brokerage, actor }: { brokerage: string; actor: string }, work: (db: Db) => Promise<T>): Promise<T> {
  return asBrokerage(house.database.app, brokerage, async (db) => {
    await sql`select set_config('app.actor', ${actor}, true)`.execute(db)
    await sql`select access.work_out()`.execute(db)
    return work(db)
  })
}

/** The ids that exist for a person, as the lists read them. */
async function visible(db: Db): Promise<Map<Kind, Set<string>>> {
  const all = new Map<Kind, Set<string>>()
  for (const { kind, list } of kinds) {
    const rows =
      kind === 'message'
        ? await db.selectFrom('message').select('id').where('taken_back_at', 'is', null).execute()
        : await list.rows(db).execute()
    all.set(kind, new Set(rows.map(({ id }: { id: string }) => id)))
  }
  return all
}

const everything = { size: 100_000, companies: true, related: true } as const

test('what is found exists for the person, is counted right, and is the same by either way of looking', async () => {
  const term = fc.oneof(
    fc.nat().map((n) => words[n % words.length]!),
    fc.nat().map((n) => words[n % words.length]!.slice(0, 3)),
    fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `${words[a % words.length]} ${words[b % words.length]}`),
    fc.nat().map((n) => words[n % words.length]!.replace(/(.)(.)$/, '$2$1')),
    fc.constantFrom('zwetschgenkuchen', 'muster', 'ag', 'haftpflicht', '2026', 'pr'),
    fc.string({ unit: 'grapheme' }),
  )
  const seen = new Map<string, Map<Kind, Set<string>>>()
  await fc.assert(
    fc.asyncProperty(fc.nat(people.length - 1), term, async (at, typed) => {
      const person = people[at]!
      await as(person, async (db) => {
        if (!seen.has(person.name)) seen.set(person.name, await visible(db))
        const exists = seen.get(person.name)!
        const found = await search(db, typed, everything)
        for (const { kind, hits, total } of found.groups) {
          expect([person.name, typed, kind, hits.filter(({ id }) => !exists.get(kind)!.has(id))]).toEqual([
            person.name,
            typed,
            kind,
            [],
          ])
          expect([person.name, typed, kind, total]).toEqual([person.name, typed, kind, hits.length])
        }
        const indexed = await search(db, typed, everything, -1)
        const ids = (results: typeof found) =>
          results.groups.map(({ kind, hits }) => [kind, hits.map(({ opensId }) => opensId).sort()])
        if (!indexed.groups.some(({ capped }) => capped) && found.groups.every(({ total }) => total < 500))
          expect([person.name, typed, ids(indexed)]).toEqual([person.name, typed, ids(found)])
      })
    }),
    { numRuns: 150 },
  )
})

test('every record that exists for a person is found by its number, every document, contact and company by its name', async () => {
  const column: Partial<Record<Kind, string>> = {
    policy: 'number',
    premium_invoice: 'number',
    claim: 'number',
    invoice: 'number',
    insured_object: 'plate',
    document: 'title',
    contact: 'full_name',
    company: 'name',
    service_request: 'number',
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(people.length - 1), fc.nat(), fc.nat(), async (at, which, row) => {
      const [kind, name] = Object.entries(column)[which % Object.keys(column).length] as [Kind, string]
      await as(people[at]!, async (db) => {
        const { rows } = await sql<{
          id: string
          text: string
        }>`select id, ${sql.ref(name)} as text from ${sql.table(kind)} where ${sql.ref(name)} is not null order by id`.execute(db)
        if (rows.length === 0) return
        const { id, text } = rows[row % rows.length]!
        const { groups } = await search(db, text, everything)
        const ids = groups.find((group) => group.kind === kind)?.hits.map((hit) => hit.id) ?? []
        expect([people[at]!.name, kind, text, ids.includes(id)]).toEqual([people[at]!.name, kind, text, true])
      })
    }),
    { numRuns: 200 },
  )
})

test('every record has its entry, and no entry is of something that is gone', async () => {
  for (const { kind } of kinds) {
    const there = kind === 'message' ? 'taken_back_at is null' : 'true'
    const [odd] = await house.look<{ without: number; gone: number }>(`select
      (select count(*)::int from ${kind} x where ${there} and not exists (select from search_entry e where e.brokerage_id = x.brokerage_id and e.kind = '${kind}' and e.record_id = x.id)) as without,
      (select count(*)::int from search_entry e where e.kind = '${kind}' and not exists (select from ${kind} x where x.brokerage_id = e.brokerage_id and x.id = e.record_id and ${there})) as gone`)
    expect([kind, odd]).toEqual([kind, { without: 0, gone: 0 }])
  }
})

test('without a term the entries are as if they were not there', async () => {
  for (const person of people) expect((await as(person, (db) => sql`select 1 from search_entry`.execute(db))).rows).toEqual([])
})
