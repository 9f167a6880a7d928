import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'

/** Without a login somebody only stands in the export, as account manager. */
export const staffStates = ['active', 'invited', 'none', 'left'] as const
export type StaffState = (typeof staffStates)[number]

const state = sql<StaffState>`case when member.state = 'suspended' then 'left' when member.login_id is null then 'none'
  when member.invited_at is not null and member.activated_at is null then 'invited' else 'active' end`

const teamsOf = sql<string | null>`(select string_agg(t.name, ', ' order by t.name) from team_member x
  join team t on t.brokerage_id = x.brokerage_id and t.id = x.team_id
  where x.brokerage_id = member.brokerage_id and x.staff_id = member.id and x.removed_at is null and t.dissolved_at is null)`

const awayUntil = sql<
  string | null
>`(select a.until_on from staff_absence a where a.brokerage_id = member.brokerage_id and a.staff_id = member.id
  and a.cancelled_at is null and access.today() between a.from_on and a.until_on limit 1)`

function members(db: Db) {
  return db.selectFrom('staff_member as member').select([
    'member.id',
    'member.first_name',
    'member.last_name',
    'member.email',
    'member.phone',
    'member.version',
    'member.login_id',
    sql<Staff['function']>`member.function`.as('function'),
    state.as('state'),
    teamsOf.as('teams'),
    awayUntil.as('away_until'),
    sql<number>`(select count(*) from company c where c.brokerage_id = member.brokerage_id and c.account_manager_id = member.id
        and c.state = 'active')`.as('companies'),
  ])
}

/** The people of the brokerage, those who left last. */
export function staffMembers(db: Db) {
  return members(db)
    .orderBy(sql`member.state = 'suspended'`)
    .orderBy('member.last_name')
    .orderBy('member.first_name')
    .limit(500)
    .execute()
}
export type StaffMember = Awaited<ReturnType<typeof staffMembers>>[number]

/** Who can look after companies and stand in for others: who has not left. */
export async function presentStaff(db: Db): Promise<{ value: string; label: string }[]> {
  const rows = await db
    .selectFrom('staff_member')
    .select(['id', 'first_name', 'last_name'])
    .where('state', '=', 'active')
    .orderBy('last_name')
    .orderBy('first_name')
    .limit(500)
    .execute()
  return rows.map((row) => ({ value: row.id, label: nameOf(row) }))
}

/** «Dubois Sophie», as lists sort it. */
export function nameOf({ first_name, last_name }: { first_name: string; last_name: string }): string {
  return `${last_name} ${first_name}`.trim()
}

/** One member of staff; throws NotFound. */
export function staffById(db: Db, id: string): Promise<StaffMember> {
  return members(db).where('member.id', '=', id).executeTakeFirstOrThrow(notFound)
}

/** How somebody of the house gets in: open sessions (administrators see them) and what their second factor is. */
export async function accessOf(db: Db, member: StaffMember) {
  const { rows } = await sql<{ sessions: number; last_seen: Date | null; factors: number }>`
    select (select count(*)::int from session s where s.staff_id = ${member.id} and s.ended_at is null and s.expires_at > now()
        and s.last_seen_at > now() - interval '30 minutes') as sessions,
      (select max(s.last_seen_at) from session s where s.staff_id = ${member.id}) as last_seen,
      (select count(*)::int from second_factor f where f.login_id = ${member.login_id} and f.removed_at is null) as factors`.execute(
    db,
  )
  return rows[0]!
}
export type StaffAccess = Awaited<ReturnType<typeof accessOf>>

/** The absences of somebody that are not over, or all that were not called off for the last year. */
export function absencesOf(db: Db, staffId: string) {
  return db
    .selectFrom('staff_absence as absence')
    .innerJoin('staff_member as deputy', (join) =>
      join.onRef('deputy.brokerage_id', '=', 'absence.brokerage_id').onRef('deputy.id', '=', 'absence.deputy_id'),
    )
    .select([
      'absence.id',
      'absence.from_on',
      'absence.until_on',
      'deputy.first_name',
      'deputy.last_name',
      sql<
        'now' | 'ahead' | 'over'
      >`case when absence.until_on < access.today() then 'over' when absence.from_on > access.today() then 'ahead'
        else 'now' end`.as('when'),
    ])
    .where('absence.staff_id', '=', staffId)
    .where('absence.cancelled_at', 'is', null)
    .where(sql<boolean>`absence.until_on > access.today() - 365`)
    .orderBy('absence.from_on', 'desc')
    .limit(100)
    .execute()
}
export type Absence = Awaited<ReturnType<typeof absencesOf>>[number]

/** For whom somebody stands in today. */
export async function standsInFor(db: Db, staffId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('staff_absence as absence')
    .innerJoin('staff_member as away', (join) =>
      join.onRef('away.brokerage_id', '=', 'absence.brokerage_id').onRef('away.id', '=', 'absence.staff_id'),
    )
    .select(['away.first_name', 'away.last_name'])
    .where('absence.deputy_id', '=', staffId)
    .where('absence.cancelled_at', 'is', null)
    .where(sql<boolean>`access.today() between absence.from_on and absence.until_on`)
    .execute()
  return rows.map((row) => `${row.first_name} ${row.last_name}`.trim())
}

/** The teams there are, with their people and how many companies belong to them. */
export async function teams(db: Db) {
  const { rows } = await sql<{
    id: string
    name: string
    version: number
    members: { id: string; name: string }[]
    companies: number
  }>`
    select t.id, t.name, t.version,
      coalesce((select json_agg(json_build_object('id', s.id, 'name', btrim(s.last_name || ' ' || s.first_name)) order by s.last_name, s.first_name)
        from team_member m join staff_member s on s.brokerage_id = m.brokerage_id and s.id = m.staff_id
        where m.brokerage_id = t.brokerage_id and m.team_id = t.id and m.removed_at is null and s.state = 'active'), '[]') as members,
      (select count(*) from company c where c.brokerage_id = t.brokerage_id and c.state = 'active' and (c.team_id = t.id
        or c.team_id is null and exists (select from team_member m where m.brokerage_id = t.brokerage_id and m.team_id = t.id
          and m.removed_at is null and m.staff_id = c.account_manager_id))) as companies
    from team t where t.dissolved_at is null order by t.name limit 200`.execute(db)
  return rows
}
export type Team = Awaited<ReturnType<typeof teams>>[number]

/** One team that was not given up; throws NotFound. */
export async function teamById(db: Db, id: string): Promise<Team> {
  const found = (await teams(db)).find((team) => team.id === id)
  if (!found) throw notFound()
  return found
}

/** Which companies account managers and assistants see: those of their team, or all. */
export async function staffScope(db: Db, brokerageId: string): Promise<'team' | 'all'> {
  const row = await db
    .selectFrom('brokerage')
    .select('staff_scope')
    .where('brokerage_id', '=', brokerageId)
    .executeTakeFirstOrThrow()
  return row.staff_scope === 'all' ? 'all' : 'team'
}

/** What happened to somebody, a team or the house, newest first. */
export function houseEvents(db: Db, subjectIds: string[]) {
  return db
    .selectFrom('event')
    .select(['id', 'at', 'verb', 'actor_name', sql<Record<string, unknown>>`details`.as('details')])
    .where('subject_id', 'in', subjectIds)
    .where('subject_kind', 'in', ['staff_member', 'team', 'brokerage'])
    .where('company_id', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}
export type HouseEvent = Awaited<ReturnType<typeof houseEvents>>[number]
