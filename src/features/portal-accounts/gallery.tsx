import type { Visit } from '../../platform/visit.ts'
import { type AssignableRole, assignableRoles } from '../../records/roles.ts'
import type { AccountState, Contact } from '../contacts/queries.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import type { ResetFacts } from '../second-factor/reset-facts.ts'
import { checkPage } from './pages/check.tsx'
import { heldFields, type RoleFacts } from './pages/role-form.tsx'
import { type ShowProps, showPage } from './pages/show.tsx'
import { accountPhrases } from './phrases.ts'
import type { Account, Grant, Happened, RoleRequest } from './queries.ts'

const at = (text: string) => new Date(text)

const contact = (account_state: AccountState, more: Partial<Contact> = {}): Contact => ({
  id: '0190a0b0-0000-7000-8000-000000000011',
  company_id: 'f1',
  salutation: 'mrs',
  first_name: 'Anja',
  last_name: 'Rieder',
  full_name: 'Rieder Anja',
  email: 'anja.rieder@muster.example',
  email_key: 'anja.rieder@muster.example',
  position: 'Backoffice',
  phone: '+41315550096',
  mobile: null,
  language: 'fr',
  version: 3,
  company: 'Muster Holding AG',
  account_id: account_state === 'none' ? null : 'a2',
  account_state,
  ...more,
})

const account = (state: string, more: Partial<Account> = {}): Account => ({
  id: 'a2',
  contact_id: '0190a0b0-0000-7000-8000-000000000011',
  company_id: 'f1',
  login_id: 'l2',
  state,
  state_reason: null,
  invited_at: at('2026-11-10T08:10:00Z'),
  invited_by: 'Franziska Keller',
  activated_at: state === 'invited' ? null : at('2026-11-11T07:00:00Z'),
  last_sign_in_at: state === 'invited' ? null : at('2026-11-20T13:05:00Z'),
  version: 7,
  login_email: 'anja.rieder@muster.example',
  login_email_key: 'anja.rieder@muster.example',
  assignable_roles: null,
  four_eyes: false,
  ...more,
})

const grant = (role: AssignableRole, more: Partial<Grant> = {}): Grant => ({
  id: `g-${role}`,
  role,
  valid_from: at('2026-11-12T08:10:00Z'),
  valid_until: null,
  granted_by: 'Franziska Keller',
  approved_by: null,
  reason: null,
  ...more,
})

const grants = [
  grant('occupational_pension', { approved_by: 'Rolf Mustermann', reason: 'Leitung Personal seit November' }),
  grant('other_lines', { valid_until: at('2027-12-31T23:00:00Z') }),
]

const request: RoleRequest = {
  id: 'r1',
  role: 'full_access',
  account_id: 'a2',
  company_id: 'f1',
  valid_until: null,
  reason: 'Stellvertretung der Geschäftsleitung',
  requested_by: 'Rolf Mustermann',
  requested_by_account: 'a3',
  requested_at: at('2026-11-21T09:00:00Z'),
  expires_at: at('2026-11-28T09:00:00Z'),
  login_id: 'l2',
  contact_id: '0190a0b0-0000-7000-8000-000000000011',
  person: 'Rieder Anja',
  company: 'Muster Holding AG',
  assignable_roles: null,
  requester_id: 'a3',
}

const event = (n: number, verb: string, details: Record<string, unknown> = {}): Happened => ({
  id: `e${n}`,
  at: at(`2026-11-${20 - n}T08:10:00Z`),
  actor_kind: 'customer',
  actor_name: 'Franziska Keller',
  verb,
  details,
})

const happened = [
  event(1, 'portal_account.roles_changed', { added: [{ role: 'other_lines' }], removed: ['fleet'], reason: 'Neue Aufgabe' }),
  event(2, 'portal_account.activated'),
  event(3, 'portal_account.invited'),
  event(4, 'contact.edited', { email: ['a@muster.example', 'anja.rieder@muster.example'] }),
  event(5, 'contact.created'),
]

