import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import { NewPasswordFields, passwordMessage } from '../../sign-in/new-password-fields.tsx'
import type { ActivationError } from '../input.ts'
import { activationPhrases } from '../phrases.ts'

export interface ActivationForm {
  name: string
  /** The user name from now on. */
  email: string
  companyName: string
  /** The person has a password from another company: only the temporary one is asked for. */
  hasPassword: boolean
  /** null where the brokerage has published no terms. */
  termsVersion: number | null
  accepted: boolean
  errors: ActivationError[]
}

/** The manual's screen KONTO AKTIVIEREN, its fields in the manual's order. */
export function activatePage(visit: Visit, form: ActivationForm) {
  const t = activationPhrases(visit.language)
  const errors = form.errors.map((error) => ({ field: error.field, message: messageOf(visit, error) }))
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return signInPage(visit, {
    title: t.title,
    error: errors.length > 0,
    children: (
      <>
        <ErrorSummary errors={errors} />
        <p>
          <strong>{t.greeting(form.name)}</strong>
        </p>
        <p>{form.hasPassword ? t.lead_known(form.companyName) : t.lead}</p>
        <PostForm visit={visit} path="/activate" class="form">
          {/* Tells the password manager whose password this will be. */}
          <input type="text" name="username" value={form.email} autocomplete="username" readonly hidden />
          <TextField
            name="temporary"
            label={t.temporary}
            hint={t.temporary_hint}
            type="password"
            autocomplete="one-time-code"
            value=""
            error={errorOf('temporary')}
            passwordToggle
            required
          />
          {!form.hasPassword && <NewPasswordFields language={visit.language} errors={errors} />}
          {form.termsVersion !== null && (
            <>
              <input type="hidden" name="terms_version" value={form.termsVersion} />
              <Checkbox
                name="terms"
                label={
                  <>
                    {t.terms_before}
                    <a href={href(visit, '/terms')} target="_blank" rel="noopener">
                      {t.terms_link(form.termsVersion)}
                    </a>
                  </>
                }
                checked={form.accepted}
                error={errorOf('terms')}
                required
              />
            </>
          )}
          <Button kind="primary" wide>
            {t.submit}
          </Button>
        </PostForm>
      </>
    ),
  })
}

function messageOf(visit: Visit, { code }: ActivationError): string {
  const t = activationPhrases(visit.language)
  switch (code) {
    case 'temporary_required':
    case 'temporary_wrong':
    case 'terms_required':
    case 'terms_newer':
      return t[code]
    default:
      return passwordMessage(visit.language, code)
  }
}
