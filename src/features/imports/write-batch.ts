import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { type Row, type RowRefusal, shown } from './check-row.ts'
import type { Header } from './header.ts'
import type { Value } from './readers.ts'
import { resolveReferences } from './references.ts'
import { digest, remember, rememberedAt } from './remembered.ts'
import type { Field, Source } from './sources.ts'

/** A company whose holding is set once all companies are there. */
export interface HoldingChange {
  line: number
  key: string
  raw: string
  parentKey: string | null
  place: number
  outcome: 'new' | 'changed' | 'unchanged'
}

export interface Outcome {
  new: number
  changed: number
  unchanged: number
  refused: RowRefusal[]
  holdings: HoldingChange[]
}

/** What was written for one row: nothing of `before` where it is new, else what stood in the columns that were written. */
export interface Written {
  table: string
  key: string
  line: number
  before: Record<string, unknown> | null
  after: Record<string, unknown>
  /** Of the columns, those that are shown to people: where they stand in the file. */
  fields: Field[]
  differs: boolean
  raw: string[]
}

/** Hears of every write, in its transaction. */
export type Track = (db: Db, header: Header, written: Written[]) => Promise<void>

interface Change {
  row: Row
  fields: Field[]
  cells: string
}

/**
 * Writes rows of one file in the transaction given. Nothing is written for a row that says what it said at the last import;
 * of any other only the columns whose source value changed, and its version moves only where the record really differs.
 */
export async function writeBatch(db: Db, source: Source, header: Header, batch: Row[], track?: Track): Promise<Outcome> {
  const outcome: Outcome = { new: 0, changed: 0, unchanged: 0, refused: [], holdings: [] }
  const known = await knownRecords(db, source, batch)
  const mapped = source.fields.map((field) => field.names.length === 0 || header.columns.some((column) => column.field === field))
  const touched: { row: Row; digests: (string | undefined)[] }[] = []
  for (const row of batch) {
    const digests = source.fields.map((field, place) => (mapped[place] ? digest(row.values[field.column] ?? null) : undefined))
    const cells = known.get(row.key)
    const same = cells !== undefined && digests.every((now, place) => now === undefined || now === rememberedAt(cells, place))
    if (same) outcome.unchanged++
    else touched.push({ row, digests })
  }
  if (touched.length === 0) return outcome
  const digestsOf = new Map(touched.map(({ row, digests }) => [row.line, digests]))
  const resolved = await resolveReferences(
    db,
    source,
    header,
    touched.map(({ row }) => row),
  )
  outcome.refused.push(...resolved.refused)
  const fresh: Change[] = []
  const existing: Change[] = []
  for (const row of resolved.rows) {
    const before = known.get(row.key)
    const digests = digestsOf.get(row.line)!
    const later = laterHolding(source, header, row, before, digests)
    const fields = source.fields.filter(
      (field, place) =>
        field.refers !== 'parent' && digests[place] !== undefined && digests[place] !== rememberedAt(before ?? null, place),
    )
    const cells = remember(before ?? null, later ? digests.with(later.place, undefined) : digests)
    if (later) outcome.holdings.push(later)
    const change = { row, fields, cells }
    if (before === undefined) fresh.push(change)
    else existing.push(change)
  }
  const write = { db, source, header, track }
  outcome.new = await insertNew(write, mapped, fresh)
  await updateChanged(write, existing, outcome)
  return outcome
}

/** What is remembered of the records there are; null where the record did not come from an import. */
async function knownRecords(db: Db, source: Source, batch: Row[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ key: string; cells: string | null }>`
    select ${sql.ref(source.key)} as key, source_cells as cells from ${sql.table(source.table)}
    where brokerage_id = access.brokerage() and ${sql.ref(source.key)} = any (${batch.map((row) => row.key)}::text[])`.execute(db)
  return new Map(rows.map(({ key, cells }) => [key, cells]))
}

function laterHolding(
  source: Source,
  header: Header,
  row: Row,
  before: string | null | undefined,
  digests: (string | undefined)[],
): HoldingChange | undefined {
  const place = source.fields.findIndex((field) => field.refers === 'parent')
  const column = header.columns.find(({ field }) => field.refers === 'parent')
  if (!column || digests[place] === rememberedAt(before ?? null, place)) return undefined
  const parentKey = (row.values[column.field.column] ?? null) as string | null
  if (before === undefined && parentKey === null) return undefined
  return {
    line: row.line,
    key: row.key,
    raw: shown(row.raw[column.at]!),
    parentKey,
    place,
    outcome: before === undefined ? 'new' : 'unchanged',
  }
}

interface Write {
  db: Db
  source: Source
  header: Header
  track: Track | undefined
}

async function insertNew({ db, source, header, track }: Write, mapped: boolean[], changes: Change[]): Promise<number> {
  if (changes.length === 0) return 0
  // A column the file lacks gets what an empty cell of it means.
  const fields = source.fields.filter((field, place) => (mapped[place] || field.empty !== undefined) && field.refers !== 'parent')
  const columns = [...columnsOf(source.keyField, source.key), ...fields.flatMap((field) => columnsOf(field)), 'source_cells']
  // Made here: the database's own function for ids costs a fifth of the whole insert.
  if (source.key !== 'code') columns.push('id')
  const records = changes.map(({ row, cells }) => ({ ...recordOf(source, fields, row), source_cells: cells, id: newId() }))
  await sql`insert into ${sql.table(source.table)} (brokerage_id, ${list(columns, (name) => sql.ref(name))}${sql.raw(source.isRecord ? ', published_at, imported_at' : '')})
    select access.brokerage(), ${list(columns, (name) => sql.ref(`r.${name}`))}${sql.raw(source.isRecord ? ', now(), now()' : '')}
    from ${recordset(source, records)}`.execute(db)
  await track?.(
    db,
    header,
    changes.map(({ row, fields: read }, at) => ({
      table: source.table,
      key: row.key,
      line: row.line,
      before: null,
      after: records[at]!,
      fields: read,
      differs: true,
      raw: row.raw,
    })),
  )
  return changes.length
}

