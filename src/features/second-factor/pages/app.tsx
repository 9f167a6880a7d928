import type { Customer, Staff } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { factorFrame } from '../frame.tsx'
import { secondFactorPhrases } from '../phrases.ts'
import { QrCode } from '../qr-code.tsx'

export interface AppForm {
  person: Customer | Staff
  /** The secret as the form carries it. */
  sealed: string
  secret: string
  /** What the QR code says. */
  address: string
  returnurl: string
  /** Passkeys can be made at this address too. */
  passkeys: boolean
  error?: 'missing' | 'wrong' | 'too_late'
}

/** Setting up an authenticator app: the QR code, the secret as text, and the first code as proof. */
export function appPage(visit: Visit, form: AppForm) {
  const t = secondFactorPhrases(visit.language)
  const error = form.error && t[`app_${form.error}`]
  return factorFrame(visit, {
    title: t.app_title,
    error: error !== undefined,
    children: (
      <div class="stack">
        {form.person.factorDue && (
          <Note kind="info" announce={false}>
            <p>{form.person.kind === 'staff' ? t.due_staff : t.due}</p>
          </Note>
        )}
        {error && <ErrorSummary errors={[{ field: 'code', message: error }]} />}
        <ol class="stack">
          <li>{t.app_step_install}</li>
          <li>
            {t.app_step_scan}
            <QrCode text={form.address} label={t.qr_label} />
            <p class="hint">{t.secret_text}</p>
            <p class="row">
              <code>{form.secret.match(/.{4}/g)!.join(' ')}</code>
              <CopyButton text={form.secret} />
            </p>
          </li>
          <li>{t.app_step_code}</li>
        </ol>
        <PostForm visit={visit} path="/profile/second-factor/app" class="form">
          <input type="hidden" name="setup" value={form.sealed} />
          <input type="hidden" name="returnurl" value={form.returnurl} />
          <TextField
            name="code"
            label={t.code}
            hint={t.code_hint}
            autocomplete="one-time-code"
            inputmode="numeric"
            value=""
            error={error}
            maxlength={12}
            size="medium"
            required
          />
          <div class="row">
            <Button kind="primary">{t.app_submit}</Button>
            {!form.person.factorDue && <a href={href(visit, '/profile/security')}>{t.cancel}</a>}
          </div>
        </PostForm>
        {form.passkeys && (
          <p class="js-only">
            <a href={href(visit, `/profile/second-factor/passkey?returnurl=${encodeURIComponent(form.returnurl)}`)}>
              {t.rather_passkey}
            </a>
          </p>
        )}
        {form.person.factorDue && (
          <PostForm visit={visit} path="/sign-out">
            <Button kind="quiet">{t.sign_out}</Button>
          </PostForm>
        )}
      </div>
    ),
  })
}
