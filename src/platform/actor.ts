import type { Entered } from './db.ts'
import { isLanguage } from './language.ts'
import type { Language } from './phrases.ts'

/** The brokerage whose house this request is in, found by its host name. */
export interface Brokerage {
  id: string
  number: string
  name: string
  host: string
  language: Language
  brandColour: string
  phone: string | null
  email: string | null
  rememberAllowed: boolean
}

/** Whom a customer calls at the brokerage: the account manager of the company, else the brokerage's own number. */
export interface AccountManager {
  name: string
  email: string
  /** E.164, or as the brokerage wrote it. */
  phone: string | null
  /** Who stands in while the account manager is away, and until which day (`2026-12-31`). */
  deputy?: { name: string; email: string; phone: string | null; until: string } | null
}

interface Person {
  id: string
  sessionId: string
  loginId: string
  firstName: string
  lastName: string
  email: string
  language: Language
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  shortcuts: boolean
  /** Has an authenticator app or a passkey. */
  secondFactor: boolean
  /** The roles ask for a second factor that is not there yet: nothing else opens before it is set up. */
  factorDue: boolean
  /** Proved within the last 15 minutes who they are (security.md S4). */
  confirmed: boolean
}

export interface Visitor {
  kind: 'visitor'
}

/** Another company where the same person has an active account. */
export interface OtherCompany {
  accountId: string
  companyName: string
  /** What is unread there, at most 99. */
  unread: number
}

/** A person at a customer firm; `id` is the portal account. */
export interface Customer extends Person {
  kind: 'customer'
  contactId: string
  companyId: string
  companyName: string
  roles: ReadonlySet<string>
  /** True where companies stand below the own one. */
  holding: boolean
  /** The person's accounts at other companies; rights of one never mix with those of another. */
  elsewhere: OtherCompany[]
}

/** A person at the brokerage; `id` is the staff member. */
export interface Staff extends Person {
  kind: 'staff'
  function: 'administrator' | 'account_manager' | 'assistant' | 'auditor'
}

/** Who is asking. Rights are never kept between requests: every request reads them anew. */
export type Actor = Visitor | Customer | Staff

/** A person at a customer firm, not at the brokerage. */
export function isCustomer(actor: Actor): actor is Customer {
  return actor.kind === 'customer'
}

/** «Anja Rieder»: how the actor stands in events and mails; a visitor has no name. */
export function actorName(actor: Actor): string {
  return actor.kind === 'visitor' ? '' : `${actor.firstName} ${actor.lastName}`.trim()
}

export interface InHouse {
  brokerage: Brokerage
  actor: Actor
  accountManager: AccountManager | null
  /** Newer terms wait for this person; nothing else opens before they are accepted. */
  termsDue: boolean
}

/** Splits what the database answered at the start of a request into the brokerage and the person. */
export function readEntered(e: Entered): InHouse {
  const brokerage: Brokerage = {
    id: e.brokerage_id,
    number: e.number,
    name: e.name,
    host: e.host,
    language: isLanguage(e.brokerage_language) ? e.brokerage_language : 'de',
    brandColour: e.brand_colour,
    phone: e.brokerage_phone,
    email: e.brokerage_email,
    rememberAllowed: e.remember_allowed,
  }
  const email = e.manager_email ?? e.brokerage_email
  const deputy = e.deputy_name
    ? { name: e.deputy_name, email: e.deputy_email!, phone: e.deputy_phone, until: e.deputy_until! }
    : null
  const accountManager = email
    ? { name: e.manager_name ?? e.name, email, phone: e.manager_phone ?? e.brokerage_phone, deputy }
    : null
  if (!e.session_id || !e.login_id) return { brokerage, actor: { kind: 'visitor' }, accountManager: null, termsDue: false }
  const person = {
    sessionId: e.session_id,
    loginId: e.login_id,
    firstName: e.first_name ?? '',
    lastName: e.last_name ?? '',
    email: e.email ?? '',
    language: isLanguage(e.language) ? e.language : brokerage.language,
    theme: e.theme as Person['theme'],
    density: e.density as Person['density'],
    shortcuts: e.shortcuts ?? true,
    secondFactor: e.second_factor ?? false,
    factorDue: e.factor_due ?? false,
    confirmed: e.confirmed ?? false,
  }
  if (e.staff_id) {
    return {
      brokerage,
      accountManager: null,
      termsDue: e.terms_due,
      actor: { ...person, kind: 'staff', id: e.staff_id, function: e.staff_function as Staff['function'] },
    }
  }
  return {
    brokerage,
    accountManager,
    termsDue: e.terms_due,
    actor: {
      ...person,
      kind: 'customer',
      id: e.account_id!,
      contactId: e.contact_id!,
      companyId: e.company_id!,
      companyName: e.company_name!,
      roles: new Set(e.roles),
      holding: e.below,
      elsewhere: [],
    },
  }
}
