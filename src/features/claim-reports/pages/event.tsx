import { href, type Visit } from '../../../platform/visit.ts'
import { seesSeveralCompanies } from '../../../records/record.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Radios } from '../../../ui/components/Checkbox.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import type { Draft } from '../drafts.ts'
import { askedIn, asksForObject } from '../fields.ts'
import { type Conflict, StepForm, stepPage } from '../frame.tsx'
import { mostObjects, type ObjectHit, objectLabel, type PolicyOption } from '../objects.ts'
import { reportPhrases } from '../phrases.ts'
import { stepPath } from '../stepper.tsx'
import { AskedFields } from './asked.tsx'

type View = Omit<Visit, 'db'>

export interface EventStep {
  draft: Draft
  values: Record<string, string>
  errors: Record<string, string>
  conflict?: Conflict | null
  /** Sent back here because something is missing. */
  incomplete?: boolean
  /** What the search found, the chosen one among it; null where nothing is searched yet. */
  hits: ObjectHit[] | null
  policies: PolicyOption[]
  /** The policy that goes with the object, or the only one there is. */
  proposed: PolicyOption | null
}

/** Step 2: when, where, what; the object found by its plate, address or name, and its policy proposed. */
export function eventPage(visit: View, state: EventStep) {
  const { draft, values, errors, conflict, incomplete } = state
  return stepPage(visit, {
    draft,
    step: 'event',
    conflict,
    incomplete,
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    children: (
      <StepForm visit={visit} draft={draft} step="event">
        <AskedFields visit={visit} kind={draft.kind} asked={askedIn('event', draft.kind)} values={values} errors={errors} />
        {asksForObject(draft.kind) ? <ObjectAndPolicy visit={visit} state={state} /> : <Policy visit={visit} state={state} />}
      </StepForm>
    ),
  })
}

interface Part {
  visit: View
  state: EventStep
}

// With script, typing and choosing ask the server for what fits (`data-lookup`); without it, the button does, and keeps what was typed.
function ObjectAndPolicy({ visit, state }: Part) {
  const t = reportPhrases(visit.language)
  const { draft, values, errors } = state
  return (
    <div class="fields" data-lookup={href(visit, stepPath(draft.id, 'event'))}>
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
      <Button name="find" value="1" icon="search" noScriptOnly>
        {t.find}
      </Button>
      <div class="fields" id="objects" data-region>
        <Hits visit={visit} state={state} />
        <Policy visit={visit} state={state} />
      </div>
    </div>
  )
}

function Hits({ visit, state: { hits, values, errors } }: Part) {
  const t = reportPhrases(visit.language)
  if (!hits) return null
  if (hits.length === 0)
    return values.object_query ? (
      <p class="hint" data-say>
        {t.object_not_found}
      </p>
    ) : null
  const shown = hits.slice(0, mostObjects)
  return (
    <>
      <p class="vh" data-say>
        {t.objects_found(shown.length)}
      </p>
      <Radios
        name="object"
        legend={t.object}
        hint={hits.length > mostObjects ? t.object_more : undefined}
        error={errors.object}
        value={values.object ?? ''}
        options={[
          ...shown.map((hit) => ({ value: hit.id, label: objectLabel(hit), hint: `${hit.policy_number} · ${hit.insurer}` })),
          { value: '', label: t.object_none },
        ]}
      />
    </>
  )
}

function Policy({ visit, state: { draft, values, errors, policies, proposed } }: Part) {
  const t = reportPhrases(visit.language)
  const name = (one: PolicyOption) =>
    [one.name, one.number, one.insurer, seesSeveralCompanies(visit.actor) && one.company].filter(Boolean).join(' · ')
  const automatic = asksForObject(draft.kind) ? t.policy_of_object : t.policy_undecided
  return (
    <SelectField
      name="policy"
      label={t.policy}
      hint={t.policy_hint}
      error={errors.policy}
      options={[
        { value: '', label: proposed ? t.policy_proposed(name(proposed)) : automatic },
        { value: 'open', label: t.policy_open },
        ...policies.map((one) => ({ value: one.id, label: name(one) })),
      ]}
      value={values.policy ?? ''}
      optional
    />
  )
}
