import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { factorFrame } from '../frame.tsx'
import { secondFactorPhrases } from '../phrases.ts'

/** The ten recovery codes, shown this once: to print, to save, to write down. */
export function codesPage(visit: Omit<Visit, 'db'>, { codes, returnurl }: { codes: string[]; returnurl: string }) {
  const t = secondFactorPhrases(visit.language)
  return factorFrame(visit, {
    title: t.codes_title,
    children: (
      <div class="stack">
        <p>{t.codes_lead}</p>
        <ul class="plain-list">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Note kind="warn" announce={false}>
          <p>{t.codes_once}</p>
        </Note>
        <div class="row">
          <LinkButton href={href(visit, '/profile/second-factor/codes.txt')} icon="download" download>
            {t.codes_download}
          </LinkButton>
          <button type="button" class="button plain js-only" data-print>
            <span>{t.codes_print}</span>
          </button>
        </div>
        <PostForm visit={visit as Visit} path="/profile/second-factor/codes/kept">
          <input type="hidden" name="returnurl" value={returnurl} />
          <Button kind="primary">{t.codes_kept}</Button>
        </PostForm>
      </div>
    ),
  })
}
