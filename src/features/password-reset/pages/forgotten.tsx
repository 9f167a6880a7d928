import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import { signInPhrases } from '../../sign-in/phrases.ts'
import { resetPhrases } from '../phrases.ts'

/** Asks for the user name; `missing` when the form came without one. */
export function forgottenPage(visit: Visit, { missing }: { missing: boolean }) {
  const t = resetPhrases(visit.language)
  const words = signInPhrases(visit.language)
  const error = missing ? words.user_name_missing : undefined
  return signInPage(visit, {
    title: t.forgotten_title,
    error: missing,
    children: (
      <>
        <ErrorSummary errors={error ? [{ field: 'email', message: error }] : []} />
        <p>{t.forgotten_lead}</p>
        <PostForm visit={visit} path="/password/forgotten" class="form">
          <TextField
            name="email"
            label={words.user_name}
            hint={words.user_name_hint}
            type="email"
            autocomplete="username"
            value=""
            error={error}
            maxlength={254}
            required
          />
          <Button kind="primary" wide>
            {t.send}
          </Button>
        </PostForm>
        <Back visit={visit} />
      </>
    ),
  })
}

/** The same answer for every address. */
export function resetSentPage(visit: Visit) {
  const t = resetPhrases(visit.language)
  return signInPage(visit, {
    title: t.sent_title,
    children: (
      <>
        <Note kind="info">
          <p>{t.sent}</p>
        </Note>
        <Back visit={visit} />
      </>
    ),
  })
}

function Back({ visit }: { visit: Visit }) {
  return (
    <p>
      <a href={href(visit, '/PortalLogin')}>{resetPhrases(visit.language).back}</a>
    </p>
  )
}
