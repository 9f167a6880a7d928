import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { canonicalEmail } from '../../platform/email.ts'
import { type Row, type RowRefusal, shown } from './check-row.ts'
import type { Header } from './header.ts'
import type { Reason } from './refusal.ts'
import type { Source, Target } from './sources.ts'

interface Found {
  id: string
  company_id?: string
}

/** Puts the ids of the records that rows refer to in place of their keys. Rows that refer to nothing known are refused. */
export async function resolveReferences(
  db: Db,
  source: Source,
  header: Header,
  rows: Row[],
): Promise<{ rows: Row[]; refused: RowRefusal[] }> {
  const lookups = []
  for (const { field, heading, at } of header.columns) {
    if (!field.refers || field.refers === 'parent') continue
    const keys = new Set(rows.map((row) => row.values[field.column]).filter((key) => typeof key === 'string'))
    lookups.push({
      field,
      heading,
      at,
      found: keys.size > 0 ? await find[field.refers](db, [...keys]) : new Map<string, Found>(),
    })
  }
  const good: Row[] = []
  const refused: RowRefusal[] = []
  for (const row of rows) {
    const values = { ...row.values }
    let wrong: RowRefusal | undefined
    for (const { field, heading, at, found } of lookups) {
      const key = row.values[field.column]
      if (typeof key !== 'string') continue
      const target = found.get(key)
      if (target) values[field.column] = target.id
      else wrong ??= { line: row.line, column: heading, value: shown(row.raw[at]!), reason: unknown[field.refers as 'company'] }
    }
    wrong ??= source.table === 'document' ? documentsCompany(row, values, header, lookups) : undefined
    if (wrong) refused.push(wrong)
    else good.push({ ...row, values })
  }
  return { rows: good, refused }
}

const unknown: Record<Exclude<Target, 'parent'>, Reason> = {
  company: 'unknown_company',
  policy: 'unknown_policy',
  premium_invoice: 'unknown_invoice',
  line: 'unknown_line',
  staff: 'email',
}

// A document on a policy belongs to the policy's company; when the file says another one, one of the two is a mistake that
// would show it to the wrong people.
function documentsCompany(
  row: Row,
  values: Row['values'],
  header: Header,
  lookups: { field: { column: string }; found: Map<string, Found> }[],
): RowRefusal | undefined {
  const key = row.values.policy_id
  const policy = typeof key === 'string' ? lookups.find(({ field }) => field.column === 'policy_id')?.found.get(key) : undefined
  const heading = header.columns.find(({ field }) => field.column === 'company_id')?.heading ?? 'AdressNr'
  const company = row.values.company_id
  if (!policy && (company === null || company === undefined))
    return { line: row.line, column: heading, value: '', reason: 'required' }
  if (!policy?.company_id) return undefined
  if (typeof company === 'string' && values.company_id !== policy.company_id) {
    return { line: row.line, column: heading, value: shown(company), reason: 'other_company' }
  }
  values.company_id = policy.company_id
  return undefined
}

const find: Record<Exclude<Target, 'parent'>, (db: Db, keys: string[]) => Promise<Map<string, Found>>> = {
  company: async (db, keys) => {
    const rows = await sql<Found & { key: string }>`select source_key as key, coalesce(merged_into, id) as id from company
      where brokerage_id = access.brokerage() and source_key = any (${keys}::text[])`.execute(db)
    return byKey(rows.rows)
  },
  policy: async (db, keys) => {
    const rows = await sql<Found & { key: string }>`select source_key as key, id, company_id from policy
      where brokerage_id = access.brokerage() and source_key = any (${keys}::text[])`.execute(db)
    return byKey(rows.rows)
  },
  premium_invoice: async (db, keys) => {
    const rows = await sql<Found & { key: string }>`select source_key as key, id from premium_invoice
      where brokerage_id = access.brokerage() and source_key = any (${keys}::text[])`.execute(db)
    return byKey(rows.rows)
  },
  line: async (db, keys) => {
    const rows = await sql<Found & { key: string }>`select code as key, code as id from line_of_business
      where brokerage_id = access.brokerage() and code = any (${keys}::text[])`.execute(db)
    return byKey(rows.rows)
  },
  staff: staffByEmail,
}

const byKey = (rows: (Found & { key: string })[]) => new Map(rows.map((row) => [row.key, row]))

// Account managers are known before they ever sign in: the export names them by their address only.
async function staffByEmail(db: Db, addresses: string[]): Promise<Map<string, Found>> {
  const canonical = new Map(addresses.map((address) => [address, canonicalEmail(address)!]))
  const people = [
    ...new Map([...canonical].map(([email, email_key]) => [email_key, { email, email_key, ...nameFrom(email_key) }])).values(),
  ]
  await sql`insert into staff_member (brokerage_id, email, email_key, first_name, last_name)
    select access.brokerage(), p.email, p.email_key, p.first_name, p.last_name
    from json_populate_recordset(null::staff_member, ${JSON.stringify(people)}::json) p
    where not exists (select from staff_member s where s.brokerage_id = access.brokerage() and s.email_key = p.email_key)
    on conflict (brokerage_id, email_key) do nothing`.execute(db)
  const { rows } = await sql<Found & { key: string }>`select email_key as key, id from staff_member
    where brokerage_id = access.brokerage() and email_key = any (${people.map((person) => person.email_key)}::text[])`.execute(db)
  const found = byKey(rows)
  return new Map([...canonical].flatMap(([address, key]) => (found.has(key) ? [[address, found.get(key)!] as const] : [])))
}

/** sophie.dubois@… → Sophie Dubois; an address without a dot is all last name. */
export function nameFrom(emailKey: string): { first_name: string; last_name: string } {
  const parts = emailKey
    .split('@')[0]!
    .replace(/\+.*$/, '')
    .split(/[._]+/)
    .filter(Boolean)
    .map((part) => part.replace(/(^|-)\p{Letter}/gu, (start) => start.toUpperCase()))
  return { first_name: parts.slice(0, -1).join(' ').slice(0, 80), last_name: (parts.at(-1) ?? '').slice(0, 80) }
}
