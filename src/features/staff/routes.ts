import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { version as rowVersion, typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, type Route, readInput, redirect, staffOnly } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { resetPhrases } from '../second-factor/reset-phrases.ts'
import { mayChangeFunction, mayEnterAbsence, mayManageStaff } from './access.ts'
import { changeStaff, endStaffSessions, inviteAgain, inviteStaff, leave, record, takeOnAgain } from './changes.ts'
import { callOffAbsence, enterAbsence } from './changes-absences.ts'
import { setStaffScope } from './changes-teams.ts'
import {
  changedFields,
  changedMember,
  departing,
  type MemberField,
  memberFields,
  newAbsence,
  newMember,
  scopeInput,
} from './input.ts'
import { staffListPage } from './pages/list.tsx'
import { type NewMemberForm, newMemberPage } from './pages/new.tsx'
import { type MemberPage, memberPage, typedMember } from './pages/show.tsx'
import { staffPhrases } from './phrases.ts'
import {
  absencesOf,
  accessOf,
  houseEvents,
  presentStaff,
  type StaffMember,
  staffById,
  staffMembers,
  staffScope,
  standsInFor,
  teams,
} from './queries.ts'
import { guarded, type Why } from './refused.ts'
import { resetStaffFactor } from './reset-factor.ts'
import { routes as teamRoutes } from './routes-teams.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const routes: Route[] = [
  get('/settings/staff', staffOnly, async (visit, { query }) =>
    page(
      staffListPage(visit, {
        members: await staffMembers(visit.db),
        teams: await teams(visit.db),
        scope: await staffScope(visit.db, visit.brokerage.id),
        done: doneText(visit, query),
      }),
    ),
  ),
  get('/settings/staff/new', staffOnly, async (visit) => {
    if (!mayManageStaff(visit.actor)) throw forbidden()
    return newReply(visit)
  }),
  post('/settings/staff/new', staffOnly, inviteReply, { sudo: {} }),
  get('/settings/staff/:id', staffOnly, async (visit, { params, query }) =>
    memberReply(visit, await memberOf(visit, params), { done: doneText(visit, query) }),
  ),
  post('/settings/staff/:id', staffOnly, changeReply, { sudo: {} }),
  get('/settings/staff/:id/:part', staffOnly, async (visit, { params }) => toMember(visit, idOf(params.id))),
  post('/settings/staff/:id/invitation', staffOnly, invitationReply),
  post('/settings/staff/:id/departure', staffOnly, departureReply, { sudo: {} }),
  post('/settings/staff/:id/return', staffOnly, async (visit, { params }) => {
    const member = await changeable(visit, params)
    if (member.state === 'left') await takeOnAgain(visit, member)
    return toMember(visit, member.id, 'taken_on')
  }),
  post('/settings/staff/:id/sessions/end', staffOnly, async (visit, { params }) => {
    const member = await changeable(visit, params)
    if ((await endStaffSessions(visit, member.id)) > 0) await record(visit, member.id, 'staff_member.sessions_ended')
    return toMember(visit, member.id, 'sessions')
  }),
  post('/settings/staff/:id/second-factor/reset', staffOnly, resetReply, { gate: true, sudo: {} }),
  post('/settings/staff/:id/absences', staffOnly, absenceReply),
  post('/settings/staff/:id/absences/:absence/cancellation', staffOnly, async (visit, { params }) => {
    const member = await memberOf(visit, params)
    const absence = idOf(params.absence)
    if (!mayEnterAbsence(visit.actor, member.id)) throw forbidden()
    await callOffAbsence(visit, member, absence)
    return toMember(visit, member.id, 'called_off')
  }),
  post('/settings/staff-scope', staffOnly, async (visit, { body }) => {
    if (!mayManageStaff(visit.actor)) throw forbidden()
    const input = readInput(scopeInput, body)
    if (!input.ok) throw new Refusal(400)
    await setStaffScope(visit, input.value.scope)
    return redirect(href(visit, '/settings/staff?done=scope'))
  }),
  get('/settings/staff-scope', staffOnly, async (visit) => redirect(href(visit, '/settings/staff'))),
  ...teamRoutes,
]

