import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { type Found, find, type ReadTerm } from './find.ts'
import type { Results, Wanted } from './results.ts'

// Up to so many entries in reach are read one by one; more are found by the index of words (decision 0055).
const fewEntries = 8000
// Fewer results than this, and typing mistakes are forgiven.
const enough = 5

/** Everything that fits a term and exists for the actor, by kind, best first. `few` is for the test that both ways find the same. */
export async function search(db: Db, term: string, wanted: Wanted, few = fewEntries): Promise<Results> {
  const [read, reach] = await allOf([readTerm(db, term, false, []), entriesInReach(db)])
  if (read.words.length === 0) return { groups: [], words: [], near: false }
  const many = reach > few
  const first = await find(read, { ...wanted, many }, db)
  const policies = wanted.related ? first.numbered : []
  const near = total(first) < enough && read.words.some((word) => word.length >= 4 && !/\d/.test(word))
  if (!near && policies.length === 0) return { groups: first.groups, words: read.words, near: false }
  const again = await readTerm(db, term, near, policies)
  const { groups } = await find(again, { ...wanted, many, near }, db)
  return { groups, words: read.words, near: near && total(first) === 0 && groups.length > 0 }
}

const total = ({ groups }: Found) => groups.reduce((sum, group) => sum + group.total, 0)

// Also sets what the row rule looks for, for the rest of the transaction.
async function readTerm(db: Db, term: string, near: boolean, policies: string[]): Promise<ReadTerm> {
  const { rows } = await sql<ReadTerm>`
    select folded, exact, number_query, queries, patterns, words from search_for(${term}, ${near}, ${policies}::uuid[])`.execute(
    db,
  )
  return rows[0]!
}

async function entriesInReach(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select access.searchable(${fewEntries + 1}::integer) as n`.execute(db)
  return rows[0]!.n
}
