import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { type AssignableRole, rolePhrases, sensitiveRoles } from '../../records/roles.ts'
import { activationLink } from '../activation/links.ts'
import { type Contact, contactById } from '../contacts/queries.ts'
import { pageLink } from '../mails/links.ts'
import { type Account, userManagers } from './queries.ts'

/** The welcome mail with link and temporary password, in the contact's language (manual, chapter 1). */
export async function sendWelcome(
  visit: Visit,
  contact: Contact,
  accountId: string,
  secret: { token: string; temporaryPassword: string; expiresAt: Date },
) {
  const language = languageOf(contact.language)
  await queueMail(visit.db, visit.services.keys.mail, visit.brokerage.id, {
    event: 'welcome',
    recipient: contact.email!,
    language,
    companyId: contact.company_id,
    accountId,
    expiresAt: secret.expiresAt,
    values: {
      link: activationLink(visit.services, visit.brokerage, language, secret.token),
      temporary_password: secret.temporaryPassword,
      first_name: contact.first_name,
      last_name: contact.last_name,
      company: contact.company,
    },
  })
}

/** Sensitive roles were given: the company's other User Managers and the account manager learn of it (domain 2.8). */
export async function tellAboutRoles(
  visit: Visit,
  account: Account,
  changes: { added: AssignableRole[]; removed: AssignableRole[] },
  reason: string | null,
) {
  if (!changes.added.some((role) => sensitiveRoles.includes(role))) return
  const names = (roles: AssignableRole[], language: Language) => roles.map((role) => rolePhrases(language)[role]).join(', ')
  await tellOthers(visit, account, 'roles_changed', (language) => ({
    added: names(changes.added, language),
    removed: names(changes.removed, language),
    reason: reason ?? '',
  }))
}

/** A role waits for a second person: those who may be that person are told. */
export async function tellAboutRequest(visit: Visit, account: Account, role: AssignableRole, reason: string) {
  await tellOthers(visit, account, 'role_request', (language) => ({ role: rolePhrases(language)[role], reason }))
}

// Everybody who looks after the company's people, but neither who did it nor whom it is about.
async function tellOthers(
  visit: Visit,
  account: Account,
  event: string,
  valuesIn: (language: Language) => Record<string, string>,
) {
  const contact = await contactById(visit.db, account.contact_id)
  for (const reader of await readersOf(visit, account)) {
    await queueMail(visit.db, visit.services.keys.mail, visit.brokerage.id, {
      event,
      recipient: reader.email,
      language: reader.language,
      companyId: account.company_id,
      values: {
        ...valuesIn(reader.language),
        person: nameOf(contact),
        company: contact.company,
        by: actorName(visit.actor),
        link: pageLink(visit.services, visit.brokerage, reader.language, `/contacts/${contact.id}`),
      },
    })
  }
}

/** Who is told of what happens to an account: its company's other User Managers and the account manager, never whoever did it. */
export async function readersOf(visit: Visit, account: Account): Promise<{ email: string; language: Language }[]> {
  const managers = (await userManagers(visit.db, account.company_id))
    .filter((manager) => manager.account_id !== account.id && !isActor(visit, manager.account_id))
    .map(({ email, language }) => ({ email, language: languageOf(language) }))
  // The account manager, and who stands in for them today.
  const { rows: broker } = await sql<{ id: string; email: string }>`
    select staff.id, staff.email from company
    join staff_member staff on staff.brokerage_id = company.brokerage_id
      and staff.id in (company.account_manager_id, access.deputy_of(company.account_manager_id))
    where company.id = ${account.company_id} and staff.state = 'active'`.execute(visit.db)
  return [
    ...managers,
    ...broker.filter(({ id }) => !isActor(visit, id)).map(({ email }) => ({ email, language: visit.brokerage.language })),
  ]
}

const nameOf = (contact: Contact) => `${contact.first_name} ${contact.last_name}`.trim()
const isActor = (visit: Visit, id: string) => visit.actor.kind !== 'visitor' && visit.actor.id === id
const languageOf = (value: string): Language => (isLanguage(value) ? value : 'de')
