import { shortDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Checkbox } from '../../ui/components/Checkbox.tsx'
import { SelectField } from '../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../ui/components/TextField.tsx'
import { PostForm } from '../house/form.tsx'
import { categories } from './categories.ts'
import { requestPhrases } from './phrases.ts'
import type { Handler, ServiceRequest } from './queries.ts'
import { settableStates } from './states.ts'

type View = Omit<Visit, 'db'>

/** What staff filled in and was refused, with what is wrong. */
export interface Refused {
  values: Record<string, string>
  errors: Record<string, string>
}

interface Props {
  visit: View
  request: ServiceRequest
  handlers: Handler[]
  refused: Refused | null
}

/** For the broker's people: how far it is, who works on it, what comes next. */
export function HandlingCard({ visit, request, handlers, refused }: Props) {
  const t = requestPhrases(visit.language)
  const { values, errors } = refused ?? { values: valuesOf(request, visit), errors: {} as Record<string, string> }
  return (
    <Card id="handling" title={t.handling}>
      <PostForm visit={visit as Visit} path={`/requests/${request.id}/state`} class="form" dirty>
        <input type="hidden" name="version" value={request.version} />
        <StateChoice visit={visit} name="state" label={t.state} hint={t.set_state_hint} value={values.state ?? ''} />
        <SelectField
          name="handler"
          label={t.handler}
          options={[{ value: '', label: t.handler_none }, ...handlers.map(({ id, name }) => ({ value: id, label: name }))]}
          value={values.handler ?? ''}
        />
        <TextField
          name="next_step"
          label={t.next_step}
          hint={t.next_step_hint}
          value={values.next_step ?? ''}
          error={errors.next_step}
          maxlength={200}
          optional
        />
        <DateField name="next_on" label={t.next_on} value={values.next_on ?? ''} error={errors.next_on} optional />
        <Checkbox name="urgent" label={t.urgent} checked={values.urgent === 'on'} />
        {categories[request.category].noCover && (
          <Checkbox
            name="cover_confirmed"
            label={t.confirm_cover}
            hint={t.confirm_cover_hint}
            checked={values.cover_confirmed === 'on'}
          />
        )}
        <div class="row">
          <Button>{t.save}</Button>
        </div>
      </PostForm>
    </Card>
  )
}

interface ChoiceProps {
  visit: Pick<Visit, 'language'>
  name: string
  label: string
  hint?: string
  value: string
  /** What stands first where the state may stay as it is. */
  keep?: string
}

/** The states that staff set. */
export function StateChoice({ visit, name, label, hint, value, keep }: ChoiceProps) {
  const t = requestPhrases(visit.language)
  const states = settableStates.map((state) => ({ value: state as string, label: t[state] }))
  return (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      options={keep === undefined ? states : [{ value: '', label: keep }, ...states]}
      value={value}
      size="medium"
    />
  )
}

// Nobody works on it yet: whoever fills this in proposes to.
function valuesOf(request: ServiceRequest, { actor }: View): Record<string, string> {
  return {
    state: request.state,
    handler: request.handler_staff_id ?? (actor.kind === 'staff' && request.state === 'new' ? actor.id : ''),
    next_step: request.next_step ?? '',
    next_on: shortDate(request.next_on),
    urgent: request.urgent ? 'on' : '',
    cover_confirmed: request.cover_confirmed_at ? 'on' : '',
  }
}
