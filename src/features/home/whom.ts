import type { Customer } from '../../platform/actor.ts'
import type { Language } from '../../platform/phrases.ts'
import { cardPhrases } from './cards-phrases.ts'

/** Who gives roles to this person, by name: the company's User Managers but themselves, else the broker. */
export function whom(language: Language, person: Customer, userManagers: { account_id: string; full_name: string }[]): string {
  const t = cardPhrases(language)
  const others = userManagers.filter(({ account_id }) => account_id !== person.id).map(({ full_name }) => full_name)
  if (others.length === 0) return t.ask_broker
  return person.roles.has('user_manager') ? t.ask_second(others.join(', ')) : t.ask(others.join(', '))
}
