import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { policyPhrases } from '../../policies/phrases.ts'
import type { EventField, EventValues } from '../event-replies.ts'
import { windowPhrases } from '../window-phrases.ts'
import type { WindowKind } from '../windows.ts'

interface Form {
  id: string
  /** What means something under the law of the policy. */
  kinds: WindowKind[]
  values: EventValues
  errors: Partial<Record<EventField, string>>
}

/** «Ereignis erfassen»: what opens a window to end this contract. */
export function eventPage(visit: Omit<Visit, 'db'>, policy: { id: string; number: string }, { id, kinds, values, errors }: Form) {
  const t = windowPhrases(visit.language)
  const all = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const back = `/policies/${policy.id}`
  return portalPage(visit, {
    title: t.title,
    area: 'policies',
    crumbs: [
      { label: visit.brokerage.number },
      { label: policyPhrases(visit.language).title, href: href(visit, '/policies') },
      { label: policy.number, href: href(visit, back) },
      { label: t.title },
    ],
    lead: t.lead(policy.number),
    error: all.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={all} />
        <PostForm visit={visit as Visit} path={`${back}/events/new`} class="form">
          <input type="hidden" name="_id" value={id} />
          <SelectField
            name="kind"
            label={t.kind}
            value={values.kind}
            error={errors.kind}
            options={[
              ...(kinds.length > 1 ? [{ value: '', label: '–' }] : []),
              ...kinds.map((kind) => ({ value: kind, label: t[`kind_${kind}`] })),
            ]}
            required
          />
          <DateField
            name="happened_on"
            label={t.happened_on}
            hint={t.happened_hint}
            value={values.happened_on}
            error={errors.happened_on}
            required
          />
          <DateField
            name="effective_on"
            label={t.effective_on}
            hint={t.effective_hint}
            value={values.effective_on}
            error={errors.effective_on}
            optional
          />
          <DateField
            name="agreed_day"
            label={t.agreed_day}
            hint={t.agreed_hint}
            value={values.agreed_day}
            error={errors.agreed_day}
            optional
          />
          <TextField
            name="note"
            label={t.note}
            hint={t.note_hint}
            value={values.note}
            error={errors.note}
            maxlength={200}
            optional
          />
          <div class="row">
            <Button kind="primary" icon="check">
              {t.submit}
            </Button>
            <LinkButton href={href(visit, back)}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}
