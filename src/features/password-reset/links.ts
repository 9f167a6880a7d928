import type { Brokerage } from '../../platform/actor.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Services } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'

/** The link with which a person sets a new password, or a member of staff the first one. */
export function resetLink(
  services: Pick<Services, 'config' | 'publicPort'>,
  brokerage: Pick<Brokerage, 'host'>,
  language: Language,
  token: string,
): string {
  return pageLink(services, brokerage, language, `/password/reset?t=${token}`)
}
