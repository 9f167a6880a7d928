import { dateTime } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { PostForm } from '../house/form.tsx'
import type { Draft } from './drafts.ts'
import { reportPhrases } from './phrases.ts'
import { stepPath } from './stepper.tsx'

type View = Omit<Visit, 'db'>

/** «Angefangene Meldungen»: where the person goes on, or throws one away. */
export function DraftsCard({ visit, drafts }: { visit: View; drafts: Draft[] }) {
  const t = reportPhrases(visit.language)
  return (
    <Card id="drafts" title={t.drafts}>
      <ul class="plain-list stack">
        {drafts.map((draft) => (
          <li key={draft.id} class="draft">
            <div>
              <a href={href(visit, stepPath(draft.id, draft.step))}>
                {t.resume}: {[t[draft.kind], draft.data.date, draft.data.place].filter(Boolean).join(', ')}
              </a>
              <p class="small muted">{t.draft_saved(dateTime(draft.saved_at))}</p>
            </div>
            <PostForm visit={visit as Visit} path={`/claims/new/${draft.id}/discard`}>
              <Button kind="quiet" icon="trash-2">
                {t.discard}
                <span class="vh">
                  {' '}
                  {t[draft.kind]}, {dateTime(draft.saved_at)}
                </span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}
