import { showPhone } from '../../../platform/phone.ts'
import type { Visit } from '../../../platform/visit.ts'
import { Radios } from '../../../ui/components/Checkbox.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { fieldPhrases } from '../field-phrases.ts'
import { type Asked, type FieldName, fields, optionsOf } from '../fields.ts'
import type { ClaimKind } from '../kinds.ts'
import { reportPhrases } from '../phrases.ts'
import { hintOf, labelOf, optionName } from '../words.ts'

type View = Omit<Visit, 'db'>

interface Props {
  visit: View
  kind: ClaimKind
  asked: Asked[]
  values: Record<string, string>
  errors: Record<string, string>
}

/** The fields of a step, in their order; what only concerns those who said yes shows itself then. */
export function AskedFields({ visit, kind, asked, values, errors }: Props) {
  return (
    <>
      {asked.map(({ name, required }) => {
        const control = <Control {...{ visit, kind, name, required, value: values[name] ?? '', error: errors[name] }} />
        if (name === 'ongoing') return [control, <CallNow visit={visit} />]
        const waits = name === 'police' && !values.police && values.police_called !== 'yes'
        return waits ? <div class="if-yes">{control}</div> : control
      })}
    </>
  )
}

interface ControlProps {
  visit: View
  kind: ClaimKind
  name: FieldName
  required?: boolean | undefined
  value: string
  error: string | undefined
}

function Control({ visit: { language }, kind, name, required, value, error }: ControlProps) {
  const { type, most } = fields[name]
  const frame = {
    name,
    label: labelOf(language, kind, name),
    hint: hintOf(language, kind, name),
    value,
    error,
    optional: !required,
  }
  if (name === 'cause') {
    const options = optionsOf(name, kind).map((option) => ({ value: option, label: optionName(language, name, option) }))
    return (
      <SelectField {...frame} options={[{ value: '', label: fieldPhrases(language).cause_none }, ...options]} size="medium" />
    )
  }
  if (type === 'choice') {
    const options = optionsOf(name, kind).map((option) => ({ value: option, label: optionName(language, name, option) }))
    return <Radios {...frame} legend={frame.label} options={options} />
  }
  if (type === 'text') return <TextArea {...frame} rows={name === 'what' ? 5 : 2} maxlength={most} required={required} />
  const short = type !== 'line'
  const numeric = type === 'percent' || type === 'amount'
  return (
    <TextField
      {...frame}
      hint={frame.hint ?? (type === 'day' ? fieldPhrases(language).date_hint : undefined)}
      maxlength={most}
      size={short ? 'short' : undefined}
      inputmode={numeric ? 'decimal' : undefined}
      autocomplete="off"
      required={required}
    />
  )
}

/** An attack that goes on is nothing to write about first. */
export function CallNow({ visit, always }: { visit: View; always?: boolean }) {
  const t = reportPhrases(visit.language)
  const phone = visit.accountManager?.phone ?? visit.brokerage.phone
  return (
    <div class={always ? undefined : 'if-yes'}>
      <Note kind="bad" title={t.call_now} announce={false}>
        <p>{t.call_now_text}</p>
        {phone && (
          <p>
            <a href={`tel:${phone}`}>{showPhone(phone)}</a>
          </p>
        )}
      </Note>
    </div>
  )
}
