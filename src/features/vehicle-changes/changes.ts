import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Item } from '../inbox/queries.ts'
import { say } from '../inbox/say.ts'
import { setsState } from '../service-requests/access.ts'
import { handleRequest } from '../service-requests/changes.ts'
import { requestById, type ServiceRequest } from '../service-requests/queries.ts'
import type { CarryingOut, Wanted } from './input.ts'
import type { ChangeKind } from './kinds.ts'
import type { MotorPolicy, Vehicle } from './queries.ts'

export type Target = { policy: MotorPolicy; vehicle: null } | { policy: null; vehicle: Vehicle }

/**
 * Makes or changes the vehicle, confirms its cover, moves the request on and answers the customer: all of it or nothing. False where
 * somebody changed the vehicle, or carried the request out, since the page was drawn. Sent again it changes nothing and is true.
 */
export async function carryOut(
  visit: Visit,
  item: Item,
  request: ServiceRequest & { category: ChangeKind },
  { target, wanted, input }: { target: Target; wanted: Wanted; input: CarryingOut },
): Promise<boolean> {
  const { actor, db } = visit
  if (actor.kind !== 'staff' || !setsState(actor, request)) throw forbidden()
  // The line in which two stand who do the same.
  const { rows } = await sql<{ outcome_id: string | null }>`
    select outcome_id from service_request where id = ${request.id} for update`.execute(db)
  if (!rows[0]) throw notFound()
  const objectId = target.vehicle?.id ?? input._id
  if (rows[0].outcome_id) return rows[0].outcome_id === objectId && target.vehicle === null
  if (!(await changeVehicle(visit, request, target, wanted, input))) return false
  await db.updateTable('service_request').set({ outcome_id: objectId }).where('id', '=', request.id).execute()
  await moveOn(visit, request.id, input)
  if (input.answer) await say(visit, item, { id: input._id, body: input.answer, draftId: input._id }, '')
  return true
}

async function changeVehicle(
  visit: Visit,
  request: ServiceRequest & { category: ChangeKind },
  { policy, vehicle }: Target,
  { on, details }: Wanted,
  { _id, seen }: CarryingOut,
): Promise<boolean> {
  const { db } = visit
  if (policy) {
    await db
      .insertInto('insured_object')
      .values({
        brokerage_id: visit.brokerage.id,
        id: _id,
        company_id: request.company_id,
        policy_id: policy.id,
        kind: policy.object_kind ?? '',
        name: '',
        plate: details.plate ?? null,
        master_number: details.master_number ?? null,
        vin: details.vin ?? null,
        make_model: details.make_model ?? null,
        first_registered_on: details.first_registered_on ?? null,
        value: details.value ?? null,
        valid_from: on,
        published_at: sql<Date>`now()`,
      })
      .execute()
    await note(visit, request, _id, 'insured_object.added')
    return true
  }
  const changed = await db
    .updateTable('insured_object')
    .set({
      ...(request.category === 'vehicle_out'
        ? { valid_to: on }
        : {
            plate: details.new_plate!,
            ...(details.make_model && { make_model: details.make_model }),
            ...(details.master_number && { master_number: details.master_number }),
          }),
      version: sql<number>`version + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', vehicle.id)
    .where('version', '=', seen)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await note(visit, request, vehicle.id, request.category === 'vehicle_out' ? 'insured_object.ended' : 'insured_object.changed')
  return true
}

function note(visit: Visit, { number, company_id }: ServiceRequest, id: string, verb: `insured_object.${string}`) {
  const happening = { verb, subjectKind: 'insured_object', subjectId: id, companyId: company_id, details: { request: number } }
  return recordEvent(visit.db, visit.brokerage, visit.actor, happening)
}

async function moveOn(visit: Visit, id: string, { state, confirm }: CarryingOut): Promise<void> {
  const { actor } = visit
  const request = await requestById(visit.db, id)
  const me = actor.kind === 'staff' ? { id: actor.id, name: actorName(actor).slice(0, 200) } : null
  const handler = request.handler_staff_id ? { id: request.handler_staff_id, name: request.handler_name ?? '' } : me
  await handleRequest(
    visit,
    request,
    {
      state: state || request.state,
      handler,
      nextStep: request.next_step ?? '',
      nextOn: request.next_on,
      urgent: request.urgent,
      coverConfirmed: confirm || request.cover_confirmed_at !== null,
    },
    request.version,
  )
}
