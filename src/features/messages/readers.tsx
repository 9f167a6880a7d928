import type { Visit } from '../../platform/visit.ts'
import { type Role, rolePhrases } from '../../records/roles.ts'
import { messagePhrases } from './phrases.ts'
import type { Conversation } from './queries.ts'

interface Props {
  visit: Pick<Visit, 'language' | 'actor' | 'brokerage'>
  conversation: Pick<Conversation, 'audience' | 'author_account_id' | 'company' | 'person'>
}

/** «Wer liest mit?», in words and from the one rule (domain 2.8): roles and the company, names only of whom the reader may know. */
export function Readers({ visit, conversation }: Props) {
  const { audience, author_account_id: author, company, person } = conversation
  const t = messagePhrases(visit.language)
  const roles = [...audience, 'full_access'].map((role) => t.quoted(rolePhrases(visit.language)[role as Role]))
  const isAuthor = visit.actor.kind === 'customer' && visit.actor.id === author
  const with_person = author === null ? null : isAuthor ? t.readers_you : (person ?? t.readers_person)
  const either = new Intl.ListFormat(visit.language, { type: 'disjunction' }).format(roles)
  return (
    <p class="hint">{t.readers([visit.brokerage.name, with_person].filter((one) => one !== null).join(', '), company, either)}</p>
  )
}