const opens: RoleFacts['opens'] = {
  personal_lines: { policies: 3, documents: 4 },
  occupational_pension: { policies: 1, documents: 1 },
  fleet: { policies: 1, documents: 2 },
  other_lines: { policies: 5, documents: 7 },
  full_access: { policies: 12, documents: 16 },
  group_manager: { policies: 23, documents: 21 },
}

const facts = (of: Account | null, more: Partial<RoleFacts> = {}): RoleFacts => ({
  account: of,
  rules: { assignable_roles: null, four_eyes: false },
  grants: of ? grants : [],
  requests: [],
  lastUserManager: false,
  opens,
  ...more,
})

const checked = {
  contact: { id: '0190a0b0-0000-7000-8000-000000000011', full_name: 'Rieder Anja' },
  opening: false,
  id: '0190a0b0-0000-7000-8000-000000000099',
  version: 3,
  fields: { roles: ['fleet', 'personal_lines'], until: { personal_lines: '31.01.2027' }, reason: '', errors: {} },
}

const factor = { id: 'f1', kind: 'app', name: 'Authenticator', created_at: at('2026-11-12T08:10:00Z'), last_used_at: null }
const lost: ResetFacts = { factors: [factor], pending: null, may: 'ask', decides: false }
const asked: ResetFacts = {
  ...lost,
  may: null,
  pending: {
    id: 'q1',
    account_id: 'a2',
    asked_by_account: 'a1',
    asked_by: 'Franziska Keller',
    asked_at: at('2026-11-24T08:10:00Z'),
    reason: 'Telefon verloren, zurückgerufen am 24.11.',
  },
}

function show(visit: Omit<Visit, 'db'>, person: Contact, of: Account | null, more: Partial<ShowProps> = {}) {
  const roleFacts = more.facts ?? facts(of)
  return showPage(visit, {
    contact: person,
    account: of,
    facts: roleFacts,
    fields: heldFields(roleFacts.grants),
    invitation: { link: null, mail: null },
    happened,
    id: '0190a0b0-0000-7000-8000-000000000099',
    done: null,
    refused: null,
    second: null,
    suspension: null,
    ...more,
  })
}

const link = { expires_at: at('2099-11-13T08:10:00Z'), used_at: null, revoked_at: null }
const mail = { recipient: 'anja.rieder@muster.example', state: 'sent', created_at: at('2026-11-10T08:10:00Z'), sent_at: null }
const asStaff = (visit: Visit) => ({ ...visit, actor: inventedStaff, accountManager: null })
const asAuditor = (visit: Visit) => ({
  ...visit,
  actor: { ...inventedStaff, function: 'auditor' as const },
  accountManager: null,
})
const asNobodySpecial = (visit: Visit) => {
  const actor = { ...visit.actor, roles: new Set(['customer', 'occupational_pension', 'other_lines']) } as Visit['actor']
  return { ...visit, actor }
}
const userManager = [grant('user_manager'), grant('other_lines')]

