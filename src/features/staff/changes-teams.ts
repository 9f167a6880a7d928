import { sql } from 'kysely'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { presentStaff, type Team } from './queries.ts'

/** Forms a team; sent twice forms it once. Call it inside `guarded`: no two teams have one name. */
export async function formTeam(visit: Visit, id: string, name: string, members: string[]): Promise<void> {
  const formed = await visit.db
    .insertInto('team')
    .values({ brokerage_id: visit.brokerage.id, id, name })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!formed) return
  const names = await setMembers(visit, id, members)
  await recordTeam(visit, id, 'team.formed', { name, members: names })
}

/** Saves name and people of a team; false where somebody saved in between. */
export async function changeTeam(
  visit: Visit,
  team: Team,
  { name, members, version }: { name: string; members: string[]; version: number },
): Promise<boolean> {
  const saved = await visit.db
    .updateTable('team')
    .set({ name, version: sql<number>`version + 1` })
    .where('id', '=', team.id)
    .where('version', '=', version)
    .where('dissolved_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  const names = await setMembers(visit, team.id, members)
  await recordTeam(visit, team.id, 'team.changed', { name, members: names })
  return true
}

// Who left the house is in no team; a name that is none of ours counts for nothing.
async function setMembers(visit: Visit, teamId: string, wanted: string[]): Promise<string[]> {
  const present = (await presentStaff(visit.db)).filter(({ value }) => wanted.includes(value))
  const ids = present.map(({ value }) => value)
  await visit.db
    .updateTable('team_member')
    .set({ removed_at: sql`now()` })
    .where('team_id', '=', teamId)
    .where('removed_at', 'is', null)
    .$if(ids.length > 0, (query) => query.where('staff_id', 'not in', ids))
    .execute()
  if (ids.length > 0)
    await visit.db
      .insertInto('team_member')
      .values(ids.map((staff_id) => ({ brokerage_id: visit.brokerage.id, team_id: teamId, staff_id })))
      .onConflict((conflict) => conflict.columns(['brokerage_id', 'team_id', 'staff_id']).doUpdateSet({ removed_at: null }))
      .execute()
  return present.map(({ label }) => label)
}

/** Gives a team up: its companies go by their account managers again. */
export async function dissolveTeam(visit: Visit, team: Team): Promise<void> {
  await visit.db
    .updateTable('team')
    .set({ dissolved_at: sql`now()` })
    .where('id', '=', team.id)
    .where('dissolved_at', 'is', null)
    .execute()
  await visit.db.updateTable('company').set({ team_id: null }).where('team_id', '=', team.id).execute()
  await recordTeam(visit, team.id, 'team.dissolved', { name: team.name })
}

/** Which companies account managers and assistants see: those of their teams, or all of the brokerage. */
export async function setStaffScope(visit: Visit, scope: 'team' | 'all'): Promise<void> {
  const changed = await visit.db
    .updateTable('brokerage')
    .set({ staff_scope: scope })
    .where('brokerage_id', '=', visit.brokerage.id)
    .where('staff_scope', '<>', scope)
    .returning('brokerage_id')
    .executeTakeFirst()
  if (!changed) return
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    ...{ verb: 'brokerage.staff_scope_changed', subjectKind: 'brokerage', subjectId: visit.brokerage.id },
    details: { scope },
  })
}

async function recordTeam(visit: Visit, id: string, verb: `team.${string}`, details: Record<string, unknown>) {
  await recordEvent(visit.db, visit.brokerage, visit.actor, { verb, subjectKind: 'team', subjectId: id, details })
}
