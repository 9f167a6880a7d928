import type { Brokerage, Customer, Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { dateTime } from '../../platform/format.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Services } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'
import { browserName } from '../sign-in/browser-name.ts'
import { factorMailPhrases } from './mail-phrases.ts'

export interface Told {
  email: string
  language: Language
  firstName: string
  lastName: string
  accountId: string | null
  companyId: string | null
}
/** Somebody who signs in, as the notice needs them. */
export function toldOf(
  account: {
    email: string
    language: string
    firstName: string
    lastName: string
    accountId: string | null
    companyId: string | null
  },
  brokerage: { language: Language },
): Told {
  return { ...account, language: isLanguage(account.language) ? account.language : brokerage.language }
}

/** Whoever is signed in. */
export function toldSelf(person: Customer | Staff): Told {
  return {
    ...person,
    accountId: person.kind === 'customer' ? person.id : null,
    companyId: person.kind === 'customer' ? person.companyId : null,
  }
}
type Words = ReturnType<typeof factorMailPhrases>

/** The notice to the person that something about the second factor changed (security.md A12), in the transaction of the change. */
export async function tellOfFactor(
  db: Db,
  visit: {
    services: Pick<Services, 'config' | 'publicPort' | 'keys'>
    brokerage: Pick<Brokerage, 'id' | 'host'>
    userAgent: string
  },
  person: Told,
  what: (words: Words) => string,
): Promise<void> {
  const { services, brokerage } = visit
  await queueMail(db, services.keys.mail, brokerage.id, {
    event: 'second_factor_changed',
    recipient: person.email,
    language: person.language,
    accountId: person.accountId,
    companyId: person.companyId,
    values: {
      person: `${person.firstName} ${person.lastName}`.trim(),
      what: what(factorMailPhrases(person.language)),
      device: browserName(visit.userAgent),
      at: dateTime(new Date()),
      link: pageLink(services, brokerage, person.language, '/password/forgotten'),
    },
  })
}
