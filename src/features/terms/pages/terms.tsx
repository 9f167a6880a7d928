import { htmlLanguages } from '../../../platform/language.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { PostForm } from '../../house/form.tsx'
import { signInPage } from '../../house/page.tsx'
import { termsPhrases } from '../phrases.ts'
import type { Terms } from '../queries.ts'

/** The current terms for everybody, also to print; null where the brokerage has published none. */
export function termsPage(visit: Visit, terms: Terms | null) {
  const t = termsPhrases(visit.language)
  return signInPage(visit, {
    title: t.title,
    children: (
      <>
        {terms ? <TermsText visit={visit} terms={terms} /> : <p>{t.none}</p>}
        <p>
          <a href={href(visit, '/')}>{t.back}</a>
        </p>
      </>
    ),
  })
}

/** A newer version that waits to be accepted, before anything else after the sign-in. */
export function acceptTermsPage(
  visit: Visit,
  { terms, returnurl, missing }: { terms: Terms; returnurl: string; missing: boolean },
) {
  const t = termsPhrases(visit.language)
  const error = missing ? t.accept_required : undefined
  return signInPage(visit, {
    title: t.accept_title,
    error: missing,
    children: (
      <>
        <ErrorSummary errors={error ? [{ field: 'terms', message: error }] : []} />
        <p>{t.accept_lead}</p>
        <TermsText visit={visit} terms={terms} />
        <PostForm visit={visit} path="/terms/accept" class="form">
          <input type="hidden" name="returnurl" value={returnurl} />
          <input type="hidden" name="terms_version" value={terms.version} />
          <Checkbox name="terms" label={t.accept(terms.version)} checked={false} error={error} required />
          <Button kind="primary" wide>
            {t.submit}
          </Button>
        </PostForm>
        <PostForm visit={visit} path="/sign-out" class="form">
          <Button wide>{t.leave}</Button>
        </PostForm>
      </>
    ),
  })
}

function TermsText({ visit, terms }: { visit: Visit; terms: Terms }) {
  const t = termsPhrases(visit.language)
  const paragraphs = terms.body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <>
      <p class="hint">{t.version(terms.version)}</p>
      {terms.language !== visit.language && <p class="hint">{t.other_language}</p>}
      <div class="terms stack" lang={htmlLanguages[terms.language]}>
        <h2>{terms.title}</h2>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </>
  )
}
