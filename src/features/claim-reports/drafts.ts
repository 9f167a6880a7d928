import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { keptState } from '../../platform/kept-files.ts'
import type { ReportData } from './input.ts'
import type { ClaimKind, Step } from './kinds.ts'

const draftColumns = ['id', 'kind', 'data', 'step', 'saved_at', 'submitted_at', 'claim_id', 'company_id'] as const

/** The person's reports that are not sent yet, the last one first. */
export async function openDrafts(db: Db): Promise<Draft[]> {
  const rows = await db
    .selectFrom('claim_report')
    .select(draftColumns)
    .where('submitted_at', 'is', null)
    .where('discarded_at', 'is', null)
    .orderBy('saved_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(draftOf)
}

/** A report of the person's own, sent or not; null when there is none (any more). */
export async function findDraft(db: Db, id: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('claim_report')
    .select(draftColumns)
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** The same, and nobody else changes it until this transaction ends. One that was sent is not locked, and nobody changes it. */
export async function lockDraft(db: Db, id: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('claim_report')
    .select(draftColumns)
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  // The row rule that lets its author change a draft ends with its sending.
  return row ? draftOf(row) : findDraft(db, id)
}

function draftOf<T extends { kind: string; data: unknown; step: string }>(row: T) {
  return { ...row, kind: row.kind as ClaimKind, data: row.data as ReportData, step: row.step as Step }
}
export interface Draft {
  id: string
  kind: ClaimKind
  data: ReportData
  step: Step
  saved_at: Date
  submitted_at: Date | null
  claim_id: string | null
  company_id: string
}

/** The files added to a draft. */
export async function draftFiles(db: Db, reportId: string) {
  return db
    .selectFrom('claim_report_file')
    .select([
      'id',
      'file_name',
      'media_type',
      sql<number>`byte_size`.as('byte_size'),
      'sha256',
      keptState('claim_report_file').as('scan_state'),
    ])
    .where('report_id', '=', reportId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .execute()
}
export type DraftFile = Awaited<ReturnType<typeof draftFiles>>[number]
