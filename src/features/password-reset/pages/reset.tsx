import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import type { PasswordError } from '../../sign-in/new-password.ts'
import { NewPasswordFields, passwordMessage } from '../../sign-in/new-password-fields.tsx'
import { passwordPhrases } from '../../sign-in/phrases.ts'
import { resetPhrases } from '../phrases.ts'
import type { LinkState } from '../queries.ts'

export interface ResetForm {
  name: string
  email: string
  /** Staff come here with a set-up link before they have any password. */
  first: boolean
  errors: { field: string; code: PasswordError }[]
}

/** The page behind the mailed link: a new password and its repetition. */
export function resetPage(visit: Visit, form: ResetForm) {
  const t = resetPhrases(visit.language)
  const errors = form.errors.map(({ field, code }) => ({ field, message: passwordMessage(visit.language, code) }))
  return signInPage(visit, {
    title: form.first ? t.first_title : t.title,
    error: errors.length > 0,
    children: (
      <>
        <ErrorSummary errors={errors} />
        <p>{t.greeting(form.name)}</p>
        <PostForm visit={visit} path="/password/reset" class="form">
          {/* Tells the password manager whose password this will be. */}
          <input type="text" name="username" value={form.email} autocomplete="username" readonly hidden />
          <NewPasswordFields language={visit.language} errors={errors} />
          <Button kind="primary" wide>
            {t.submit}
          </Button>
        </PostForm>
      </>
    ),
  })
}

/** Saved; now sign in with it. */
export function resetDonePage(visit: Visit) {
  const t = resetPhrases(visit.language)
  return signInPage(visit, {
    title: t.title,
    children: (
      <>
        <Note kind="ok">
          <p>{t.done}</p>
        </Note>
        <LinkButton href={href(visit, '/PortalLogin')} kind="primary" wide>
          {passwordPhrases(visit.language).sign_in}
        </LinkButton>
      </>
    ),
  })
}

/** A reset link that does not work any more, and the way to a new one. */
export function deadResetPage(visit: Visit, state: Exclude<LinkState, 'good'>) {
  const t = resetPhrases(visit.language)
  return signInPage(visit, {
    title: t[`dead_${state}`],
    children: (
      <>
        <p>{t.dead_text}</p>
        <LinkButton href={href(visit, '/password/forgotten')} kind="primary" wide>
          {t.ask_again}
        </LinkButton>
      </>
    ),
  })
}
