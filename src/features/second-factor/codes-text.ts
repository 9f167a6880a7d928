import type { Visit } from '../../platform/visit.ts'
import { secondFactorPhrases } from './phrases.ts'

/** The codes as a file to keep: for whom, where, and one code a line. */
export function codesText(visit: Pick<Visit, 'language' | 'brokerage'>, email: string, codes: string[]): string {
  const t = secondFactorPhrases(visit.language)
  return [t.codes_title, `${visit.brokerage.name}, ${email}`, '', ...codes, '', t.codes_once, ''].join('\r\n')
}
