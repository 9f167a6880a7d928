import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import { PasskeyForm } from '../../second-factor/passkey-form.tsx'
import { secondStepPhrases } from '../second-step-phrases.ts'

export interface SecondStepForm {
  returnurl: string
  /** A code of the app, or one of the recovery codes. */
  recovery: boolean
  app: boolean
  stays: boolean
  /** What the browser is asked for to use one of the person's passkeys. */
  passkey?: string | null
  error?: 'missing' | 'wrong' | 'wrong_recovery' | 'passkey_failed' | 'wait' | undefined
  /** In the demonstration: what the app would show. */
  demonstration?: string | null
}

/** After the right password: the code of the app, or a recovery code. */
export function secondStepPage(visit: Visit, form: SecondStepForm) {
  const t = secondStepPhrases(visit.language)
  const error = form.error && t[form.error]
  const other = (recovery: boolean) =>
    href(visit, `/second-step?${recovery ? 'with=recovery&' : ''}returnurl=${encodeURIComponent(form.returnurl)}`)
  const typed = form.recovery || form.app
  return signInPage(visit, {
    title: t.title,
    error: error !== undefined,
    children: (
      <>
        {error && <ErrorSummary errors={[{ field: form.error === 'passkey_failed' ? '' : 'code', message: error }]} />}
        <p>{form.recovery ? t.lead_recovery : form.app ? t.lead_app : t.lead_passkey}</p>
        {form.demonstration && !form.recovery && (
          <Note kind="info" title={t.demonstration} announce={false}>
            <p>{t.demonstration_text(form.demonstration)}</p>
          </Note>
        )}
        {typed && (
          <PostForm visit={visit} path="/second-step" class="form">
            <input type="hidden" name="returnurl" value={form.returnurl} />
            <input type="hidden" name="with" value={form.recovery ? 'recovery' : 'app'} />
            <TextField
              name="code"
              label={form.recovery ? t.recovery_code : t.code}
              hint={form.recovery ? t.recovery_hint : t.code_hint}
              autocomplete={form.recovery ? 'off' : 'one-time-code'}
              inputmode={form.recovery ? 'text' : 'numeric'}
              value={form.recovery ? '' : (form.demonstration ?? '')}
              error={form.error === 'passkey_failed' ? undefined : error}
              maxlength={40}
              spellcheck={false}
              required
              autofocus={error === undefined}
            />
            <Button kind="primary" wide>
              {t.submit}
            </Button>
          </PostForm>
        )}
        {form.passkey && !form.recovery && (
          <PasskeyForm visit={visit} path="/second-step/passkey" kind="get" options={form.passkey} failed={t.passkey_failed}>
            <input type="hidden" name="returnurl" value={form.returnurl} />
            <Button kind={form.app ? 'plain' : 'primary'} wide>
              {t.use_passkey}
            </Button>
          </PasskeyForm>
        )}
        {form.stays && <p class="hint">{t.brief}</p>}
        <p>
          <a href={other(!form.recovery)}>{form.recovery ? t.use_app : t.use_recovery}</a>
        </p>
        {form.recovery && <p class="hint">{t.lost_all}</p>}
        <p class="hint">
          <a href={href(visit, '/PortalLogin')}>{t.start_over}</a>
        </p>
      </>
    ),
  })
}
