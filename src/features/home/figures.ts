import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import { addAmounts, compareAmounts } from '../../platform/amounts.ts'
import type { Db } from '../../platform/db.ts'
import { areFew } from '../../records/few.ts'

/** What a line of business cost and what it paid in one year. Amounts as the database writes them. */
export interface YearOfLine {
  year: number
  /** null: records on no policy that the person sees. */
  line: string | null
  premiums: string
  /** Of so many premium invoices; none is not the same as an amount of nothing. */
  invoices: number
  claims: string
  /** Of so many claims. */
  count: number
}

export interface Figures {
  rows: YearOfLine[]
  /** Newest first. */
  years: number[]
  /** Lines by what they cost and paid, the greatest first. */
  lines: (string | null)[]
  currency: string
  /** Other currencies in which something stands that is not in these sums. */
  others: string[]
  /** The newest day that the source reports of. */
  asOf: string | null
}

interface Sum {
  year: number
  line: string | null
  currency: string
  amount: string
  count: number
  as_of: string | null
}

/**
 * Premiums and claims by line and year, out of the records that exist for the actor. Premiums: premium invoices by the year in
 * which their period begins, less credits, without reminders and what was cancelled. Claims: what has been paid, by the day of
 * the loss.
 */
export async function readFigures(db: Db, span: Span): Promise<Figures> {
  const [premiums, claims] = await allOf([premiumSums(db, span), claimSums(db, span)])
  return together(premiums, claims)
}

interface Span {
  from: number
  to: number
  /** Adds up nothing where the actor sees very many records (records/few.ts). */
  onlyFew?: boolean
}

const few = ({ onlyFew }: Span) => (onlyFew ? areFew('premium_invoice', 'claim') : sql<boolean>`true`)

const first = (year: number) => `${year}-01-01`

// Lines get their names after the sums are made: a handful of rows instead of one for every invoice.
async function premiumSums(db: Db, span: Span): Promise<Sum[]> {
  const day = sql`coalesce(i.period_from, i.invoiced_on, i.due_on)`
  const { rows } = await sql<Sum>`
    select x.year, line.name as line, x.currency, x.amount, x.count, x.as_of
    from (
      select extract(year from ${day})::int as year, p.brokerage_id, p.line_code, i.currency, count(*)::int as count,
        sum(case when i.kind = 'credit' then -abs(i.total) else i.total end)::text as amount, max(i.data_as_of)::text as as_of
      from premium_invoice i left join policy p on p.brokerage_id = i.brokerage_id and p.id = i.policy_id
      where ${few(span)} and i.kind not in ('reminder', 'cancellation') and i.state <> 'cancelled'
        and ${day} >= ${first(span.from)} and ${day} < ${first(span.to + 1)}
      group by 1, 2, 3, 4
    ) x left join line_of_business line on line.brokerage_id = x.brokerage_id and line.code = x.line_code`.execute(db)
  return rows
}

async function claimSums(db: Db, span: Span): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    select x.year, line.name as line, x.currency, x.amount, x.count, x.as_of
    from (
      select extract(year from c.occurred_on)::int as year, p.brokerage_id, p.line_code, coalesce(p.currency, 'CHF') as currency,
        count(*)::int as count, coalesce(sum(c.paid), 0)::text as amount, max(c.data_as_of)::text as as_of
      from claim c left join policy p on p.brokerage_id = c.brokerage_id and p.id = c.policy_id
      where ${few(span)} and c.state <> 'draft' and c.occurred_on >= ${first(span.from)} and c.occurred_on < ${first(span.to + 1)}
      group by 1, 2, 3, 4
    ) x left join line_of_business line on line.brokerage_id = x.brokerage_id and line.code = x.line_code`.execute(db)
  return rows
}

function together(premiums: Sum[], claims: Sum[]): Figures {
  const all = [...premiums, ...claims]
  const byCurrency = Map.groupBy(all, (sum) => sum.currency)
  const currencies = [...byCurrency.keys()].sort((a, b) => byCurrency.get(b)!.length - byCurrency.get(a)!.length)
  const currency = byCurrency.has('CHF') ? 'CHF' : (currencies[0] ?? 'CHF')
  const counted = (sums: Sum[]) => sums.filter((sum) => sum.currency === currency)
  const rows = rowsOf(counted(premiums), counted(claims))
  const asOf = all.flatMap(({ as_of }) => as_of ?? []).sort()
  return {
    rows,
    years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a),
    lines: linesOf(rows),
    currency,
    others: currencies.filter((other) => other !== currency),
    asOf: asOf.at(-1) ?? null,
  }
}

function rowsOf(premiums: Sum[], claims: Sum[]): YearOfLine[] {
  const rows = new Map<string, YearOfLine>()
  const row = ({ year, line }: Sum) => {
    const key = `${year} ${line ?? ''}`
    if (!rows.has(key)) rows.set(key, { year, line, premiums: '0.00', invoices: 0, claims: '0.00', count: 0 })
    return rows.get(key)!
  }
  for (const sum of premiums) Object.assign(row(sum), { premiums: addAmounts([sum.amount]), invoices: sum.count })
  for (const sum of claims) Object.assign(row(sum), { claims: addAmounts([sum.amount]), count: sum.count })
  return [...rows.values()]
}

function linesOf(rows: YearOfLine[]): (string | null)[] {
  const byLine = Map.groupBy(rows, ({ line }) => line)
  const weight = (line: string | null) => addAmounts(byLine.get(line)!.flatMap(({ premiums, claims }) => [premiums, claims]))
  return [...byLine.keys()].sort((a, b) => compareAmounts(weight(b), weight(a)) || (a ?? '').localeCompare(b ?? ''))
}
