import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { type AboutKind, aboutLabel } from '../messages/about.ts'
import type { CategoryKey, DetailKey } from './categories.ts'
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
