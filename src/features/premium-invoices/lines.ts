import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** What a line of a premium invoice is for (domain 2.3), in the order of an invoice. */
export const lineKinds = ['net', 'surcharge', 'instalment_surcharge', 'discount', 'stamp_duty', 'fee'] as const
export type LineKind = (typeof lineKinds)[number]

export interface InvoiceLine {
  kind: LineKind
  /** What the source calls it, where it calls it anything. */
  label: string | null
  /** As it counts towards the total: a discount is negative. */
  amount: string
}

/**
 * The lines of an invoice, in the order of an invoice, and what its total differs from them by (null where by nothing, or where no
 * line is known). Of a kind that the source delivers lines of, these count; else the column of the invoice (decision 0030).
 */
export async function linesOf(db: Db, invoiceId: string): Promise<{ lines: InvoiceLine[]; rest: string | null }> {
  const { rows } = await sql<InvoiceLine & { rest: string | null }>`
    with invoice as (select * from premium_invoice where brokerage_id = access.brokerage() and id = ${invoiceId}),
    delivered as (
      select l.kind, l.label, l.amount, l.id from premium_invoice_line l
      where l.brokerage_id = access.brokerage() and l.premium_invoice_id = ${invoiceId}
    ),
    line as (
      select kind, label, amount, id from delivered
      union all
      select c.kind, null, c.amount, null from invoice i
      cross join lateral (values ('net', i.net), ('stamp_duty', i.stamp_duty)) as c(kind, amount)
      where c.amount is not null and c.kind not in (select d.kind from delivered d)
    )
    select kind, label, amount, nullif((select i.total from invoice i) - sum(amount) over (), 0) as rest
    from line order by array_position(${[...lineKinds]}::text[], kind), id nulls first`.execute(db)
  return { lines: rows.map(({ kind, label, amount }) => ({ kind, label, amount })), rest: rows[0]?.rest ?? null }
}
