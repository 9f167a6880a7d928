import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import { addAmounts } from '../../platform/amounts.ts'
import type { Db } from '../../platform/db.ts'
import { lineRoles } from '../../records/roles.ts'

export interface GroupCompany {
  id: string
  name: string
  /** 0 for the top of what is shown. */
  level: number
}

/** Running policies of a company in one column. Premiums by currency, as the database writes them. */
export interface Cell {
  policies: number
  premiums: Record<string, string>
}

export interface MatrixColumn {
  /** A role that opens lines, `full_access` for what no other role opens, or a line's code. */
  key: string
  /** The line's name; null where the column is a role's. */
  name: string | null
  /** Codes of the lines in it. */
  lines: string[]
}

export interface Matrix {
  by: 'role' | 'line'
  /** Everything in the actor's scope, not one company with those below it. */
  whole: boolean
  companies: GroupCompany[]
  columns: MatrixColumn[]
  /** By company id and column key. */
  cells: Map<string, Map<string, Cell>>
}

/** More companies than this no page shows. */
export const mostCompanies = 500

/** The company and everything below it, as far as the actor's scope goes, in reading order. */
export async function companiesOfGroup(db: Db, top: string): Promise<GroupCompany[]> {
  const { rows } = await sql<GroupCompany>`
    with recursive tree as (
      select c.id, c.name, 0 as level, array[c.name || ' ' || c.id::text] as path from company c
      where c.id = ${top}::uuid and c.id = any ((select access.companies())::uuid[])
      union all
      select c.id, c.name, tree.level + 1, tree.path || (c.name || ' ' || c.id::text)
      from company c join tree on c.parent_id = tree.id
      where tree.level < 10 and c.id = any ((select access.companies())::uuid[])
    )
    select id, name, level from tree order by path limit ${mostCompanies}::int`.execute(db)
  return rows
}

interface Sum {
  company_id: string
  line_code: string
  line: string
  audience: string[]
  currency: string
  policies: number
  premium: string
}

/** Companies × lines: how many running policies there are and what they cost a year, out of those that exist for the actor. */
export async function readMatrix(db: Db, top: string, { by, whole }: Pick<Matrix, 'by' | 'whole'>): Promise<Matrix> {
  const [companies, sums] = await allOf([companiesOfGroup(db, top), policySums(db)])
  const shown = new Set(companies.map(({ id }) => id))
  const inside = sums.filter(({ company_id }) => shown.has(company_id))
  return {
    by,
    whole: whole && companies.length < mostCompanies,
    companies,
    columns: columnsOf(inside, by),
    cells: cellsOf(inside, by),
  }
}

async function policySums(db: Db): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    select x.company_id, x.line_code, line.name as line, line.audience, x.currency, x.policies, x.premium
    from (
      select p.brokerage_id, p.company_id, p.line_code, p.currency, count(*)::int as policies,
        coalesce(sum(p.premium_gross), 0)::text as premium
      from policy p where p.state = 'active' group by 1, 2, 3, 4
    ) x join line_of_business line on line.brokerage_id = x.brokerage_id and line.code = x.line_code`.execute(db)
  return rows
}

const keyOf = (sum: Pick<Sum, 'line_code' | 'audience'>, by: Matrix['by']) =>
  by === 'line' ? sum.line_code : (lineRoles.find((role) => sum.audience.includes(role)) ?? 'full_access')

function columnsOf(sums: Sum[], by: Matrix['by']): MatrixColumn[] {
  const groups = Map.groupBy(sums, (sum) => keyOf(sum, by))
  const columns = [...groups].map(([key, members]) => ({
    key,
    name: by === 'line' ? members[0]!.line : null,
    lines: [...new Set(members.map(({ line_code }) => line_code))].sort(),
  }))
  const place = (key: string) => [...lineRoles, 'full_access'].indexOf(key)
  return columns.sort((a, b) => (by === 'role' ? place(a.key) - place(b.key) : a.name!.localeCompare(b.name!, 'de-CH')))
}

function cellsOf(sums: Sum[], by: Matrix['by']): Matrix['cells'] {
  const cells: Matrix['cells'] = new Map()
  for (const [company, ofCompany] of Map.groupBy(sums, ({ company_id }) => company_id)) {
    const byColumn = Map.groupBy(ofCompany, (sum) => keyOf(sum, by))
    cells.set(company, new Map([...byColumn].map(([key, some]) => [key, cellOf(some)])))
  }
  return cells
}

function cellOf(sums: Sum[]): Cell {
  const byCurrency = Map.groupBy(sums, ({ currency }) => currency)
  return {
    policies: sums.reduce((all, { policies }) => all + policies, 0),
    premiums: Object.fromEntries(
      [...byCurrency].map(([currency, some]) => [currency, addAmounts(some.map(({ premium }) => premium))]),
    ),
  }
}

/** Several cells as one: the total of a row, of a column, of everything. */
export function totalOf(cells: Iterable<Cell>): Cell {
  const all = [...cells]
  const currencies = [...new Set(all.flatMap(({ premiums }) => Object.keys(premiums)))].sort()
  return {
    policies: all.reduce((sum, { policies }) => sum + policies, 0),
    premiums: Object.fromEntries(
      currencies.map((currency) => [currency, addAmounts(all.map(({ premiums }) => premiums[currency] ?? null))]),
    ),
  }
}

/** The cells of one company, of one column, or of everything. */
export function cellsIn(matrix: Matrix, where: { company?: string; column?: string } = {}): Cell[] {
  return matrix.companies
    .filter(({ id }) => where.company === undefined || id === where.company)
    .flatMap(({ id }) => [...(matrix.cells.get(id) ?? [])])
    .filter(([key]) => where.column === undefined || key === where.column)
    .map(([, cell]) => cell)
}
