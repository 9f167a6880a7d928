import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import { PasskeyForm } from '../../second-factor/passkey-form.tsx'
import { signInPhrases } from '../phrases.ts'

export interface SignInForm {
  email: string
  returnurl: string
  remember: boolean
  errors: { field: '' | 'email' | 'password'; code: 'refused' | 'user_name_missing' | 'password_missing' | 'passkey_failed' }[]
  signedOut: boolean
  /** The second step was too late, or failed too often. */
  again?: boolean
  /** What a browser is asked for that signs in with a passkey; null where passkeys are not offered. */
  passkey?: string | null
}

/** The manual's screen ANMELDUNG. */
export function signInFormPage(visit: Visit, form: SignInForm) {
  const t = signInPhrases(visit.language)
  const errors = form.errors.map(({ field, code }) => ({ field, message: t[code] }))
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return signInPage(visit, {
    title: t.title,
    error: errors.length > 0,
    children: (
      <>
        {form.signedOut && (
          <Note kind="ok">
            <p>{t.signed_out}</p>
          </Note>
        )}
        {form.again && (
          <Note kind="warn">
            <p>{t.again}</p>
          </Note>
        )}
        <ErrorSummary errors={errors} />
        <p>{t.lead}</p>
        <PostForm visit={visit} path="/PortalLogin" class="form">
          <input type="hidden" name="returnurl" value={form.returnurl} />
          <TextField
            name="email"
            label={t.user_name}
            hint={t.user_name_hint}
            type="email"
            autocomplete={form.passkey ? 'username webauthn' : 'username'}
            value={form.email}
            error={errorOf('email')}
            maxlength={254}
            required
          />
          <TextField
            name="password"
            label={t.password}
            type="password"
            autocomplete="current-password"
            value=""
            error={errorOf('password')}
            passwordToggle
            required
          />
          {visit.brokerage.rememberAllowed && (
            <Checkbox name="remember" label={t.remember} hint={t.remember_hint} checked={form.remember} />
          )}
          <Button kind="primary" wide>
            {t.submit}
          </Button>
        </PostForm>
        {form.passkey && (
          <PasskeyForm
            visit={visit}
            path="/PortalLogin/passkey"
            kind="get"
            options={form.passkey}
            failed={t.passkey_failed}
            offer
          >
            <input type="hidden" name="returnurl" value={form.returnurl} />
            <Button wide>{t.passkey}</Button>
          </PasskeyForm>
        )}
        <p>
          <a href={href(visit, '/password/forgotten')}>{t.forgotten}</a>
        </p>
        <p class="hint">
          <a href={href(visit, '/terms')}>{t.terms}</a>
        </p>
      </>
    ),
  })
}
