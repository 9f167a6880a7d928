import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { keptState } from '../../platform/kept-files.ts'
import type { lineRoles } from '../../records/roles.ts'
import type { ReportData } from './input.ts'
import { type ClaimKind, claimKinds, type Step } from './kinds.ts'

export interface KindOffer {
  kind: ClaimKind
  /** The person's roles open a line of this kind. */
  open: boolean
  /** The roles that would. */
  roles: (typeof lineRoles)[number][]
}

/** Every kind, and whether the actor may report it. */
export async function kindOffers(db: Db): Promise<KindOffer[]> {
  const { rows } = await sql<KindOffer>`
    select k.kind, access.reports_kind(c.id, k.kind) as open, access.claim_kind_roles(c.id, k.kind) as roles
    from (select access.own_company() as id) c, unnest(${[...claimKinds]}::text[]) with ordinality as k(kind, n) order by k.n`.execute(
    db,
  )
  return rows
}

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

const ofKind = (kind: ClaimKind) =>
  sql<boolean>`(access.claim_kind_lines(${kind}) is null or policy.line_code = any (access.claim_kind_lines(${kind})))`

/** The policies a claim of this kind can be under: running ones first, as many as a list can hold. */
export async function policiesFor(db: Db, kind: ClaimKind) {
  return db
    .selectFrom('policy')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'policy.brokerage_id').onRef('company.id', '=', 'policy.company_id'),
    )
    .select(['policy.id', 'policy.number', 'policy.name', 'policy.insurer', 'policy.company_id', 'company.name as company'])
    .where('policy.state', '<>', 'offer')
    .where(ofKind(kind))
    .orderBy(sql`policy.state <> 'active'`)
    .orderBy('policy.name')
    .orderBy('policy.number')
    .limit(300)
    .execute()
}
export type PolicyOption = Awaited<ReturnType<typeof policiesFor>>[number]

function objects(db: Db, kind: ClaimKind) {
  return db
    .selectFrom('insured_object')
    .innerJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'insured_object.brokerage_id').onRef('policy.id', '=', 'insured_object.policy_id'),
    )
    .select([
      'insured_object.id',
      'insured_object.plate',
      'insured_object.make_model',
      'insured_object.name',
      'insured_object.location',
      'insured_object.kind',
      'insured_object.policy_id',
      'policy.number as policy_number',
      'policy.insurer',
    ])
    .where(ofKind(kind))
}

/** The visible objects of this kind whose plate begins so, or whose name, make or place contains the words; nine are enough to choose from. */
export async function findObjects(db: Db, kind: ClaimKind, query: string): Promise<ObjectHit[]> {
  const plate = query.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const part = `%${query.replace(/[\\%_]/g, '\\$&')}%`
  return objects(db, kind)
    .where((eb) =>
      eb.or([
        ...(plate.length >= 2
          ? [sql<boolean>`regexp_replace(upper(insured_object.plate), '[^A-Z0-9]', '', 'g') like ${`${plate}%`}`]
          : []),
        sql<boolean>`concat_ws(' ', insured_object.name, insured_object.make_model, insured_object.location) ilike ${part}`,
      ]),
    )
    .orderBy('insured_object.plate')
    .orderBy('insured_object.name')
    .limit(9)
    .execute()
}

/** One visible object of this kind; null when there is none. */
export async function findObject(db: Db, kind: ClaimKind, id: string): Promise<ObjectHit | null> {
  return (await objects(db, kind).where('insured_object.id', '=', id).executeTakeFirst()) ?? null
}

export interface ObjectHit {
  id: string
  plate: string | null
  make_model: string | null
  name: string
  location: string | null
  kind: string
  policy_id: string
  policy_number: string
  insurer: string
}

/** «LU 123456 · VW Crafter»: an object in one line. */
export function objectLabel(object: ObjectHit): string {
  return [object.plate, object.make_model, object.name, object.location].filter(Boolean).join(' · ') || object.kind
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

/** A reported claim with everything the report said and the files that came with it; throws NotFound when it is not there. */
export async function reportedClaim(db: Db, id: string) {
  const claim = await db
    .selectFrom('claim')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'claim.brokerage_id').onRef('company.id', '=', 'claim.company_id'),
    )
    .leftJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'claim.brokerage_id').onRef('policy.id', '=', 'claim.policy_id'),
    )
    .select([
      'claim.id',
      'claim.number',
      'claim.kind',
      'claim.occurred_on',
      'claim.reported_on',
      'claim.place',
      'claim.description',
      'claim.details',
      'claim.author_account_id',
      'company.name as company',
      'policy.id as policy_id',
      'policy.number as policy_number',
      'policy.name as policy_name',
    ])
    .where('claim.id', '=', id)
    .where('claim.kind', 'is not', null)
    .executeTakeFirst()
  if (!claim) throw notFound()
  const files = await db
    .selectFrom('document')
    .select(['id', 'title', 'media_type', keptState('document').as('scan_state'), sql<number>`byte_size`.as('byte_size')])
    .where('claim_id', '=', id)
    .orderBy('id')
    .execute()
  return { ...claim, kind: claim.kind as ClaimKind, details: claim.details as ReportData, files }
}
export type ReportedClaim = Awaited<ReturnType<typeof reportedClaim>>
