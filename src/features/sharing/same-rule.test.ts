import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Db } from '../../platform/db.ts'
import { asPerson } from '../../platform/same-actor.ts'
import { type AssignableRole, lineRoles } from '../../records/roles.ts'
import { previewKinds } from '../portal-accounts/preview.ts'
import { effectOf } from './effect.ts'
import { type Change, type Item, type LineState, lineStates, type RecordState, recordStates, same, write } from './items.ts'
import { sharedKinds } from './kinds.ts'

// For random companies, lines, roles and records: what the check page says equals what persons then see.

let house: House
let brokerage: string
const people: { accountId: string; company: string }[] = []
beforeAll(async () => {
  house = await startHouse()
  brokerage = await house.brokerageId()
  for (const company of ['K-10001', 'K-10002', 'K-10003', 'K-10005'])
    for (const roles of [
      [any(lineRoles)],
      [any(lineRoles), any(lineRoles), 'group_manager'],
      ['full_access'],
    ] as AssignableRole[][]) {
      const person = await house.person({ company, roles: [...new Set(roles)] })
      people.push({ accountId: person.accountId, company: person.companyId })
    }
})
afterAll(() => house.close())

let seed = Number(process.env.SEED ?? Date.now() % 100_000)
console.info(`SEED=${seed}`)
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
function any<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}
const some = <T>(list: readonly T[], most: number) => [
  ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => any(list))),
]
const roles = () => lineRoles.filter(() => random() < 0.4)

/** The ids of all records that exist for a person, by the row rules. */
function seenBy(accountId: string): Promise<Map<string, Set<string>>> {
  return asPerson(house.services, { brokerageId: brokerage, actorId: accountId }, async (db) => {
    const seen = new Map<string, Set<string>>()
    for (const kind of previewKinds) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(kind)}`.execute(db)
      seen.set(kind, new Set(rows.map(({ id }) => id)))
    }
    return seen
  })
}

/** How many of those that are there now and were not may carry health data. */
async function healthAmong(db: Db, now: Map<string, Set<string>>, before: Map<string, Set<string>>): Promise<number> {
  let sum = 0
  for (const kind of previewKinds) {
    const added = [...now.get(kind)!].filter((id) => !before.get(kind)!.has(id))
    if (added.length === 0) continue
    const { rows } = await sql<{ n: number }>`select access.health_among(${kind}, ${added}::uuid[]) as n`.execute(db)
    sum += rows[0]!.n
  }
  return sum
}

async function randomChange(db: Db): Promise<Change> {
  const way = any(['lines', 'company_lines', 'records', 'records'])
  if (way !== 'records') {
    const companyId = way === 'lines' ? null : any(people).company
    const items = some([...(await lineStates(db, companyId))], 4).flatMap(([id, before]): Item<LineState>[] => {
      const after = { audience: companyId && random() < 0.3 ? null : roles() }
      return same(before, after) ? [] : [{ id, before, after }]
    })
    return companyId ? { scope: 'company_lines', companyId, items } : { scope: 'lines', companyId: null, items }
  }
  const { kind } = any(sharedKinds)
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(kind)} order by id limit 200`.execute(db)
  const chosen = some(
    rows.map(({ id }) => id),
    12,
  )
  const items = [...(await recordStates(db, kind, chosen))].flatMap(([id, before]): Item<RecordState>[] => {
    const confidential = random() < 0.3
    const published_at = random() < 0.2 ? null : (before.published_at ?? '2026-01-01 00:00:00+00')
    const after = { confidential, shared_with: !confidential && random() < 0.4 ? roles() : null, published_at }
    return same(before, after) ? [] : [{ id, before, after }]
  })
  return { scope: kind, companyId: null, items }
}

test('what the check page says equals what persons then see', { timeout: 120_000 }, async () => {
  const staff = await house.staff()
  const asStaff = <T>(work: (db: Db) => Promise<T>) =>
    asPerson(house.services, { brokerageId: brokerage, actorId: staff.staffId }, work)
  let changed = 0
  for (let round = 0; round < 14; round++) {
    const before = await Promise.all(people.map(({ accountId }) => seenBy(accountId)))
    const { change, effect } = await asStaff(async (db) => {
      const change = await randomChange(db)
      return { change, effect: await effectOf(db, change, { stay: false }) }
    })
    // Looking changes nothing.
    expect(await seenBy(people[0]!.accountId)).toEqual(before[0])
    await asStaff((db) => write(db, change, 'after'))
    for (const [index, { accountId }] of people.entries()) {
      const now = await seenBy(accountId)
      const count = (a: Map<string, Set<string>>, b: Map<string, Set<string>>) =>
        previewKinds.reduce((sum, kind) => sum + [...a.get(kind)!].filter((id) => !b.get(kind)!.has(id)).length, 0)
      const health = await asStaff((db) => healthAmong(db, now, before[index]!))
      const truth = { added: count(now, before[index]!), removed: count(before[index]!, now), health }
      const said = effect.people.find((one) => one.accountId === accountId) ?? { added: 0, removed: 0, health: 0 }
      changed += said.added + said.removed
      const shown = { added: said.added, removed: said.removed, health: said.health }
      expect([round, change.scope, accountId, shown]).toEqual([round, change.scope, accountId, truth])
    }
  }
  expect(changed).toBeGreaterThan(0)
})
