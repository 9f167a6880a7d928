import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { type AboutKind, aboutLabel } from '../messages/about.ts'
import type { CategoryKey } from './categories.ts'
import type { DetailKey } from './details.ts'
import type { RequestState } from './states.ts'

/** The requests that exist for the actor, with what a list shows of them. */
export function requestRows(db: Db) {
  return db
    .selectFrom('service_request')
    .innerJoin('company', (join) =>
      join
        .onRef('company.brokerage_id', '=', 'service_request.brokerage_id')
        .onRef('company.id', '=', 'service_request.company_id'),
    )
    .select([
      'service_request.id',
      'service_request.number',
      'service_request.category',
      'service_request.subject',
      'service_request.state',
      'service_request.state_since',
      'service_request.urgent',
      'service_request.author_name',
      'service_request.created_at',
      'company.name as company',
    ])
}
export type RequestRow = Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[number]

/** One request with all its fields; throws NotFound when it does not exist for the actor. */
export async function requestById(db: Db, id: string) {
  const row = await requestRows(db)
    .select([
      'service_request.company_id',
      'service_request.audience',
      'service_request.version',
      'service_request.handler_staff_id',
      'service_request.handler_name',
      'service_request.next_step',
      'service_request.next_on',
      'service_request.cover_confirmed_at',
      'service_request.cover_confirmed_by',
      // What was made or changed for it, as far as the actor sees that.
      sql<string | null>`(select o.id from insured_object o where o.brokerage_id = service_request.brokerage_id
        and o.id = service_request.outcome_id)`.as('outcome_id'),
      // Within this time it can be opened again.
      sql<boolean>`service_request.state_since > now() - interval '14 days'`.as('lately'),
      'service_request.body',
      'service_request.details',
      'service_request.wished_on',
      'service_request.about_kind',
      'service_request.about_id',
      'service_request.author_account_id',
      aboutLabel('service_request').as('about_label'),
    ])
    .where('service_request.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return {
    ...row,
    category: row.category as CategoryKey,
    state: row.state as RequestState,
    about_kind: row.about_kind as AboutKind | null,
    details: row.details as Partial<Record<DetailKey, string>>,
  }
}
export type ServiceRequest = Awaited<ReturnType<typeof requestById>>

/** The running policies that a request can be about: as many as a list can hold. */
export async function policiesToChoose(db: Db) {
  return db
    .selectFrom('policy')
    .select(['id', 'number', 'name'])
    .where('state', 'in', ['active', 'suspended', 'offer'])
    .orderBy('name')
    .orderBy('number')
    .limit(300)
    .execute()
}
export type PolicyToChoose = Awaited<ReturnType<typeof policiesToChoose>>[number]

/** Vehicles to propose by plate: as many as a list can hold. */
export async function vehiclesToPropose(db: Db) {
  return db
    .selectFrom('insured_object')
    .select(['id', sql<string>`plate`.as('plate'), 'make_model', 'master_number'])
    .where('plate', 'is not', null)
    .where(sql<boolean>`(valid_to is null or valid_to >= (now() at time zone 'Europe/Zurich')::date)`)
    .orderBy('plate')
    .orderBy('id')
    .limit(500)
    .execute()
}
export type VehicleToPropose = Awaited<ReturnType<typeof vehiclesToPropose>>[number]

/**
 * The one vehicle with this plate that the actor sees; null where there is none, or several: two vehicles may share a plate
 * (domain 2.4).
 */
export async function findVehicle(db: Db, plate: string): Promise<string | null> {
  const rows = await db
    .selectFrom('insured_object')
    .select('id')
    .where(sql`upper(regexp_replace(plate, '[^[:alnum:]]', '', 'g'))`, '=', plate.replace(/\s/g, ''))
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.id : null
}

/** The vehicle of an object, for the fields of a form that was opened on it. */
export async function vehicleOf(db: Db, objectId: string): Promise<Partial<Record<DetailKey, string>>> {
  const row = await db
    .selectFrom('insured_object')
    .select(['plate', 'make_model', 'master_number'])
    .where('id', '=', objectId)
    .executeTakeFirst()
  return row ? { plate: row.plate ?? '', make_model: row.make_model ?? '', master_number: row.master_number ?? '' } : {}
}

/** The names of the lines of business, for an offer. */
export async function linesToChoose(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('line_of_business').select('name').where('active', '=', true).orderBy('name').execute()
  return [...new Set(rows.map((row) => row.name))]
}

/** The broker's people who can work on a request. */
export async function handlersToChoose(db: Db) {
  return db
    .selectFrom('staff_member')
    .select(['id', sql<string>`btrim(first_name || ' ' || last_name)`.as('name')])
    .where('state', '=', 'active')
    .where('function', '!=', 'auditor')
    .orderBy('last_name')
    .orderBy('first_name')
    .execute()
}
export type Handler = Awaited<ReturnType<typeof handlersToChoose>>[number]