const doneKeys = [
  'invited',
  'saved',
  'left',
  'taken_on',
  'sessions',
  'factor_reset',
  'absence',
  'called_off',
  'team',
  'dissolved',
  'scope',
] as const

function doneText(visit: Visit, query: Record<string, unknown>): string | null {
  const key = doneKeys.find((one) => one === query.done)
  return key ? staffPhrases(visit.language)[`done_${key}`] : null
}

function idOf(id: unknown): string {
  const read = uuid.safeParse(id)
  if (!read.success) throw notFound()
  return read.data
}

function memberOf(visit: Visit, params: Record<string, string>): Promise<StaffMember> {
  return staffById(visit.db, idOf(params.id))
}

// Somebody whose function and access this actor may change.
async function changeable(visit: Visit, params: Record<string, string>): Promise<StaffMember> {
  const member = await memberOf(visit, params)
  if (!mayChangeFunction(visit.actor, member.id)) throw forbidden()
  return member
}

function toMember(visit: Visit, id: string, done?: (typeof doneKeys)[number]): Reply {
  return redirect(href(visit, `/settings/staff/${id}${done ? `?done=${done}` : ''}`))
}

async function newReply(visit: Visit, back: Partial<NewMemberForm> = {}, status = 200): Promise<Reply> {
  const empty = Object.fromEntries(memberFields.map((field) => [field, ''])) as Record<MemberField, string>
  const values = { ...empty, function: 'account_manager', language: visit.brokerage.language }
  return page(newMemberPage(visit, { id: newId(), values, errors: {}, refused: null, ...back }), status)
}

async function inviteReply(visit: Visit, { body }: Request): Promise<Reply> {
  if (!mayManageStaff(visit.actor)) throw forbidden()
  const given = uuid.safeParse(body._id)
  if (!given.success) throw new Refusal(400)
  const back = { id: given.data, values: typed(body, memberFields) as Record<MemberField, string> }
  const input = readInput(newMember, body)
  if (!input.ok) return newReply(visit, { ...back, errors: messages(visit, input.errors) }, 422)
  const done = await guarded(visit.db, () => inviteStaff(visit, input.value))
  return done.ok ? toMember(visit, done.value, 'invited') : newReply(visit, { ...back, refused: why(visit, done.why) }, 422)
}

/** The page of one member, as it is or as it comes back. */
async function memberReply(visit: Visit, member: StaffMember, back: Partial<MemberPage> = {}, status = 200): Promise<Reply> {
  const others = (await presentStaff(visit.db)).filter(({ value }) => value !== member.id)
  const content: MemberPage = {
    member,
    access: await accessOf(visit.db, member),
    absences: await absencesOf(visit.db, member.id),
    standsInFor: await standsInFor(visit.db, member.id),
    others,
    happened: await houseEvents(visit.db, [member.id]),
    absenceId: newId(),
    version: member.version,
    values: typedMember(member),
    absence: { deputy: '', from_on: '', until_on: '' },
    errors: {},
    refused: null,
    conflict: false,
    ...back,
  }
  return page(memberPage(visit, content), status)
}

async function changeReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const member = await memberOf(visit, params)
  if (!mayManageStaff(visit.actor)) throw forbidden()
  if (!rowVersion.safeParse(body.version).success) throw new Refusal(400)
  const values = typed(body, changedFields) as MemberPage['values']
  const input = readInput(changedMember, body)
  const opened = { values, version: Number(body.version) }
  if (!input.ok) return memberReply(visit, member, { ...opened, errors: messages(visit, input.errors) }, 422)
  const done = await guarded(visit.db, () => changeStaff(visit, member, input.value))
  if (!done.ok) return memberReply(visit, member, { ...opened, refused: why(visit, done.why) }, 409)
  if (done.value.kind === 'conflict') {
    const { current } = done.value
    return memberReply(visit, current, { values, version: current.version, conflict: true }, 409)
  }
  return toMember(visit, member.id, 'saved')
}

