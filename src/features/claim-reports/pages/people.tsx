import type { Visit } from '../../../platform/visit.ts'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { PostForm } from '../../house/form.tsx'
import { StepButtons, stepPage } from '../frame.tsx'
import { peopleOf } from '../kinds.ts'
import { reportPhrases } from '../phrases.ts'
import type { Draft } from '../queries.ts'
import { stepPath } from '../stepper.tsx'

export interface PeopleStep {
  draft: Draft
  values: Record<string, string>
  errors: Record<string, string>
}

/** Step 3: who is concerned; each kind asks for its own few fields. */
export function peoplePage(visit: Omit<Visit, 'db'>, { draft, values, errors }: PeopleStep) {
  const t = reportPhrases(visit.language)
  const hints: Record<string, string> = {
    incapacity: t.incapacity_hint,
    counterparty: t.counterparty_hint,
    police: t.police_hint,
  }
  return stepPage(visit, {
    draft,
    step: 'people',
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    children: (
      <PostForm visit={visit as Visit} path={stepPath(draft.id, 'people')} class="form" dirty>
        {peopleOf[draft.kind].map(({ name, required }) => (
          <TextArea
            key={name}
            name={name}
            label={t[name]}
            hint={hints[name]}
            value={values[name] ?? ''}
            error={errors[name]}
            rows={2}
            maxlength={500}
            required={required}
            optional={!required}
          />
        ))}
        <StepButtons visit={visit} />
      </PostForm>
    ),
  })
}
