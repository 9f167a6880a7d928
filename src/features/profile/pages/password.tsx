import type { Customer, Staff } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import type { PasswordError } from '../../sign-in/new-password.ts'
import { NewPasswordFields, passwordMessage } from '../../sign-in/new-password-fields.tsx'
import { profileFrame } from '../frame.tsx'
import { profilePhrases } from '../phrases.ts'

export type ChangeError =
  | { field: 'password' | 'confirmation'; code: PasswordError }
  | { field: 'present'; code: 'missing' | 'wrong' | 'wait' }

interface Change {
  person: Customer | Staff
  errors?: ChangeError[]
}

/** A new password against the present one. What was typed never comes back. */
export function passwordPage(visit: Omit<Visit, 'db'>, { person, errors = [] }: Change) {
  const t = profilePhrases(visit.language)
  const messages = errors.map((error) => ({
    field: error.field,
    message: error.field === 'present' ? t[`present_${error.code}`] : passwordMessage(visit.language, error.code),
  }))
  return profileFrame(visit, {
    section: 'security',
    title: t.change_password,
    lead: t.change_password_lead,
    error: errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={messages} />
        <Card title={t.password} id="password">
          <PostForm visit={visit as Visit} path="/profile/password" class="form">
            {/* Tells the password manager whose password this is. */}
            <input type="text" name="username" value={person.email} autocomplete="username" readonly hidden />
            <TextField
              name="present"
              label={t.present}
              type="password"
              value=""
              autocomplete="current-password"
              error={messages.find(({ field }) => field === 'present')?.message}
              passwordToggle
              required
            />
            <NewPasswordFields language={visit.language} errors={messages} />
            <div class="row">
              <Button kind="primary">{t.change_password}</Button>
              <LinkButton href={href(visit, '/profile/security')}>{t.cancel}</LinkButton>
            </div>
          </PostForm>
        </Card>
      </div>
    ),
  })
}
