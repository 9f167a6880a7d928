import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { PostForm } from '../../house/form.tsx'
import { stepPage } from '../frame.tsx'
import { peopleOf, type Step } from '../kinds.ts'
import { reportPhrases } from '../phrases.ts'
import type { Draft, DraftFile } from '../queries.ts'
import { stepPath } from '../stepper.tsx'

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
}

/** Step 5: everything once more, each part with its way back; consent where health is concerned. */
export function checkPage(visit: View, { draft, object, policy, files, health, errors }: CheckStep) {
  const t = reportPhrases(visit.language)
  const { data, kind } = draft
  return stepPage(visit, {
    draft,
    step: 'check',
    lead: t.check_lead,
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    children: (
      <>
        <Part visit={visit} draft={draft} step="kind" rows={[[t.kind, t[kind]]]} />
        <Part
          visit={visit}
          draft={draft}
          step="event"
          rows={[
            [t.date, data.date],
            [t.time, data.time],
            [t.place, data.place],
            [t.what, data.what && <span class="lines">{data.what}</span>],
            [t.object_query, object],
            [t.policy, policy ?? t.policy_is_open],
          ]}
        />
        <Part visit={visit} draft={draft} step="people" rows={peopleOf[kind].map(({ name }) => [t[name], data[name]])} />
        <Part
          visit={visit}
          draft={draft}
          step="files"
          rows={[[t.step_files, files.length > 0 ? files.map((file) => file.file_name).join(', ') : t.files_none]]}
        />
        <PostForm visit={visit as Visit} path={stepPath(draft.id, 'check')} class="form">
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
  rows: [string, ComponentChildren][]
}

function Part({ visit, draft, step, rows }: PartProps) {
  const t = reportPhrases(visit.language)
  const change = (
    <a href={href(visit, stepPath(draft.id, step))}>
      {t.change}
      <span class="vh"> – {t[`step_${step}`]}</span>
    </a>
  )
  return (
    <Card id={`part-${step}`} title={t[`step_${step}`]} action={change}>
      <Facts rows={rows} />
    </Card>
  )
}
