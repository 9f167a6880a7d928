import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { uuid } from '../../platform/forms.ts'

/** What a conversation or a request can be about, by the name of its table. */
export const aboutKinds = [
  'policy',
  'premium_invoice',
  'insured_object',
  'claim',
  'invoice',
  'document',
  'service_request',
] as const
export type AboutKind = (typeof aboutKinds)[number]

export interface AboutKey {
  kind: AboutKind
  id: string
}

/** A record that something is about, as far as the actor sees it. */
export interface About extends AboutKey {
  companyId: string
  /** Its number or name. */
  label: string
}

const folders: Record<AboutKind, string> = {
  policy: 'policies',
  premium_invoice: 'premium-invoices',
  insured_object: 'insured-objects',
  claim: 'claims',
  invoice: 'invoices',
  document: 'documents',
  service_request: 'requests',
}

const labels: Record<AboutKind, RawBuilder<string>> = {
  policy: sql`x.number || ' · ' || x.name`,
  premium_invoice: sql`x.number`,
  insured_object: sql`coalesce(nullif(x.name, ''), x.make_model, x.plate, x.kind)`,
  claim: sql`x.number`,
  invoice: sql`x.number`,
  document: sql`x.title`,
  service_request: sql`x.number || ' · ' || x.subject`,
}

/** The page of a record, without language prefix. */
export function aboutPath({ kind, id }: AboutKey): string {
  return `/${folders[kind]}/${id}`
}

/** `policy:<id>` in an address or a form; null for anything else, and for kinds that are not wanted here. */
export function readAbout(value: unknown, kinds: readonly AboutKind[] = aboutKinds): AboutKey | null {
  const [kind, id, ...rest] = typeof value === 'string' ? value.split(':') : []
  const known = kinds.find((one) => one === kind)
  return known && rest.length === 0 && uuid.safeParse(id).success ? { kind: known, id: id! } : null
}

/** The record when it exists for the actor, else null. */
export async function findAbout(db: Db, key: AboutKey | null): Promise<About | null> {
  if (!key) return null
  const { rows } = await sql<{ company_id: string; label: string }>`
    select x.company_id, ${labels[key.kind]} as label from ${sql.table(key.kind)} x
    where x.brokerage_id = access.brokerage() and x.id = ${key.id}`.execute(db)
  return rows[0] ? { ...key, companyId: rows[0].company_id, label: rows[0].label } : null
}

/** The label of the record that a row of `table` is about; null where the actor does not see it (any more). */
export function aboutLabel(table: 'conversation' | 'service_request'): RawBuilder<string | null> {
  const one = (kind: AboutKind) => sql`when ${sql.lit(kind)} then (select ${labels[kind]} from ${sql.table(kind)} x
    where x.brokerage_id = ${sql.ref(`${table}.brokerage_id`)} and x.id = ${sql.ref(`${table}.about_id`)})`
  return sql<string | null>`case ${sql.ref(`${table}.about_kind`)} ${sql.join(aboutKinds.map(one), sql` `)} end`
}
