import type { Visit } from '../../../platform/visit.ts'
import type { Draft } from '../drafts.ts'
import { askedIn } from '../fields.ts'
import { type Conflict, StepForm, stepPage } from '../frame.tsx'
import { healthKinds } from '../kinds.ts'
import { reportPhrases } from '../phrases.ts'
import { AskedFields } from './asked.tsx'

export interface PeopleStep {
  draft: Draft
  values: Record<string, string>
  errors: Record<string, string>
  conflict?: Conflict | null
  /** Sent back here because something is missing. */
  incomplete?: boolean
}

/** Step 3: who and what is concerned; each kind asks what its insurer will ask first. */
export function peoplePage(visit: Omit<Visit, 'db'>, { draft, values, errors, conflict, incomplete }: PeopleStep) {
  const t = reportPhrases(visit.language)
  return stepPage(visit, {
    draft,
    step: 'people',
    conflict,
    incomplete,
    ...(healthKinds.includes(draft.kind) && { lead: t.health_lead }),
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    children: (
      <StepForm visit={visit} draft={draft} step="people">
        <AskedFields visit={visit} kind={draft.kind} asked={askedIn('people', draft.kind)} values={values} errors={errors} />
      </StepForm>
    ),
  })
}
