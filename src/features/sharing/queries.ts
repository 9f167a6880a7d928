import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { type Described, describe } from '../notifications/records.ts'
import type { Change, LineRole } from './items.ts'

export interface Line {
  code: string
  name: string
  active: boolean
  health: boolean
  /** What the house says. */
  audience: LineRole[]
}

/** All lines of business, by name. */
export async function lines(db: Db): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select code, name, active, health, audience from line_of_business order by active desc, name, code`.execute(db)
  return rows
}

export type KeptChange = Change & {
  id: string
  at: Date
  by: string
  company: string | null
  gaining: number
  losing: number
  undoneAt: Date | null
  undoneBy: string | null
  /** Until when it can be taken back. */
  until: Date
  late: boolean
}

const kept = sql`select s.id, s.scope, s.company_id as "companyId", s.items, s.at, concat_ws(' ', m.first_name, m.last_name) as by,
  c.name as company, s.gaining, s.losing, s.undone_at as "undoneAt", concat_ws(' ', u.first_name, u.last_name) as "undoneBy",
  s.at + interval '24 hours' as until, s.at < now() - interval '24 hours' as late
  from sharing_change s join staff_member m on m.id = s.staff_id left join staff_member u on u.id = s.undone_by
  left join company c on c.id = s.company_id`

/** One change with everything it did; throws NotFound. */
export async function changeById(db: Db, id: string, lock = false): Promise<KeptChange> {
  const { rows } = await sql<KeptChange>`${kept} where s.id = ${id}::uuid ${lock ? sql`for update of s` : sql``}`.execute(db)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The latest changes: of everything, of one company's lines, or of one record. */
export async function latestChanges(
  db: Db,
  of: { companyId?: string; record?: { kind: string; id: string } } = {},
): Promise<KeptChange[]> {
  const where = of.companyId
    ? sql`s.company_id = ${of.companyId}::uuid`
    : of.record
      ? sql`s.scope = ${of.record.kind} and s.items @> ${JSON.stringify([{ id: of.record.id }])}::jsonb`
      : sql`true`
  const { rows } = await sql<KeptChange>`${kept} where ${where} order by s.id desc limit 100`.execute(db)
  return rows
}

/** The names of what a change is about, and where their pages are. */
export async function namesOf(
  db: Db,
  { scope, items }: Change,
): Promise<Map<string, Pick<Described, 'label'> & { path: string | null }>> {
  if (scope !== 'lines' && scope !== 'company_lines')
    return describe(
      db,
      items.map(({ id }) => ({ kind: scope, id })),
    )
  return new Map((await lines(db)).map(({ code, name }) => [code, { label: name, path: null }]))
}
