import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import { passwordPhrases } from '../../sign-in/phrases.ts'
import { activationPhrases } from '../phrases.ts'
import type { LinkState } from '../queries.ts'

/** The manual's second screen KONTO AKTIVIEREN. */
export function activatedPage(visit: Visit) {
  const t = activationPhrases(visit.language)
  return signInPage(visit, {
    title: t.title,
    children: (
      <>
        <Note kind="ok">
          <p>{t.done}</p>
        </Note>
        <SignInButton visit={visit} />
      </>
    ),
  })
}

/** A link that does not work: what happened, and what to do. */
export function deadLinkPage(visit: Visit, state: Exclude<LinkState, 'good'>) {
  const t = activationPhrases(visit.language)
  return signInPage(visit, {
    title: t[`dead_${state}`],
    children: (
      <>
        <p>{t[`dead_${state}_text`]}</p>
        {state === 'expired' && (
          <PostForm visit={visit} path="/activate/resend" class="form">
            <Button kind="primary" wide>
              {t.resend}
            </Button>
          </PostForm>
        )}
        {state === 'used' && <SignInButton visit={visit} />}
      </>
    ),
  })
}

/** Says the same whatever became of the request. */
export function linkSentPage(visit: Visit) {
  const t = activationPhrases(visit.language)
  return signInPage(visit, {
    title: t.sent_title,
    children: (
      <Note kind="info">
        <p>{t.sent}</p>
      </Note>
    ),
  })
}

function SignInButton({ visit }: { visit: Visit }) {
  return (
    <LinkButton href={href(visit, '/PortalLogin')} kind="primary" wide>
      {passwordPhrases(visit.language).sign_in}
    </LinkButton>
  )
}
