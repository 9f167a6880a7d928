import { type RawBuilder, sql } from 'kysely'

/** So many records of a kind a page looks through that shows a bit of everything; who sees more gets the way to the lists. */
export const fewRecords = 5_000

type Kind = 'policy' | 'premium_invoice' | 'claim'

/**
 * Whether no more of a kind exist for the actor. As a condition it depends on no row, so PostgreSQL asks it once, and where the
 * answer is no it reads nothing else of that statement.
 */
export function areFew(...kinds: Kind[]): RawBuilder<boolean> {
  const counted = kinds.map(
    (kind) =>
      sql`(select count(*) from (select from ${sql.table(kind)} limit ${sql.lit(fewRecords + 1)}) some_rows) <= ${sql.lit(fewRecords)}`,
  )
  return sql<boolean>`(${sql.join(counted, sql` and `)})`
}
