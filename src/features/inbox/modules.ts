import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { filledIn, type Placeholder } from '../text-modules/placeholders.ts'
import { type TextModule, textModules } from '../text-modules/queries.ts'
import type { Item } from './queries.ts'
import { titleOf } from './words.ts'

/** What the placeholders of a text stand for in an item. */
export function valuesFor({ actor, brokerage, language }: Visit, item: Item): Record<Placeholder, string> {
  return {
    kontakt: item.person ?? '',
    firma: item.company,
    nummer: item.request_number ?? item.claim_number ?? '',
    betreff: titleOf(item, language),
    ich: actor.kind === 'visitor' ? '' : `${actor.firstName} ${actor.lastName}`.trim(),
    broker: brokerage.name,
  }
}

/** The text modules as they would stand in an answer, those in the customer's language first. */
export async function modulesFor(visit: Visit, item: Item, language: Language): Promise<TextModule[]> {
  const values = valuesFor(visit, item)
  return (await textModules(visit.db, language)).map((one) => ({ ...one, body: filledIn(one.body, values) }))
}
