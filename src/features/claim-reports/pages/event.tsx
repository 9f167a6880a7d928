import type { Visit } from '../../../platform/visit.ts'
import { seesSeveralCompanies } from '../../../records/record.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Radios } from '../../../ui/components/Checkbox.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { StepButtons, stepPage } from '../frame.tsx'
import { reportPhrases } from '../phrases.ts'
import { type Draft, type ObjectHit, objectLabel, type PolicyOption } from '../queries.ts'
import { stepPath } from '../stepper.tsx'

type View = Omit<Visit, 'db'>

export interface EventStep {
  draft: Draft
  values: Record<string, string>
  errors: Record<string, string>
  /** What the search found, the chosen one among it; null before a search. */
  hits: ObjectHit[] | null
  policies: PolicyOption[]
}

/** Step 2: when, where, what; the object found by its plate, address or name, and its policy proposed. */
export function eventPage(visit: View, state: EventStep) {
  const t = reportPhrases(visit.language)
  const { draft, values, errors } = state
  const field = (name: 'date' | 'time' | 'place' | 'what') => ({
    name,
    label: t[name],
    value: values[name] ?? '',
    error: errors[name],
  })
  return stepPage(visit, {
    draft,
    step: 'event',
    errors: Object.entries(errors).map(([name, message]) => ({ field: name, message })),
    children: (
      <PostForm visit={visit as Visit} path={stepPath(draft.id, 'event')} class="form" dirty>
        {/* Enter means «Weiter», not the search further down. */}
        <button type="submit" hidden tabindex={-1}>
          {t.next}
        </button>
        <TextField {...field('date')} hint={t.date_hint} size="short" autocomplete="off" required />
        <TextField {...field('time')} hint={t.time_hint} size="short" autocomplete="off" optional />
        <TextField {...field('place')} maxlength={120} autocomplete="off" optional />
        <TextArea {...field('what')} hint={t.what_hint} rows={5} maxlength={5000} required />
        <ObjectField visit={visit} state={state} />
        <SelectField
          name="policy"
          label={t.policy}
          hint={t.policy_hint}
          error={errors.policy}
          options={[
            { value: 'open', label: t.policy_open },
            ...state.policies.map((one) => ({
              value: one.id,
              label: [one.name, one.number, one.insurer, seesSeveralCompanies(visit.actor) ? one.company : '']
                .filter(Boolean)
                .join(' · '),
            })),
          ]}
          value={values.policy || 'open'}
          optional
        />
        <StepButtons visit={visit} />
      </PostForm>
    ),
  })
}

function ObjectField({ visit, state: { values, errors, hits } }: { visit: View; state: EventStep }) {
  const t = reportPhrases(visit.language)
  return (
    <div class="stack" id="objects">
      <TextField
        name="object_query"
        label={t.object_query}
        hint={t.object_hint}
        value={values.object_query ?? ''}
        error={errors.object_query}
        maxlength={120}
        autocomplete="off"
        size="medium"
        optional
      />
      <Button name="find" value="1" icon="search">
        {t.find}
      </Button>
      {hits && hits.length === 0 && values.object_query && (
        <p class="hint" role="status">
          {t.object_not_found}
        </p>
      )}
      {hits && hits.length > 0 && (
        <Radios
          name="object"
          legend={t.object}
          hint={hits.length > 8 ? t.object_more : undefined}
          error={errors.object}
          value={values.object ?? ''}
          options={[
            ...hits.slice(0, 8).map((hit) => ({
              value: hit.id,
              label: objectLabel(hit),
              hint: `${hit.policy_number} · ${hit.insurer}`,
            })),
            { value: '', label: t.object_none },
          ]}
        />
      )}
    </div>
  )
}
