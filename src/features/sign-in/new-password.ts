import type { Brokerage } from '../../platform/actor.ts'
import { checkPassword } from '../../platform/password-policy.ts'

/** Why a new password and its repetition cannot be taken: codes for the phrases, by field. Empty when all is well. */
export function newPasswordErrors(
  entered: { password: string; confirmation: string },
  context: string[],
): { field: 'password' | 'confirmation'; code: PasswordError }[] {
  const { rules, blocked } = checkPassword(entered.password, context)
  const broken = (['length', 'upper', 'digit', 'symbol'] as const).find((rule) => !rules[rule])
  const code: PasswordError | null =
    entered.password === '' ? 'required' : blocked === 'too_long' ? 'too_long' : (broken ?? blocked)
  const different = entered.password.normalize('NFC') !== entered.confirmation.normalize('NFC')
  const errors: { field: 'password' | 'confirmation'; code: PasswordError }[] = []
  if (code) errors.push({ field: 'password', code })
  if (different) errors.push({ field: 'confirmation', code: 'different' })
  return errors
}

export type PasswordError =
  | 'required'
  | 'too_long'
  | 'length'
  | 'upper'
  | 'digit'
  | 'symbol'
  | 'common'
  | 'context'
  | 'different'
  | 'temporary'

/** The words that stand close to a person and make a bad password (P5). */
export function wordsAbout(
  brokerage: Pick<Brokerage, 'name' | 'number' | 'host'>,
  person: { firstName: string; lastName: string; email: string; companyName?: string | null },
): string[] {
  return [
    brokerage.name,
    brokerage.host,
    person.firstName,
    person.lastName,
    person.email,
    person.companyName ?? '',
    'Dossier',
    'Kundenportal',
    'Usermanager',
    'Konzernmanager',
    'Flottenmanager',
    'Filemanager',
    'Vollzugriff',
  ]
}