async function updateChanged(write: Write, changes: Change[], outcome: Outcome): Promise<void> {
  const { db, source, header } = write
  const kept = source.table === 'contact' ? await refuseMoves(db, header, changes, outcome) : changes
  // Rows that change in the same columns are written together.
  const groups = Map.groupBy(kept, ({ fields }) => fields.map((field) => field.column).join())
  for (const group of groups.values()) {
    const { fields } = group[0]!
    const columns = fields.flatMap((field) => columnsOf(field))
    const records = group.map(({ row, cells }) => ({ ...recordOf(source, fields, row), source_cells: cells }))
    const differing = await updateGroup(write, columns, records, group)
    outcome.changed += differing.size
    outcome.unchanged += group.length - differing.size
    for (const holding of outcome.holdings) if (differing.has(holding.key)) holding.outcome = 'changed'
  }
}

async function updateGroup(
  { db, source, header, track }: Write,
  columns: string[],
  records: Record<string, Value>[],
  group: Change[],
): Promise<Set<string>> {
  const key = sql.ref(source.key)
  const differs =
    columns.length === 0
      ? sql`false`
      : sql`row(${list(columns, (name) => sql.ref(`t.${name}`))}) is distinct from row(${list(columns, (name) => sql.ref(`r.${name}`))})`
  const assignments = [...columns, 'source_cells'].map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`)
  if (source.isRecord) assignments.push(sql`imported_at = now()`)
  if (source.hasVersion) assignments.push(sql`version = t.version + r.differs::integer`)
  if (source.table !== 'line_of_business')
    assignments.push(sql`updated_at = case when r.differs then now() else t.updated_at end`)
  const before = track ? sql`, to_jsonb(t) as before` : sql``
  const { rows } = await sql<{ key: string; differs: boolean; before?: Record<string, unknown> }>`
    update ${sql.table(source.table)} t set ${sql.join(assignments)}
    from (select r.*, ${differs} as differs${before} from ${recordset(source, records)}
      join ${sql.table(source.table)} t on t.brokerage_id = access.brokerage() and t.${key} = r.${key}) r
    where t.brokerage_id = access.brokerage() and t.${key} = r.${key}
    returning t.${key} as key, r.differs${track ? sql`, r.before` : sql``}`.execute(db)
  if (track) {
    // The holding of a company is set later, and belongs to what the row was before.
    const kept = [...columns, 'source_cells', ...(source.table === 'company' ? ['parent_id'] : [])]
    const changes = new Map(group.map((change, at) => [change.row.key, { ...change, after: records[at]! }]))
    await track(
      db,
      header,
      rows.map(({ key, differs, before }) => {
        const { row, fields, after } = changes.get(key)!
        const old = Object.fromEntries(kept.map((name) => [name, before![name] ?? null]))
        return { table: source.table, key, line: row.line, before: old, after, fields, differs, raw: row.raw }
      }),
    )
  }
  return new Set(rows.filter((row) => row.differs).map((row) => row.key))
}

// A contact with a portal account never changes company: the account would go on showing the old one (access rule).
async function refuseMoves(db: Db, header: Header, changes: Change[], outcome: Outcome): Promise<Change[]> {
  const moving = changes.filter(({ fields }) => fields.some((field) => field.column === 'company_id'))
  if (moving.length === 0) return changes
  const records = moving.map(({ row }) => ({ source_key: row.key, company_id: row.values.company_id }))
  const { rows } = await sql<{ key: string }>`select c.source_key as key
    from json_populate_recordset(null::contact, ${JSON.stringify(records)}::json) r
    join contact c on c.brokerage_id = access.brokerage() and c.source_key = r.source_key and c.company_id <> r.company_id
    join portal_account a on a.brokerage_id = c.brokerage_id and a.contact_id = c.id`.execute(db)
  const bound = new Set(rows.map((row) => row.key))
  const column = header.columns.find(({ field }) => field.column === 'company_id')!
  for (const { row } of changes) {
    if (bound.has(row.key)) {
      outcome.refused.push({
        line: row.line,
        column: column.heading,
        value: shown(row.raw[column.at]!),
        reason: 'contact_has_account',
      })
    }
  }
  return changes.filter(({ row }) => !bound.has(row.key))
}

const list = (names: string[], each: (name: string) => RawBuilder<unknown>) => sql.join(names.map(each))
const columnsOf = (field: Field, name = field.column) => [name, ...Object.keys(field.also ?? {}), ...(field.fileFacts ?? [])]
// One text for the whole batch, cast by the table's own row type: no column is named with its type a second time here.
const recordset = (source: Source, records: object[]) =>
  sql`json_populate_recordset(null::${sql.table(source.table)}, ${JSON.stringify(records)}::json) r`

function recordOf(source: Source, fields: Field[], row: Row): Record<string, Value> {
  const record: Record<string, Value> = { [source.key]: row.key }
  for (const [name, from] of Object.entries(source.keyField.also ?? {})) record[name] = from(row.key)
  for (const field of fields) {
    const value = row.values[field.column] ?? field.empty ?? null
    record[field.column] = value
    for (const [name, from] of Object.entries(field.also ?? {})) record[name] = from(value)
    for (const name of field.fileFacts ?? []) record[name] = row.values[name] ?? null
  }
  return record
}
