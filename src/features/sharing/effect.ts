import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { PreviewKind } from '../portal-accounts/preview.ts'
import { type Change, write } from './items.ts'

/** What changes for one person. */
export interface PersonEffect {
  accountId: string
  /** Null where the person belongs to a company that the asker does not see. */
  contactId: string | null
  name: string
  company: string
  added: number
  removed: number
  /** How many of the added ones may carry health data. */
  health: number
}

export interface KindEffect {
  kind: PreviewKind
  /** Records that somebody sees who did not, and that somebody sees no longer. */
  added: number
  removed: number
  health: number
}

export interface Effect {
  people: PersonEffect[]
  kinds: KindEffect[]
  /** Who sees at least one of the chosen records afterwards; null for lines, where that says nothing. */
  seers: number | null
  /** The chosen records that somebody sees now who did not. */
  opened: string[]
}

interface Reached {
  kind: PreviewKind
  id: string
  company_id: string
  audience: string[]
  author: string | null
  open: boolean
  health: boolean
}

/**
 * What a change does to what people see. It is no second definition of the rule: the change is made, the triggers work out every
 * audience, the one rule is asked who sees what (`access.who_would_see`), and unless it is to `stay`, all of it is taken back.
 */
export async function effectOf(db: Db, change: Change, { stay }: { stay: boolean }): Promise<Effect> {
  const before = await reached(db, change)
  await sql`savepoint sharing`.execute(db)
  await write(db, change, 'after')
  const after = await reached(db, change)
  await sql.raw(stay ? 'release savepoint sharing' : 'rollback to savepoint sharing').execute(db)
  return compare(db, change, before, after)
}

async function compare(db: Db, change: Change, before: Reached[], after: Reached[]): Promise<Effect> {
  const was = new Map(before.map((one) => [one.id, one]))
  const chosen = new Set(change.items.map(({ id }) => id))
  const ofLines = change.scope === 'lines' || change.scope === 'company_lines'
  const pairs = after.map((now) => ({ now, old: was.get(now.id) ?? { ...now, open: false } }))
  const relevant = pairs.filter(({ now, old }) => keyOf(now) !== keyOf(old) || chosen.has(now.id))
  const seersBy = await whoSees(db, [...relevant.map(({ now }) => now), ...relevant.map(({ old }) => old)])
  const people = new Map<string, Pick<PersonEffect, 'added' | 'removed' | 'health'>>()
  const kinds = new Map<PreviewKind, KindEffect>()
  const seers = new Set<string>()
  const opened: string[] = []
  for (const { now, old } of relevant) {
    const [saw, sees] = [seersBy(old), seersBy(now)]
    const gains = [...sees].filter((account) => !saw.has(account))
    const loses = [...saw].filter((account) => !sees.has(account))
    if (chosen.has(now.id)) for (const account of sees) seers.add(account)
    if (chosen.has(now.id) && gains.length > 0) opened.push(now.id)
    for (const account of gains) tally(people, account, { added: 1, removed: 0, health: Number(now.health) })
    for (const account of loses) tally(people, account, { added: 0, removed: 1, health: 0 })
    if (gains.length + loses.length === 0) continue
    const sum = kinds.get(now.kind) ?? { kind: now.kind, added: 0, removed: 0, health: 0 }
    sum.added += Number(gains.length > 0)
    sum.removed += Number(loses.length > 0)
    sum.health += Number(gains.length > 0 && now.health)
    kinds.set(now.kind, sum)
  }
  return { people: await named(db, people), kinds: [...kinds.values()], seers: ofLines ? null : seers.size, opened }
}

function tally(people: Map<string, Pick<PersonEffect, 'added' | 'removed' | 'health'>>, account: string, one: KindCounts) {
  const sum = people.get(account) ?? { added: 0, removed: 0, health: 0 }
  people.set(account, { added: sum.added + one.added, removed: sum.removed + one.removed, health: sum.health + one.health })
}
type KindCounts = Pick<PersonEffect, 'added' | 'removed' | 'health'>

// Many records have the same company, audience and author: each such group is asked once.
const keyOf = ({ company_id, audience, author, open }: Reached) =>
  JSON.stringify([company_id, [...audience].sort(), author, open])

async function whoSees(db: Db, records: Reached[]): Promise<(record: Reached) => Set<string>> {
  const groups = [...new Map(records.filter(({ open }) => open).map((one) => [keyOf(one), one])).entries()]
  const asked = JSON.stringify(groups.map(([, { company_id, audience, author }]) => ({ company: company_id, audience, author })))
  const { rows } = await sql<{ place: number; account_id: string }>`
    select place, account_id from access.who_would_see(${asked}::jsonb)`.execute(db)
  const seers = new Map(groups.map(([key]) => [key, new Set<string>()]))
  for (const { place, account_id } of rows) seers.get(groups[place]![0])!.add(account_id)
  const nobody = new Set<string>()
  return (record) => seers.get(keyOf(record)) ?? nobody
}

