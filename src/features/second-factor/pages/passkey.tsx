import type { Customer, Staff } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { factorFrame } from '../frame.tsx'
import { PasskeyForm } from '../passkey-form.tsx'
import { secondFactorPhrases } from '../phrases.ts'

export interface PasskeySetUp {
  person: Customer | Staff
  name: string
  options: string
  returnurl: string
  error?: 'refused' | 'many' | 'name_missing' | undefined
}

/** Making a passkey on this device, or on a key or telephone near it. */
export function passkeyPage(visit: Visit, form: PasskeySetUp) {
  const t = secondFactorPhrases(visit.language)
  const error = form.error && t[`passkey_${form.error}`]
  const ofName = form.error === 'name_missing'
  return factorFrame(visit, {
    title: t.passkey_title,
    error: error !== undefined,
    children: (
      <div class="stack">
        {form.person.factorDue && (
          <Note kind="info" announce={false}>
            <p>{form.person.kind === 'staff' ? t.due_staff : t.due}</p>
          </Note>
        )}
        {error && <ErrorSummary errors={[{ field: ofName ? 'name' : '', message: error }]} />}
        <p>{t.passkey_lead}</p>
        <p class="nojs">{t.passkey_no_script}</p>
        <PasskeyForm
          visit={visit}
          path="/profile/second-factor/passkey"
          kind="create"
          options={form.options}
          failed={t.passkey_failed}
        >
          <input type="hidden" name="returnurl" value={form.returnurl} />
          <TextField
            name="name"
            label={t.passkey_name}
            hint={t.passkey_name_hint}
            value={form.name}
            error={ofName ? error : undefined}
            maxlength={60}
            autocomplete="off"
            required
          />
          <div class="row">
            <Button kind="primary">{t.passkey_submit}</Button>
            {!form.person.factorDue && <a href={href(visit, '/profile/security')}>{t.cancel}</a>}
          </div>
        </PasskeyForm>
        <p>
          <a href={href(visit, `/profile/second-factor/app?returnurl=${encodeURIComponent(form.returnurl)}`)}>{t.rather_app}</a>
        </p>
        {form.person.factorDue && (
          <PostForm visit={visit} path="/sign-out">
            <Button kind="quiet">{t.sign_out}</Button>
          </PostForm>
        )}
      </div>
    ),
  })
}
