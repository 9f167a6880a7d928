import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { wordsOf } from '../insured-objects/kinds.ts'

/** The running policies of a company that insure vehicles; `object_kind` is the source's word for what they insure. */
export async function motorPolicies(db: Db, companyId: string) {
  return db
    .selectFrom('policy')
    .innerJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .select(['policy.id', 'policy.number', 'policy.name', 'policy.insurer', 'policy.audience', 'line.object_kind'])
    .where('policy.company_id', '=', companyId)
    .where('policy.state', 'in', ['active', 'suspended', 'offer'])
    .where(sql<string>`lower(line.object_kind)`, 'in', wordsOf('vehicle'))
    .orderBy('policy.name')
    .orderBy('policy.number')
    .limit(200)
    .execute()
}
export type MotorPolicy = Awaited<ReturnType<typeof motorPolicies>>[number]

/** The vehicles of a company that are insured now or will be. */
export async function vehiclesOf(db: Db, companyId: string) {
  return db
    .selectFrom('insured_object')
    .select(['id', 'plate', 'make_model', 'master_number', 'valid_from', 'valid_to', 'version', 'policy_id', 'audience'])
    .where('company_id', '=', companyId)
    .where((eb) => eb.or([eb(sql<string>`lower(kind)`, 'in', wordsOf('vehicle')), eb('plate', 'is not', null)]))
    .where(sql<boolean>`(valid_to is null or valid_to >= (now() at time zone 'Europe/Zurich')::date)`)
    .orderBy('plate')
    .orderBy('id')
    .limit(1000)
    .execute()
}
export type Vehicle = Awaited<ReturnType<typeof vehiclesOf>>[number]

/** A plate as it is compared: capitals and digits alone. */
export const barePlate = (plate: string | null | undefined) => (plate ?? '').toUpperCase().replace(/[^\p{L}\d]/gu, '')
