import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'

// The source leaves the name of most vehicles empty.
const shownName = sql<string | null>`coalesce(nullif(insured_object.name, ''), insured_object.make_model, insured_object.plate)`

/** The insured objects that exist for the actor, with what a list shows of them. */
export function insuredObjectRows(db: Db) {
  return db
    .selectFrom('insured_object')
    .innerJoin('company', (join) =>
      join
        .onRef('company.brokerage_id', '=', 'insured_object.brokerage_id')
        .onRef('company.id', '=', 'insured_object.company_id'),
    )
    .leftJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'insured_object.brokerage_id').onRef('policy.id', '=', 'insured_object.policy_id'),
    )
    .leftJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .select([
      'insured_object.id',
      'insured_object.kind',
      'insured_object.name',
      'insured_object.plate',
      'insured_object.make_model',
      'insured_object.valid_from',
      'insured_object.valid_to',
      'company.name as company',
      shownName.as('shown_name'),
      'policy.id as policy_id',
      'policy.number as policy_number',
      'policy.insurer',
      'line.name as line',
    ])
}
export type InsuredObjectRow = Awaited<ReturnType<ReturnType<typeof insuredObjectRows>['execute']>>[number]

/** One insured object with all its fields; throws NotFound when it does not exist for the actor. */
export async function insuredObjectById(db: Db, id: string) {
  const object = await insuredObjectRows(db)
    .select([
      'insured_object.company_id',
      'insured_object.master_number',
      'insured_object.vin',
      'insured_object.first_registered_on',
      'insured_object.value',
      'insured_object.location',
      'insured_object.cost_centre',
      // The source gives an object's value in the currency of its policy.
      'policy.currency',
    ])
    .where('insured_object.id', '=', id)
    .executeTakeFirst()
  if (!object) throw notFound()
  return object
}
export type InsuredObject = Awaited<ReturnType<typeof insuredObjectById>>
