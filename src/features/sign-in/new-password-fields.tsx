import type { Language } from '../../platform/phrases.ts'
import { PasswordRules } from '../../ui/components/PasswordRules.tsx'
import { TextField } from '../../ui/components/TextField.tsx'
import type { PasswordError } from './new-password.ts'
import { passwordPhrases } from './phrases.ts'

/** A new password with its rules, and its repetition: the same in activation, reset and profile. */
export function NewPasswordFields({ language, errors }: { language: Language; errors: { field: string; message: string }[] }) {
  const t = passwordPhrases(language)
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const common = { type: 'password', autocomplete: 'new-password', value: '', passwordToggle: true, required: true } as const
  return (
    <>
      <TextField {...common} name="password" label={t.new_password} hint={t.new_password_hint} error={errorOf('password')} />
      <PasswordRules field="password" />
      <TextField {...common} name="confirmation" label={t.confirm} error={errorOf('confirmation')} />
    </>
  )
}

/** What is wrong with a new password, in words. */
export function passwordMessage(language: Language, code: PasswordError): string {
  return passwordPhrases(language)[`password_${code}`]
}
