import type { Brokerage } from '../../platform/actor.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Services } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'

/** The link of the welcome mail. */
export function activationLink(
  services: Pick<Services, 'config' | 'publicPort'>,
  brokerage: Pick<Brokerage, 'host'>,
  language: Language,
  token: string,
): string {
  return pageLink(services, brokerage, language, `/activate?t=${token}`)
}
