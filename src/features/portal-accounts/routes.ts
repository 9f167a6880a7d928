import type * as z from 'zod'
import { forbidden, notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, post, type Reply, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { type AssignableRole, assignableRoles, rolePhrases, sensitiveRoles } from '../../records/roles.ts'
import { contactById } from '../contacts/queries.ts'
import { mayChangeRoles, mayInvite, maySuspend } from './access.ts'
import { openAccount, reopenAccount, resendInvitation, suspendAccount, withdrawInvitation } from './changes.ts'
import { decideRequest } from './changes-requests.ts'
import { type Applied, applyRoles } from './changes-roles.ts'
import { checkReply } from './check.ts'
import { checkPath } from './chosen.ts'
import { applying, choosing, opening, readWanted, suspending } from './input.ts'
import type { RoleFields } from './pages/role-form.tsx'
import { accountPhrases } from './phrases.ts'
import { type Account, findAccount, lockedAccount } from './queries.ts'
import { guarded } from './refused.ts'
import { contactReply, doneText, refusedReply } from './show-contact.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const routes = [
  get('/contacts/:id', signedIn, (visit, { params, query }) =>
    contactReply(visit, idOf(params), { done: doneText(visit, query), ...chosenAgain(visit, query) }),
  ),
  get('/contacts/:id/account/check', signedIn, (visit, { params, query }) => {
    const read = readRoles(visit, choosing, query)
    if (!read.ok) return contactReply(visit, idOf(params), { fields: read.fields }, 422)
    return checkReply(visit, idOf(params), read.wanted, read.fields)
  }),
  // Where a refused form was sent to: reloading or changing the language there leads back to the page.
  get('/contacts/:id/account', signedIn, async (visit, { params }) => toContact(visit, idOf(params))),
  get('/contacts/:id/account/:part', signedIn, async (visit, { params }) => toContact(visit, idOf(params))),

  post('/contacts/:id/account', signedIn, openReply, { sudo: { when: givesSensitive } }),
  post('/contacts/:id/account/roles', signedIn, rolesReply, { sudo: { when: givesSensitive } }),
  post('/contacts/:id/account/invitation', signedIn, (visit, { params }) =>
    changeReply(visit, idOf(params), 'resent', mayInvite, (account) => resendInvitation(visit, account.id)),
  ),
  post('/contacts/:id/account/withdrawal', signedIn, (visit, { params }) =>
    changeReply(visit, idOf(params), 'withdrawn', mayInvite, (account) => withdrawInvitation(visit, account.id)),
  ),
  post('/contacts/:id/account/suspension', signedIn, suspensionReply),
  post('/contacts/:id/account/reopening', signedIn, (visit, { params }) =>
    changeReply(visit, idOf(params), 'reopened', mayInvite, (account) => reopenAccount(visit, account.id)),
  ),
  get('/role-requests/:id/:verdict', signedIn, async (visit) => redirect(href(visit, '/contacts'))),
  post('/role-requests/:id/approval', signedIn, (visit, request) => decisionReply(visit, request, 'approved'), { sudo: {} }),
  post('/role-requests/:id/rejection', signedIn, (visit, request) => decisionReply(visit, request, 'rejected')),
]

const risky: readonly AssignableRole[] = [...sensitiveRoles, 'user_manager']

// Looking at what would change gives nothing yet.
function givesSensitive(body: Record<string, unknown>): boolean {
  return !body.check && [body.roles].flat().some((role) => risky.includes(role as AssignableRole))
}

function idOf(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

function toContact(visit: Visit, id: string, query = ''): Reply {
  return redirect(href(visit, `/contacts/${id}${query}`))
}

async function openReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const contactId = idOf(params)
  await contactById(visit.db, contactId)
  if (!mayInvite(visit.actor)) throw forbidden()
  const read = readRoles(visit, opening, body)
  if (!read.ok) return contactReply(visit, contactId, { fields: read.fields }, 422)
  if (body.check) return redirect(href(visit, checkPath(contactId, read.fields)))
  const { value, wanted } = read
  const done = await guarded(visit.db, () => openAccount(visit, contactId, value._id, wanted, value.reason))
  if (!done.ok) return refusedReply(visit, contactId, done, read.fields)
  if (!done.value) return toContact(visit, contactId, '?done=already')
  return toContact(visit, contactId, `?done=invited${list('asked', done.value.roles.requested)}`)
}

