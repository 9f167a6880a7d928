import { languageNames } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { Radios } from '../../ui/components/Checkbox.tsx'
import { SelectField } from '../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../ui/components/TextField.tsx'
import { type DetailKey, specOf } from './details.ts'
import { requestPhrases } from './phrases.ts'

interface Props {
  visit: Pick<Visit, 'language'>
  name: DetailKey
  field: { name: string; label: string; value: string; error: string | undefined }
  required: boolean
  /** For a choice of a line of business. */
  lines: string[]
  /** The id of a `<datalist>` with plates. */
  plates?: string | undefined
}

/** One field of a category, by its kind. */
export function DetailField({ visit, name, field, required, lines, plates }: Props) {
  const t = requestPhrases(visit.language)
  const { kind, most, options = [] } = specOf(name)
  const hint = name === 'plate' && !required ? t.plate_later_hint : hintOf(name, visit.language)
  const asked = { ...field, hint, required, optional: !required }
  if (kind === 'day') return <DateField {...asked} hint={undefined} />
  if (kind === 'choice' && name !== 'cover' && options.length < 4) {
    const { label: legend, required: _, ...rest } = asked
    return (
      <Radios
        {...rest}
        legend={legend}
        options={options.map((value) => ({ value, label: optionInWords(name, value, visit.language) }))}
      />
    )
  }
  if (kind === 'choice' || kind === 'line_of_business') {
    const values = kind === 'choice' ? options : lines
    const first = { value: '', label: required ? t.please_choose : t.any_of_them }
    return (
      <SelectField
        {...asked}
        options={[first, ...values.map((value) => ({ value, label: optionInWords(name, value, visit.language) }))]}
        size={kind === 'choice' ? 'medium' : undefined}
      />
    )
  }
  const narrow = ['plate', 'master_number', 'vin', 'amount'].includes(kind)
  return (
    <TextField
      {...asked}
      maxlength={most}
      autocomplete="off"
      spellcheck={narrow ? false : undefined}
      size={narrow ? 'medium' : undefined}
      list={name === 'plate' ? plates : undefined}
      inputmode={kind === 'amount' ? 'decimal' : kind === 'master_number' ? 'numeric' : undefined}
      // Said when the field is left; the request is sent all the same: old vehicles have shorter ones.
      {...(kind === 'vin' && { pattern: '\\s*(?:[A-HJ-NPR-Za-hj-npr-z0-9]\\s*){17}', invalid: t.vin_doubtful })}
    />
  )
}

function hintOf(name: DetailKey, language: Language): string | undefined {
  const t = requestPhrases(language)
  const hints: Partial<Record<DetailKey, string>> = {
    plate: t.plate_hint,
    new_plate: t.plate_hint,
    master_number: t.master_number_hint,
    vin: t.vin_hint,
    value: t.value_hint,
    evn: t.evn_hint,
    send_to: t.send_to_hint,
    sum: t.sum_hint,
    person: t.person_hint,
  }
  return hints[name]
}

/** What a choice says: «Vollkasko», «Französisch». */
export function optionInWords(name: DetailKey, value: string, language: Language): string {
  const t = requestPhrases(language)
  if (name === 'certificate_language') return languageNames[value as Language] ?? value
  const key = `${name === 'leasing' || name === 'evn' ? 'choice' : name}_${value}`
  return (t as unknown as Record<string, string>)[key] ?? value
}
