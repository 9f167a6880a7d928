import { controlAttributes, Field, type FieldProps } from './Field.tsx'

export type Option = {
  value: string
  label: string
  disabled?: boolean | undefined
  /** Options of one group follow each other under its name. */
  group?: string | undefined
}

type SelectFieldProps = FieldProps & {
  options: Option[]
  value: string
  required?: boolean | undefined
  autocomplete?: string | undefined
  /** Send the form when another option is chosen (lists only; the page keeps a button for those without script). */
  auto?: boolean | undefined
  size?: 'short' | 'medium' | undefined
}

/** One of several, folded away. */
export function SelectField({ label, hint, error, optional, options, value, auto, size, ...rest }: SelectFieldProps) {
  const frame = { name: rest.name, label, hint, error, optional }
  return (
    <Field {...frame}>
      <select {...rest} {...controlAttributes(frame)} class={`input${size ? ` ${size}` : ''}`} data-auto={auto}>
        {inGroups(options).map(({ group, members }) => {
          const drawn = members.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value} disabled={option.disabled}>
              {option.label}
            </option>
          ))
          return group ? (
            <optgroup key={group} label={group}>
              {drawn}
            </optgroup>
          ) : (
            drawn
          )
        })}
      </select>
    </Field>
  )
}

function inGroups(options: Option[]): { group: string | undefined; members: Option[] }[] {
  const groups: { group: string | undefined; members: Option[] }[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last && last.group === option.group) last.members.push(option)
    else groups.push({ group: option.group, members: [option] })
  }
  return groups
}