async function rolesReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const contactId = idOf(params)
  const known = await accountOf(visit, contactId)
  if (!mayChangeRoles(visit.actor)) throw forbidden()
  const read = readRoles(visit, applying, body)
  if (!read.ok) return contactReply(visit, contactId, { fields: read.fields }, 422)
  if (body.check) return redirect(href(visit, checkPath(contactId, read.fields)))
  const { value, wanted } = read
  const done = await guarded(visit.db, async () => {
    const account = await lockedAccount(visit.db, known.id)
    return applyRoles(visit, account, wanted, { reason: value.reason, version: value.version })
  })
  if (!done.ok) return refusedReply(visit, contactId, done, read.fields)
  return toContact(visit, contactId, rolesQuery(done.value))
}

function rolesQuery({ added, changed, removed, requested }: Applied): string {
  const query = `${list('plus', [...added, ...changed])}${list('minus', removed)}${list('asked', requested)}`
  return query ? `?done=roles${query}` : '?done=nothing'
}

const list = (name: string, roles: AssignableRole[]) => (roles.length > 0 ? `&${name}=${roles.join('.')}` : '')

async function suspensionReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const contactId = idOf(params)
  const input = readInput(suspending, { reason: body.suspend_reason })
  if (input.ok) {
    const { reason } = input.value
    return changeReply(visit, contactId, 'suspended', mayInvite, (account) => suspendAccount(visit, account.id, reason))
  }
  if (!maySuspend(visit.actor, await accountOf(visit, contactId))) throw forbidden()
  const t = accountPhrases(visit.language)
  const error = { required: t.error_reason, too_long: t.error_too_long }[input.errors[0]!.code] ?? t.error_unreadable
  return contactReply(visit, contactId, { suspension: { reason: String(body.suspend_reason ?? ''), error } }, 422)
}

/** One of the changes without a form of its own: may I, do it, back to the page with the result. */
async function changeReply(
  visit: Visit,
  contactId: string,
  key: string,
  may: (actor: Visit['actor']) => boolean,
  work: (account: Account) => Promise<unknown>,
): Promise<Reply> {
  const account = await accountOf(visit, contactId)
  if (!may(visit.actor)) throw forbidden()
  const done = await guarded(visit.db, () => work(account))
  return done.ok ? toContact(visit, contactId, `?done=${key}`) : refusedReply(visit, contactId, done)
}

async function accountOf(visit: Visit, contactId: string): Promise<Account> {
  const account = await findAccount(visit.db, contactId)
  if (!account || account.state === 'withdrawn') throw notFound()
  return account
}

async function decisionReply(visit: Visit, { params }: Request, verdict: 'approved' | 'rejected'): Promise<Reply> {
  const id = idOf(params)
  const done = await guarded(visit.db, () => decideRequest(visit, id, verdict))
  if (done.ok) return toContact(visit, done.value.contact_id, `?done=${verdict}`)
  const request = await visit.db
    .selectFrom('role_request')
    .innerJoin('portal_account', (join) =>
      join
        .onRef('portal_account.brokerage_id', '=', 'role_request.brokerage_id')
        .onRef('portal_account.id', '=', 'role_request.account_id'),
    )
    .select('portal_account.contact_id')
    .where('role_request.id', '=', id)
    .executeTakeFirstOrThrow(notFound)
  return refusedReply(visit, request.contact_id, done)
}

// From the check page back to the boxes: as they were chosen, not as they are held.
function chosenAgain(visit: Visit, query: Record<string, unknown>): { fields?: RoleFields } {
  return query.choice === '1' ? { fields: { ...readRoles(visit, choosing, query).fields, returned: true } } : {}
}

type RolesSchema = typeof opening | typeof applying | typeof choosing

/** Reads ticked roles and their ends; the fields come back as they were sent, with a sentence for each that is wrong. */
function readRoles<S extends RolesSchema>(visit: Visit, schema: S, body: Record<string, unknown>) {
  const t = accountPhrases(visit.language)
  const input = readInput(schema, body)
  const sent = [body.roles].flat().filter((role): role is string => typeof role === 'string')
  const ticked = assignableRoles.filter((role) => sent.includes(role))
  const { wanted, errors } = readWanted(ticked, body)
  const messages: Record<string, string> = {}
  for (const { field } of errors) messages[field] = t.error_until(rolePhrases(visit.language)[field.slice(6) as AssignableRole])
  if (!input.ok)
    for (const { field, code } of input.errors)
      messages[field] = field === 'roles' ? t.error_roles : code === 'too_long' ? t.error_too_long : t.error_unreadable
  const fields: RoleFields = {
    roles: ticked,
    until: Object.fromEntries(assignableRoles.map((role) => [role, textOf(body[`until_${role}`])])),
    reason: textOf(body.reason),
    errors: messages,
  }
  if (!input.ok || errors.length > 0) return { ok: false as const, fields }
  return { ok: true as const, value: input.value as z.output<S>, wanted, fields }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 400) : '')
