import { newId } from '../../platform/ids.ts'
import { page, type Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { type AssignableRole, assignableRoles } from '../../records/roles.ts'
import { contactById } from '../contacts/queries.ts'
import { resetFacts } from '../second-factor/reset-facts.ts'
import { mayChangeRoles } from './access.ts'
import { changesText } from './pages/history.tsx'
import { heldFields, type RoleFields } from './pages/role-form.tsx'
import { type ShowProps, showPage } from './pages/show.tsx'
import { accountPhrases } from './phrases.ts'
import { opensByRole } from './preview.ts'
import {
  companyRules,
  currentGrants,
  findAccount,
  happenings,
  isLastUserManager,
  lastInvitation,
  openRequests,
} from './queries.ts'
import { type Guarded, refusedStatus } from './refused.ts'

type Extra = Partial<Pick<ShowProps, 'done' | 'refused' | 'suspension'>> & {
  /** The form as it was sent, where it comes back. */
  fields?: RoleFields
}

/** The contact's page, read anew from the database; with status and form of a change that was refused. */
export async function contactReply(visit: Visit, contactId: string, extra: Extra = {}, status = 200): Promise<Reply> {
  const { db } = visit
  const contact = await contactById(db, contactId)
  const account = await findAccount(db, contactId)
  const open = account !== null && account.state !== 'withdrawn'
  const grants = open ? await currentGrants(db, account.id) : []
  const holdsUserManager = grants.some((grant) => grant.role === 'user_manager')
  return page(
    showPage(visit, {
      contact,
      account,
      facts: {
        account,
        rules: await companyRules(db, contact.company_id),
        grants,
        requests: open ? await openRequests(db, { accountId: account.id }) : [],
        opens: mayChangeRoles(visit.actor)
          ? await opensByRole(
              db,
              { companyId: contact.company_id, accountId: account?.id ?? null },
              grants.map((grant) => grant.role),
            )
          : {},
        lastUserManager: open && holdsUserManager && (await isLastUserManager(db, account)),
      },
      fields: extra.fields ?? heldFields(grants),
      invitation: account?.state === 'invited' ? await lastInvitation(db, account.id) : { link: null, mail: null },
      happened: await happenings(db, account ? [contact.id, account.id] : [contact.id]),
      id: newId(),
      done: extra.done ?? null,
      refused: extra.refused ?? null,
      second: await resetFacts(visit, account),
      suspension: extra.suspension ?? null,
    }),
    status,
  )
}

/** The same page with the reason why something was not done. */
export function refusedReply(visit: Visit, contactId: string, refused: Guarded<never> & { ok: false }, fields?: RoleFields) {
  const sentence = accountPhrases(visit.language)[`why_${refused.why}`]
  const text = typeof sentence === 'string' ? sentence : sentence(refused.person)
  return contactReply(visit, contactId, { refused: text, ...(fields ? { fields } : {}) }, refusedStatus(refused.why))
}

const plain = [
  'created',
  'saved',
  'link_dead',
  'name_stays',
  'invited',
  'already',
  'resent',
  'withdrawn',
  'suspended',
  'reopened',
  'approved',
  'rejected',
  'nothing',
  'factor_reset',
  'factor_asked',
  'factor_rejected',
] as const

/** The banner for what the address says was just done: fixed keys and role keys only, never a text (features brief). */
export function doneText(visit: Pick<Visit, 'language'>, query: Record<string, unknown>): string | null {
  const t = accountPhrases(visit.language)
  if (query.done === 'roles') return rolesText(visit, query)
  const key = plain.find((one) => one === query.done)
  const asked = roleKeys(query.asked)
  return key ? [t[`done_${key}`], asked.length > 0 && t.done_roles_asked(namesOf(asked, visit))].filter(Boolean).join(' ') : null
}

function rolesText(visit: Pick<Visit, 'language'>, query: Record<string, unknown>): string {
  const t = accountPhrases(visit.language)
  const changes = changesText({ added: roleKeys(query.plus), removed: roleKeys(query.minus) }, visit.language)
  const asked = roleKeys(query.asked)
  return [changes && t.done_roles(changes), asked.length > 0 && t.done_roles_asked(namesOf(asked, visit))]
    .filter(Boolean)
    .join('. ')
}

function namesOf(roles: AssignableRole[], visit: Pick<Visit, 'language'>): string {
  return changesText({ added: roles, removed: [] }, visit.language)
}

function roleKeys(value: unknown): AssignableRole[] {
  const keys = typeof value === 'string' ? value.split('.') : []
  return assignableRoles.filter((role) => keys.includes(role))
}