// Somebody of the export who has no login yet is invited with what is known of them.
async function invitationReply(visit: Visit, { params }: Request): Promise<Reply> {
  const member = await memberOf(visit, params)
  if (!mayManageStaff(visit.actor)) throw forbidden()
  if (member.state !== 'invited' && member.state !== 'none') return toMember(visit, member.id)
  const done = await guarded(visit.db, async () => {
    if (member.state === 'invited') return inviteAgain(visit, member)
    const { first_name, last_name, email, phone } = member
    const language = visit.brokerage.language
    await inviteStaff(visit, { _id: newId(), first_name, last_name, email, phone, function: member.function, language })
  })
  return done.ok ? toMember(visit, member.id, 'invited') : memberReply(visit, member, { refused: why(visit, done.why) }, 409)
}

async function departureReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const member = await changeable(visit, params)
  if (member.state === 'left') return toMember(visit, member.id)
  const input = readInput(departing, body)
  const successor = input.ok ? input.value.successor : null
  const known = successor === null || (await presentStaff(visit.db)).some(({ value }) => value === successor)
  if (!input.ok || !known || successor === member.id)
    return memberReply(visit, member, { errors: { successor: staffPhrases(visit.language).error_choose } }, 422)
  const done = await guarded(visit.db, () => leave(visit, member, successor))
  return done.ok ? toMember(visit, member.id, 'left') : memberReply(visit, member, { refused: why(visit, done.why) }, 409)
}

async function resetReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const id = idOf(params.id)
  if (await resetStaffFactor(visit, id, body.factor_reason)) return toMember(visit, id, 'factor_reset')
  const errors = { factor_reason: resetPhrases(visit.language).why_reason }
  return asSameActor(visit, async (db) => memberReply({ ...visit, db }, await staffById(db, id), { errors }, 422))
}

async function absenceReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const member = await memberOf(visit, params)
  if (!mayEnterAbsence(visit.actor, member.id)) throw forbidden()
  const given = uuid.safeParse(body._id)
  if (!given.success) throw new Refusal(400)
  const absence = typed(body, ['deputy', 'from_on', 'until_on']) as MemberPage['absence']
  const back = { absence, absenceId: given.data }
  const input = readInput(newAbsence, body)
  const errors = input.ok ? {} : messages(visit, input.errors)
  const present = (await presentStaff(visit.db)).filter(({ value }) => value !== member.id)
  if (!present.some(({ value }) => value === absence.deputy)) errors.deputy = staffPhrases(visit.language).error_choose
  if (!input.ok || Object.keys(errors).length > 0) return memberReply(visit, member, { ...back, errors }, 422)
  const done = await guarded(visit.db, () => enterAbsence(visit, member, input.value))
  return done.ok
    ? toMember(visit, member.id, 'absence')
    : memberReply(visit, member, { ...back, refused: why(visit, done.why) }, 409)
}

const why = (visit: Visit, reason: Why) => staffPhrases(visit.language)[`why_${reason}`]

function messages(visit: Visit, errors: { field: string; code: string }[]): Record<string, string> {
  const t = staffPhrases(visit.language)
  const message = (field: string, code: string) => {
    if (field === 'email') return t.error_email
    if (field === 'phone') return t.error_phone
    if (code === 'before') return t.error_before
    if (field === 'from_on' || field === 'until_on') return t.error_day
    if (field === 'last_name' && code === 'required') return t.error_last_name
    return ['function', 'language', 'deputy'].includes(field) ? t.error_choose : t.error_text
  }
  return Object.fromEntries(errors.map(({ field, code }) => [field, message(field, code)]))
}
