import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../../platform/db.ts'
import type { RowRefusal } from './check-row.ts'
import { isolate } from './isolate.ts'
import type { Reason } from './refusal.ts'
import { digest } from './remembered.ts'
import type { Transact } from './transact.ts'
import type { HoldingChange } from './write-batch.ts'

interface Move extends HoldingChange {
  id: string
  parentId: string | null
  oldParentId: string | null
}

export interface HoldingOutcome {
  changed: HoldingChange[]
  refused: { holding: HoldingChange; refusal: RowRefusal }[]
}

/**
 * Sets the holdings of companies once all companies are there (one may refer to another further down). All in one
 * transaction: first every company that moves is taken out of its tree, so that two may change places, then they are put in
 * one after the other. A move the tree guard refuses is reported, and that company stays where it was.
 */
export async function setHoldings(transact: Transact, heading: string, holdings: HoldingChange[]): Promise<HoldingOutcome> {
  const outcome: HoldingOutcome = { changed: [], refused: [] }
  if (holdings.length === 0) return outcome
  const refuse = (holding: HoldingChange, reason: Reason) =>
    outcome.refused.push({ holding, refusal: { line: holding.line, column: heading, value: holding.raw, reason } })
  await transact(async (db) => {
    const moves: Move[] = []
    for (const move of await findMoves(db, holdings)) {
      if (move.parentKey !== null && move.parentId === null) refuse(move, 'unknown_parent')
      else if (move.parentId === move.id) refuse(move, 'own_parent')
      else moves.push(move)
    }
    await takeOut(db, moves)
    const stays: Move[] = []
    await isolateMoves(
      db,
      moves,
      (move) => move.parentId,
      (move, error) => {
        refuse(move, reasons[error.code ?? ''] ?? 'database')
        stays.push(move)
      },
    )
    // Where it was may be closed by now too (its old holding moved below it): then it stands alone, which opens nothing.
    await isolateMoves(
      db,
      stays,
      (move) => move.oldParentId,
      () => {},
    )
    const refused = new Set(stays)
    const done = moves.filter((move) => !refused.has(move))
    await rememberParents(db, done)
    outcome.changed = done.filter((move) => move.parentId !== move.oldParentId)
  })
  return outcome
}

const reasons: Record<string, Reason> = { DS001: 'holding_cycle', DS002: 'holding_depth', '23514': 'own_parent' }

async function findMoves(db: Db, holdings: HoldingChange[]): Promise<Move[]> {
  const keys = holdings.flatMap(({ key, parentKey }) => (parentKey === null ? [key] : [key, parentKey]))
  const { rows } = await sql<{
    key: string
    id: string
    stands: string
    parent_id: string | null
  }>`select source_key as key, id, coalesce(merged_into, id) as stands, parent_id from company
    where brokerage_id = access.brokerage() and source_key = any (${[...new Set(keys)]}::text[])`.execute(db)
  const found = new Map(rows.map((row) => [row.key, row]))
  return holdings.flatMap((holding) => {
    const company = found.get(holding.key)
    if (!company) return []
    const parentId = holding.parentKey === null ? null : (found.get(holding.parentKey)?.stands ?? null)
    return [{ ...holding, id: company.id, parentId, oldParentId: company.parent_id }]
  })
}

async function takeOut(db: Db, moves: Move[]): Promise<void> {
  const ids = moves.filter((move) => move.oldParentId !== null && move.oldParentId !== move.parentId).map((move) => move.id)
  await sql`update company set parent_id = null where brokerage_id = access.brokerage() and id = any (${ids}::uuid[])`.execute(db)
}

async function isolateMoves(
  db: Db,
  moves: Move[],
  parentOf: (move: Move) => string | null,
  refuse: (move: Move, error: pg.DatabaseError) => void,
): Promise<void> {
  for (let from = 0; from < moves.length; from += 500) {
    await isolate(moves.slice(from, from + 500), (part) => inSavepoint(db, () => putIn(db, part, parentOf)), refuse)
  }
}

async function inSavepoint(db: Db, work: () => Promise<void>): Promise<void> {
  await sql`savepoint holdings`.execute(db)
  try {
    await work()
    await sql`release savepoint holdings`.execute(db)
  } catch (error) {
    await sql`rollback to savepoint holdings`.execute(db)
    throw error
  }
}

async function putIn(db: Db, moves: Move[], parentOf: (move: Move) => string | null): Promise<void> {
  await sql`update company c set parent_id = m.parent_id,
      updated_at = case when m.parent_id is distinct from m.old_parent_id then now() else c.updated_at end
    from unnest(${moves.map((move) => move.id)}::uuid[], ${moves.map(parentOf)}::uuid[], ${moves.map((move) => move.oldParentId)}::uuid[])
      as m (id, parent_id, old_parent_id)
    where c.brokerage_id = access.brokerage() and c.id = m.id`.execute(db)
}

async function rememberParents(db: Db, moves: Move[]): Promise<void> {
  await sql`update company c set source_cells = overlay(c.source_cells placing m.cell from m.place * 8 + 1 for 8)
    from unnest(${moves.map((move) => move.id)}::uuid[], ${moves.map((move) => digest(move.parentKey))}::text[],
      ${moves.map((move) => move.place)}::integer[]) as m (id, cell, place)
    where c.brokerage_id = access.brokerage() and c.id = m.id`.execute(db)
}
