import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { type AssignableRole, lineRoles } from '../../records/roles.ts'

/** The kinds of record that a role can open, in the order of the navigation. */
export const previewKinds = [
  'policy',
  'premium_invoice',
  'insured_object',
  'claim',
  'invoice',
  'service_request',
  'document',
  'conversation',
] as const
export type PreviewKind = (typeof previewKinds)[number]

/** What changes for a person in one kind of record. */
export interface Difference {
  kind: PreviewKind
  added: number
  removed: number
  /** How many of the added ones may carry health data. */
  health: number
  /** The added ones by line of business; null: of no line. */
  lines: { line: string | null; n: number }[]
}

interface Whose {
  companyId: string
  /** Null where there is no account yet: then nobody wrote anything either. */
  accountId: string | null
}

type Held = readonly AssignableRole[]

/** The exact difference between two sets of roles, asked from the row rules themselves; only kinds in which there is one. */
export async function differenceOf(db: Db, whose: Whose, before: Held, after: Held): Promise<Difference[]> {
  const [had, gets] = [await seenWith(db, whose, before), await seenWith(db, whose, after)]
  const differences: Difference[] = []
  for (const kind of previewKinds) {
    const [old, now] = [new Set(had.get(kind)), new Set(gets.get(kind))]
    const added = [...now].filter((id) => !old.has(id))
    const removed = [...old].filter((id) => !now.has(id)).length
    if (added.length + removed === 0) continue
    differences.push({ kind, added: added.length, removed, ...(await natureOf(db, kind, added)) })
  }
  return differences
}

async function natureOf(db: Db, kind: PreviewKind, ids: string[]): Promise<Pick<Difference, 'health' | 'lines'>> {
  if (ids.length === 0) return { health: 0, lines: [] }
  const health = await sql<{ n: number }>`select access.health_among(${kind}, ${ids}::uuid[]) as n`.execute(db)
  const lines = await sql<{ line: string | null; n: number }>`
    select line, n from access.lines_among(${kind}, ${ids}::uuid[])`.execute(db)
  return { health: health.rows[0]!.n, lines: lines.rows }
}

async function seenWith(db: Db, { companyId, accountId }: Whose, roles: Held): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ kind: string; ids: string[] }>`
    select kind, array_agg(id) as ids from access.seen_with(${companyId}, ${accountId}, ${['customer', ...roles]}::text[])
    group by kind`.execute(db)
  return new Map(rows.map(({ kind, ids }) => [kind, ids]))
}

export interface Opens {
  policies: number
  documents: number
}

/**
 * «Gibt frei»: what each role opens by itself, at the own company; for the Konzernmanager what the lines that are held open at the
 * companies below. Roles that open no record are left out.
 */
export async function opensByRole(db: Db, whose: Whose, held: Held): Promise<Partial<Record<AssignableRole, Opens>>> {
  const opened: Partial<Record<AssignableRole, Opens>> = {}
  for (const role of [...lineRoles, 'full_access'] as const) opened[role] = await countOf(db, whose, [role])
  const lines = held.filter((role) => role !== 'group_manager')
  const [alone, below] = [await countOf(db, whose, lines), await countOf(db, whose, [...lines, 'group_manager'])]
  opened.group_manager = { policies: below.policies - alone.policies, documents: below.documents - alone.documents }
  return opened
}

// Without the account: what somebody wrote is theirs whatever their roles.
async function countOf(db: Db, { companyId }: Whose, roles: Held): Promise<Opens> {
  const { rows } = await sql<Opens>`
    select count(*) filter (where kind = 'policy')::int as policies, count(*) filter (where kind = 'document')::int as documents
    from access.seen_with(${companyId}, null, ${['customer', ...roles]}::text[])`.execute(db)
  return rows[0]!
}
