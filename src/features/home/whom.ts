import type { Customer } from '../../platform/actor.ts'
import type { Language } from '../../platform/phrases.ts'
import { cardPhrases } from './cards-phrases.ts'

/** Who gives roles to this person, in a sentence with their names (`userManagerNames`); without any it is the broker. */
export function whom(language: Language, person: Customer, names: string[]): string {
  const t = cardPhrases(language)
  if (names.length === 0) return t.ask_broker
  return person.roles.has('user_manager') ? t.ask_second(names.join(', ')) : t.ask(names.join(', '))
}
