import { sql } from 'kysely'
import * as z from 'zod'
import type { Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { choices } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { assignableRoles } from '../../records/roles.ts'

/** «customer» stands for everybody: it is given to every account. */
export const ruledRoles = ['customer', ...assignableRoles] as const
export type RuledRole = (typeof ruledRoles)[number]

/** The boxes, and which were ticked when the page was drawn. */
export const rulesInput = z.object({ roles: choices(ruledRoles), seen: z.string().max(300) })

/** For which roles a second factor is asked for now. */
export async function rulesNow(db: Db): Promise<RuledRole[]> {
  const rows = await db.selectFrom('second_factor_rule').select('role').where('until', 'is', null).execute()
  return ruledRoles.filter((role) => rows.some((row) => row.role === role))
}

/** How many people hold each role, and how many of them have a second factor already: whom a tick would lead to the set-up. */
export async function holdersByRole(db: Db) {
  const { rows } = await sql<{ role: string; people: number; ready: number }>`
    select g.role, count(distinct a.login_id)::int as people,
      (count(distinct a.login_id) filter (where exists (select from second_factor f
        where f.brokerage_id = a.brokerage_id and f.login_id = a.login_id and f.removed_at is null)))::int as ready
    from role_grant g join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id and a.state = 'active'
    where g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) group by 1`.execute(db)
  return new Map(rows.map((row) => [row.role, row]))
}
export type Holders = Awaited<ReturnType<typeof holdersByRole>>

/** Asks for it for these roles and no others, from the next sign-in on. False when somebody else was faster. */
export async function saveRules(visit: Visit, person: Staff, roles: RuledRole[], seen: string): Promise<boolean> {
  const { db, brokerage } = visit
  await sql`select pg_advisory_xact_lock(hashtextextended(${`second factor rules ${brokerage.id}`}, 0))`.execute(db)
  const before = await rulesNow(db)
  if (before.join() !== seen) return false
  const added = roles.filter((role) => !before.includes(role))
  const removed = before.filter((role) => !roles.includes(role))
  for (const role of added)
    await db
      .insertInto('second_factor_rule')
      .values({ brokerage_id: brokerage.id, role })
      .onConflict((conflict) => conflict.columns(['brokerage_id', 'role']).doUpdateSet({ since: sql`now()`, until: null }))
      .execute()
  if (removed.length > 0)
    await db.updateTable('second_factor_rule').set({ until: sql`now()` }).where('role', 'in', removed).execute()
  if (added.length + removed.length > 0)
    await recordEvent(db, brokerage, person, {
      ...{ verb: 'second_factor.rules_changed', subjectKind: 'brokerage', subjectId: brokerage.id },
      details: { added, removed },
    })
  return true
}
