import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import type { Draft, DraftFile } from '../drafts.ts'
import { asksForObject } from '../fields.ts'
import { stepPage } from '../frame.tsx'
import type { Step } from '../kinds.ts'
import { reportPhrases } from '../phrases.ts'
import { seenAll } from '../seen.ts'
import { stepPath } from '../stepper.tsx'
import { rowsOf } from '../words.ts'
import { CallNow } from './asked.tsx'

type View = Omit<Visit, 'db'>

export interface CheckStep {
  draft: Draft
  /** What object and policy are called. */
  object: string | null
  policy: string | null
  files: DraftFile[]
  /** The report says something about somebody's health. */
  health: boolean
  errors: Record<string, string>
  /** Another tab changed something since the page was opened. */
  changed?: boolean
}

/** Step 5: everything once more, each part with its way back; consent where health is concerned. */
export function checkPage(visit: View, { draft, object, policy, files, health, errors, changed }: CheckStep) {
  const t = reportPhrases(visit.language)
  const { data, kind } = draft
  const rows = (step: 'event' | 'people') => rowsOf(visit.language, step, kind, data)
  return stepPage(visit, {
    draft,
    step: 'check',
    lead: t.check_lead,
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    children: (
      <>
        {changed && (
          <Note kind="warn">
            <p>{t.conflict_check}</p>
          </Note>
        )}
        {data.ongoing === 'yes' && <CallNow visit={visit} always />}
        <Part visit={visit} draft={draft} step="kind" rows={[[t.kind, t[kind]]]} />
        <Part
          visit={visit}
          draft={draft}
          step="event"
          rows={[
            ...rows('event'),
            ...(asksForObject(kind) ? [[t.object_query, object] as [string, string | null]] : []),
            [t.policy, policy ?? t.policy_is_open],
          ]}
        />
        <Part visit={visit} draft={draft} step="people" rows={rows('people')} />
        <Part
          visit={visit}
          draft={draft}
          step="files"
          rows={[[t.step_files, files.length > 0 ? files.map((file) => file.file_name).join(', ') : t.files_none]]}
        />
        <PostForm visit={visit as Visit} path={stepPath(draft.id, 'check')} class="form">
          <input type="hidden" name="seen" value={seenAll(draft, files)} />
          {health && <Checkbox name="consent" label={t.consent} hint={t.consent_hint} checked={false} error={errors.consent} />}
          <p class="hint">{t.who_sees}</p>
          <div class="row">
            <Button kind="primary" icon="send">
              {t.send}
            </Button>
            <Button name="later" value="1">
              {t.later}
            </Button>
          </div>
        </PostForm>
      </>
    ),
  })
}

interface PartProps {
  visit: View
  draft: Draft
  step: 'kind' | Step
  rows: [string, string | null][]
}

// What was left empty is named in one line: on a phone a page of dashes hides what was said.
function Part({ visit, draft, step, rows }: PartProps) {
  const t = reportPhrases(visit.language)
  const given = rows.filter(([, value]) => value)
  const empty = rows.filter(([, value]) => !value)
  const change = (
    <a href={href(visit, stepPath(draft.id, step))}>
      {t.change}
      <span class="vh"> – {t[`step_${step}`]}</span>
    </a>
  )
  return (
    <Card id={`part-${step}`} title={t[`step_${step}`]} action={change}>
      <Facts rows={given.map(([label, value]) => [label, <span class="lines">{value}</span>])} />
      {empty.length > 0 && <p class="hint">{t.left_empty(empty.map(([label]) => label).join(', '))}</p>}
    </Card>
  )
}