async function named(db: Db, people: Map<string, KindCounts>): Promise<PersonEffect[]> {
  const { rows } = await sql<Pick<PersonEffect, 'accountId' | 'contactId' | 'name' | 'company'>>`
    select a.id as "accountId", c.id as "contactId", c.full_name as name, f.name as company
    from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id
    where a.id = any (${[...people.keys()]}::uuid[]) order by f.name, c.full_name, a.id`.execute(db)
  const known = new Set(rows.map(({ accountId }) => accountId))
  const unknown = [...people.keys()].filter((id) => !known.has(id))
  return [...rows, ...unknown.map((accountId) => ({ accountId, contactId: null, name: '', company: '' }))].map((row) => ({
    ...row,
    ...people.get(row.accountId)!,
  }))
}

/** Everything whose audience or publication a change can touch: the records themselves, what hangs on them, and what is said about them. */
async function reached(db: Db, { scope, companyId, items }: Change): Promise<Reached[]> {
  const ofLines = scope === 'lines' || scope === 'company_lines'
  const ids = items.map(({ id }) => id)
  const here = (alias: string) => (companyId ? sql`${sql.ref(`${alias}.company_id`)} = ${companyId}::uuid` : sql`true`)
  const chosen = (kind: string) => (scope === kind ? sql`x.id = any (${ids}::uuid[])` : sql`false`)
  const policies = ofLines ? sql`x.line_code = any (${ids}::text[]) and ${here('x')}` : chosen('policy')
  // A claim without a policy follows the mapping of every line of its kind.
  const loose = ofLines ? sql`(x.policy_id is null and x.kind is not null and ${here('x')})` : sql`false`
  const { rows } = await sql<Reached>`
    with p as (select x.* from policy x where ${policies}),
    pi as (select x.* from premium_invoice x where x.policy_id in (select id from p) or ${chosen('premium_invoice')}),
    cl as (select x.* from claim x where x.policy_id in (select id from p) or ${loose} or ${chosen('claim')}),
    base as (
      select 'policy' as kind, id, company_id, audience, author_account_id, published_at, line_code, false as ill from p
      union all select 'premium_invoice', x.id, x.company_id, x.audience, x.author_account_id, x.published_at, q.line_code, false
        from pi x left join policy q on q.brokerage_id = x.brokerage_id and q.id = x.policy_id
      union all select 'claim', x.id, x.company_id, x.audience, x.author_account_id, x.published_at, q.line_code,
        coalesce(x.kind in ('accident', 'sickness'), false)
        from cl x left join policy q on q.brokerage_id = x.brokerage_id and q.id = x.policy_id
      union all select 'insured_object', x.id, x.company_id, x.audience, x.author_account_id, x.published_at, q.line_code, false
        from insured_object x left join policy q on q.brokerage_id = x.brokerage_id and q.id = x.policy_id
        where x.policy_id in (select id from p) or ${chosen('insured_object')}
      union all select 'invoice', x.id, x.company_id, x.audience, x.author_account_id, x.published_at, null, false
        from invoice x where ${chosen('invoice')}
      union all select 'document', x.id, x.company_id, x.audience, x.author_account_id, x.published_at, q.line_code,
        coalesce(c.kind in ('accident', 'sickness'), false)
        from document x left join policy q on q.brokerage_id = x.brokerage_id and q.id = x.policy_id
        left join claim c on c.brokerage_id = x.brokerage_id and c.id = x.claim_id
        where x.policy_id in (select id from p) or x.claim_id in (select id from cl) or x.premium_invoice_id in (select id from pi)
          or ${chosen('document')}
    ),
    asked as (select x.* from service_request x where (x.about_kind, x.about_id) in (select kind, id from base)),
    said as (select x.* from conversation x where (x.about_kind, x.about_id) in
      (select kind, id from base union all select 'service_request', id from asked))
    select b.kind, b.id, b.company_id, b.audience, b.author_account_id as author, coalesce(b.published_at <= now(), false) as open,
      b.ill or coalesce(l.health, false) as health
      from base b left join line_of_business l on l.code = b.line_code
    union all select 'service_request', id, company_id, audience, author_account_id, coalesce(published_at <= now(), false), health from asked
    union all select 'conversation', id, company_id, audience, author_account_id, coalesce(published_at <= now(), false), health from said`.execute(
    db,
  )
  return rows
}
