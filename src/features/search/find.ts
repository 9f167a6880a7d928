import { type RawBuilder, sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { type Kind, kinds } from './kinds.ts'
import type { Group, Hit, Wanted } from './results.ts'

const mostHits = 2000
const mostHitsOfKind = 500
const mostNumbered = 3

/** A term as the database read it: one place per word, its query, its pattern inside of words, itself. */
export interface ReadTerm {
  folded: string
  exact: string[]
  number_query: string | null
  queries: string[]
  patterns: (string | null)[]
  words: string[]
}

type Finding = Wanted & { many: boolean; near?: boolean }

export interface Found {
  groups: Group[]
  /** Policies that are meant by their number: one to three of them. A number that fits more says nothing in particular. */
  numbered: string[]
}

/** The results for a term that `search_for` has just read in this transaction. */
export async function find(read: ReadTerm, wanted: Finding, db: Db): Promise<Found> {
  if (!wanted.many) return foundIn(await readFew(db, read, wanted), wanted, false)
  const { rows } = await hits(read, wanted, sql`limit ${mostHits + 1}`, null).execute(db)
  if (!rows[0] || rows[0].seen <= mostHits) return foundIn(rows, wanted, false)
  // Too many to rank them all: of each kind some, so that none is missing.
  const byKind = kinds.map(({ kind }) => hits(read, wanted, sql`limit ${mostHitsOfKind}`, kind).execute(db))
  const some = (await allOf(byKind)).flatMap((found) => found.rows)
  return foundIn(some, wanted, true)
}

// The planner does not know how few entries are in reach and would use the index of words, which costs more than reading them.
async function readFew(db: Db, read: ReadTerm, wanted: Finding): Promise<Row[]> {
  const bitmaps = (on: 'on' | 'off') => sql`select set_config('enable_bitmapscan', ${on}, true)`.execute(db)
  const inReach = sql`and e.company_id = any ((select access.companies() || access.managed_companies())::uuid[]) /* few */`
  const [, found] = await allOf([bitmaps('off'), hits(read, wanted, sql``, null, inReach).execute(db), bitmaps('on')])
  return found.rows
}

type Row = Hit & { seen: number; total: number; best: number; place: number }

function hits(
  read: ReadTerm,
  { kind, from = 0, size, companies = false, extracts = false, near = false }: Finding,
  limit: RawBuilder<unknown>,
  only: Kind | null,
  inReach: RawBuilder<unknown> = sql``,
) {
  const nearWord = near ? (read.words.filter((word) => !/\d/.test(word)).sort((a, b) => b.length - a.length)[0] ?? null) : null
  const patterns = read.words.map((word) => `% ${word}%`)
  // The row rule asks for all words, or for the longest one inside or nearly; here each has its say.
  const each =
    read.queries.length < 2
      ? sql``
      : sql`and (e.words @@ (select access.searched()) or (select bool_and(coalesce(e.words @@ t.query, false)
          or coalesce(e.near like t.pattern, false) or (${near} and coalesce(e.near %> t.word, false)))
          from unnest(${read.queries}::tsquery[], ${read.patterns}::text[], ${read.words}::text[]) t(query, pattern, word)))`
  return sql<Row>`
    with hit as materialized (
      select e.kind, e.record_id, e.opens_kind, e.opens_id, e.company_id, e.title, e.detail, e.code, e.state, e.happened_on, e.confidential,
        case when e.numbers && ${read.exact}::text[] then 0
          when e.words @@ ${read.number_query}::tsquery or search_plain(e.title) like ${`${read.folded}%`} then 1
          when ' ' || search_plain(concat_ws(' ', e.title, e.detail)) like all (${patterns}::text[]) then 2
          when e.words @@ (select access.searched()) or not ${near} then 3
          else 4 end as rank,
        case when ${nearWord}::text is not null then word_similarity(${nearWord}, e.near) end as likeness
      from search_entry e
      where ${only ? sql`e.kind = ${only}` : sql`true`} and (${companies} or e.kind <> 'company') ${inReach} ${each}
      ${limit}
    ), once as (
      -- A conversation is found once, however many of its messages fit.
      select *, row_number() over (partition by kind, opens_id order by rank, happened_on desc nulls last, record_id) as again from hit
    ), placed as (
      select *, min(rank) over (partition by kind) as best, count(*) over (partition by kind) as total,
        row_number() over (partition by kind order by rank, coalesce(state in ('terminated', 'expired', 'replaced'), false),
          likeness desc nulls last, happened_on desc nulls last, title, record_id) as place
      from once where again = 1
    )
    select p.kind, p.record_id as id, p.opens_kind as "opensKind", p.opens_id as "opensId", p.title, p.detail, p.code, p.state,
      p.happened_on as day, p.confidential, p.rank, p.total, p.best, p.place,
      (select count(*) from hit) as seen, c.name as company,
      ${extracts ? extract(read) : sql`null`} as extract
    from placed p left join company c on c.brokerage_id = access.brokerage() and c.id = p.company_id
    where p.place <= ${mostNumbered} or ${kind ? sql`p.kind = ${kind} and p.place > ${from} and p.place <= ${from + size}` : sql`p.place <= ${size}`}
    order by p.kind, p.place`
}

// Around a word as typed, or its stem where only that is in the text.
function extract({ words, patterns }: ReadTerm) {
  const stems = patterns.flatMap((pattern) => pattern?.replaceAll('%', '') ?? [])
  return sql`(select search_extract(e.body, ${[...words, ...stems]}::text[]) from search_entry e
    where e.brokerage_id = (select access.brokerage()) and e.kind = p.kind and e.record_id = p.record_id)`
}

function foundIn(rows: Row[], { kind: wanted, from = 0, size }: Wanted, capped: boolean): Found {
  const groups = kinds.flatMap(({ kind }) => {
    const own = rows.filter((row) => row.kind === kind)
    const [first] = own
    if (!first) return []
    const shown = own.filter(({ place }) => (wanted ? kind === wanted && place > from : true) && place <= from + size)
    const hits = shown.map(({ seen: _seen, total: _total, best: _best, place: _place, ...hit }) => hit)
    return [{ kind, total: first.total, capped: capped && first.seen >= mostHitsOfKind, rank: first.best, hits }]
  })
  const policies = rows.filter((row) => row.kind === 'policy' && row.place <= mostNumbered && row.total <= mostNumbered)
  const numbered = policies.every(({ rank, title }) => rank <= 1 && /\d/.test(title)) ? policies.map(({ id }) => id) : []
  // A number that fits exactly goes ahead; else the order of the portal.
  return { groups: groups.sort((a, b) => Math.min(a.rank, 2) - Math.min(b.rank, 2)), numbered }
}