export const gallery: GalleryEntry[] = [
  {
    name: 'second factor, to ask for a reset',
    render: (visit) => show(visit, contact('active'), account('active'), { second: lost }),
  },
  {
    name: 'second factor, to decide on a reset',
    render: (visit) => show(visit, contact('active'), account('active'), { second: { ...asked, decides: true } }),
  },
  {
    name: 'second factor, a reset waits',
    render: (visit) => show(visit, contact('active'), account('active'), { second: asked }),
  },
  {
    name: 'second factor, for the broker to reset',
    render: (visit) => show(visit, contact('active'), account('active'), { second: { ...lost, may: null } }),
  },
  {
    name: 'second factor, to reset by staff',
    render: (visit) =>
      show({ ...visit, actor: inventedStaff }, contact('active'), account('active'), { second: { ...lost, may: 'reset' } }),
  },
  { name: 'inactive', render: (visit) => show(visit, contact('none'), null, { happened: [event(5, 'contact.created')] }) },
  {
    name: 'inactive, without an address',
    render: (visit) => show(visit, contact('none', { email: null, email_key: null }), null),
  },
  {
    name: 'invited',
    render: (visit) =>
      show(visit, contact('invited'), account('invited'), {
        invitation: { link, mail },
        done: accountPhrases(visit.language).done_invited,
      }),
  },
  {
    name: 'invited, link dead, mail not delivered',
    render: (visit) =>
      show(visit, contact('invited'), account('invited'), {
        invitation: { link: { ...link, revoked_at: at('2026-11-12T08:00:00Z') }, mail: { ...mail, state: 'failed' } },
      }),
  },
  { name: 'active', render: (visit) => show(visit, contact('active'), account('active')) },
  {
    name: 'active, other sign-in name, roles saved',
    render: (visit) =>
      show(
        visit,
        contact('active'),
        account('active', { login_email: 'anja@alt.example', login_email_key: 'anja@alt.example' }),
        {
          done: accountPhrases(visit.language).done_roles('+ Flottenmanager / − Übrige Branchen'),
        },
      ),
  },
  {
    name: 'active, roles the broker keeps, second person needed, request open',
    render: (visit) => {
      const rules = { assignable_roles: assignableRoles.filter((role) => role !== 'group_manager'), four_eyes: true }
      return show(visit, contact('active'), account('active'), {
        facts: facts(account('active'), { rules, requests: [request] }),
      })
    },
  },
  {
    name: 'active, a day that is over',
    render: (visit) => {
      const t = accountPhrases(visit.language)
      const errors = { until_fleet: t.error_until('Flottenmanager') }
      return show(visit, contact('active'), account('active'), {
        fields: { roles: ['fleet'], until: { fleet: '1.2.2020' }, reason: 'Ferienvertretung', errors },
      })
    },
  },
  {
    name: 'active, changed meanwhile',
    render: (visit) =>
      show(visit, contact('active'), account('active'), { refused: accountPhrases(visit.language).why_changed_meanwhile }),
  },
  {
    name: 'active, suspending without a reason',
    render: (visit) =>
      show(visit, contact('active'), account('active'), {
        suspension: { reason: '', error: accountPhrases(visit.language).error_reason },
      }),
  },
  {
    name: 'own account',
    render: (visit) => {
      const own = account('active', { id: 'a1', login_id: 'l1' })
      return show(visit, contact('active', { full_name: 'Keller Franziska' }), own, {
        facts: facts(own, { grants: userManager }),
      })
    },
  },
  {
    name: 'last user manager, for staff',
    render: (visit) => {
      const last = facts(account('active'), { grants: userManager, lastUserManager: true })
      return show(asStaff(visit), contact('active'), account('active', { login_id: 'l9' }), { facts: last })
    },
  },
  {
    name: 'suspended',
    render: (visit) => show(visit, contact('suspended'), account('suspended', { state_reason: 'Austritt per Ende November' })),
  },
  { name: 'for an auditor', render: (visit) => show(asAuditor(visit), contact('active'), account('active', { login_id: 'l9' })) },
  {
    name: 'check before applying',
    render: (visit) =>
      checkPage(visit, {
        ...checked,
        plan: {
          gets: [{ role: 'fleet', until: '' }],
          loses: [{ role: 'other_lines', until: '' }],
          moves: [{ role: 'personal_lines', until: '31.01.2027' }],
          waits: [{ role: 'full_access', until: '31.12.2027' }],
        },
        difference: [
          { kind: 'policy', added: 2, removed: 5, health: 0, lines: [{ line: 'Motorfahrzeugflotte', n: 2 }] },
          {
            kind: 'claim',
            added: 3,
            removed: 0,
            health: 1,
            lines: [
              { line: 'Motorfahrzeugflotte', n: 2 },
              { line: null, n: 1 },
            ],
          },
          { kind: 'document', added: 1204, removed: 7, health: 0, lines: [] },
        ],
      }),
  },
  {
    name: 'check before opening, nothing to see',
    render: (visit) =>
      checkPage(visit, {
        ...checked,
        opening: true,
        version: null,
        plan: { gets: [{ role: 'group_manager', until: '' }], loses: [], moves: [], waits: [] },
        difference: [],
      }),
  },
  {
    name: 'own contact, without the role',
    render: (visit) => show(asNobodySpecial(visit), contact('active'), account('active')),
  },
]
