import type { Brokerage } from '../../platform/actor.ts'
import { pathPrefixes } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { origin, type Services } from '../../platform/visit.ts'

/**
 * The whole address of one of our pages for a mail, in the recipient's language: from the brokerage's own row, never from a
 * request (security.md I8).
 */
export function pageLink(
  services: Pick<Services, 'config' | 'publicPort'>,
  brokerage: Pick<Brokerage, 'host'>,
  language: Language,
  path: string,
): string {
  return `${origin(services, brokerage.host)}/${pathPrefixes[language]}${path}`
}
