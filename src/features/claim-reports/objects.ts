import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { ReportData } from './input.ts'
import type { ClaimKind } from './kinds.ts'

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

/** How many objects are offered to choose from. */
export const mostObjects = 8

/**
 * The visible objects of this kind whose plate begins so or holds these digits, or whose name, make or place holds all the words;
 * an empty query finds all. One more than are offered, to know that there are more.
 */
export async function findObjects(db: Db, kind: ClaimKind, query: string): Promise<ObjectHit[]> {
  const plate = query.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const words = query.split(/\s+/).filter(Boolean).slice(0, 8)
  const plain = sql`regexp_replace(upper(insured_object.plate), '[^A-Z0-9]', '', 'g')`
  const spoken = sql`concat_ws(' ', insured_object.plate, insured_object.name, insured_object.make_model, insured_object.location)`
  return objects(db, kind)
    .where((eb) =>
      eb.or([
        ...(plate.length >= 2 ? [sql<boolean>`${plain} like ${`${plate}%`}`] : []),
        ...(/\d{3}/.test(plate) ? [sql<boolean>`${plain} like ${`%${plate}%`}`] : []),
        eb.and(words.map((word) => sql<boolean>`${spoken} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)),
      ]),
    )
    .orderBy('insured_object.plate')
    .orderBy('insured_object.name')
    .orderBy('insured_object.id')
    .limit(mostObjects + 1)
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

/** What a report says of its object: the one that was chosen, else what was searched for, as it was typed. */
export async function objectOf(
  db: Db,
  kind: ClaimKind,
  data: ReportData,
): Promise<{ hit: ObjectHit | null; label: string | null }> {
  const hit = data.object ? await findObject(db, kind, data.object) : null
  return { hit, label: hit ? objectLabel(hit) : data.object_query || null }
}

/** The policy that is proposed: the chosen object's, or the only one of this kind. What fits nowhere else needs no guess. */
export function proposedPolicy(kind: ClaimKind, hit: ObjectHit | null, policies: PolicyOption[]): PolicyOption | null {
  if (hit) return policies.find(({ id }) => id === hit.policy_id) ?? null
  return policies.length === 1 && kind !== 'other' ? policies[0]! : null
}

/** The policy of a report: the one that was chosen, none where it was left open, else the proposed one. */
export function policyOf(
  kind: ClaimKind,
  data: ReportData,
  hit: ObjectHit | null,
  policies: PolicyOption[],
): PolicyOption | null {
  if (data.policy === 'open') return null
  return policies.find(({ id }) => id === data.policy) ?? proposedPolicy(kind, hit, policies)
}
