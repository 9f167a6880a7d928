import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { signInPage } from '../../house/page.tsx'
import { PasskeyForm } from '../../second-factor/passkey-form.tsx'
import { confirmationPhrases } from '../phrases.ts'

export interface ConfirmForm {
  /** Where the form was sent to, and is sent again. */
  path: string
  /** Its fields, as they were sent. */
  kept: [string, string][]
  secondFactor: boolean
  passkey: string | null
  error?: 'missing' | 'password' | 'code' | 'passkey' | 'wait' | undefined
}

/** Asks who it is before something risky; the form that was sent travels along. */
export function confirmPage(visit: Visit, form: ConfirmForm) {
  const t = confirmationPhrases(visit.language)
  const error = form.error === 'passkey' ? t.passkey_failed : form.error && t[`error_${form.error}`]
  const ofCode = form.error === 'code'
  const ahead = form.path === '/confirm'
  // The passkey's form brings a token of its own.
  const fields = (token: boolean) => (
    <>
      <input type="hidden" name="_confirm" value="1" />
      {form.kept
        .filter(([name]) => token || name !== '_token')
        .map(([name, value], index) => (
          <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
        ))}
    </>
  )
  return signInPage(visit, {
    title: t.title,
    error: error !== undefined,
    children: (
      <>
        {error && (
          <ErrorSummary
            errors={[{ field: form.error === 'passkey' ? '' : ofCode ? '_confirm_code' : '_confirm_password', message: error }]}
          />
        )}
        <p>{ahead ? t.lead_ahead : t.lead_kept}</p>
        <form method="post" action={href(visit, form.path)} class="form" novalidate>
          {fields(true)}
          {visit.actor.kind !== 'visitor' && (
            <input type="text" name="_confirm_username" value={visit.actor.email} autocomplete="username" readonly hidden />
          )}
          <TextField
            name="_confirm_password"
            label={t.password}
            type="password"
            autocomplete="current-password"
            value=""
            error={error && form.error !== 'passkey' && !ofCode ? error : undefined}
            passwordToggle
            autofocus={error === undefined}
          />
          {form.secondFactor && (
            <TextField
              name="_confirm_code"
              label={t.code}
              hint={t.code_hint}
              autocomplete="one-time-code"
              inputmode="numeric"
              value=""
              maxlength={40}
              error={ofCode ? error : undefined}
            />
          )}
          <Button kind="primary" wide>
            {t.submit}
          </Button>
        </form>
        {form.passkey && (
          <PasskeyForm
            visit={visit}
            path={form.path}
            kind="get"
            options={form.passkey}
            failed={t.passkey_failed}
            answer="_confirm_passkey"
          >
            {fields(false)}
            <Button wide>{t.passkey}</Button>
          </PasskeyForm>
        )}
        <p>
          <a href={href(visit, '/')}>{t.cancel}</a>
        </p>
      </>
    ),
  })
}
