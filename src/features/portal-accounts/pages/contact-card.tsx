import { languageNames } from '../../../platform/language.ts'
import { showPhone } from '../../../platform/phone.ts'
import type { Language } from '../../../platform/phrases.ts'
import type { Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { seesSeveralCompanies } from '../../contacts/access.ts'
import type { Contact } from '../../contacts/queries.ts'
import { accountPhrases } from '../phrases.ts'
import type { Account } from '../queries.ts'

/** The manual's left card: who the person is. An empty telephone is empty. */
export function ContactFacts({
  visit,
  contact,
  account,
}: {
  visit: Omit<Visit, 'db'>
  contact: Contact
  account: Account | null
}) {
  const t = accountPhrases(visit.language)
  const salutation = contact.salutation === 'mrs' ? t.mrs : contact.salutation === 'mr' ? t.mr : ''
  const name = [salutation, contact.first_name, contact.last_name].filter(Boolean).join(' ')
  const rows: Parameters<typeof Facts>[0]['rows'] = [
    [t.name, name],
    [t.position, contact.position],
    [t.email, contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>],
    [t.mobile, phoneLink(contact.mobile)],
    [t.phone, phoneLink(contact.phone)],
    [t.language, languageNames[contact.language as Language]],
  ]
  if (seesSeveralCompanies(visit.actor)) rows.unshift([t.company, contact.company])
  // Shown only where it is another than the contact's address: then it matters which one signs in.
  if (account && account.state !== 'withdrawn' && account.login_email_key !== contact.email_key)
    rows.push([t.user_name, account.login_email])
  return (
    <Card title={t.contact} id="contact">
      <Facts rows={rows} />
    </Card>
  )
}

function phoneLink(number: string | null) {
  return number && <a href={`tel:${number}`}>{showPhone(number)}</a>
}
