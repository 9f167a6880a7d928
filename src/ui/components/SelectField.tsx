import { controlAttributes, Field, type FieldProps } from './Field.tsx'

export type Option = { value: string; label: string; disabled?: boolean | undefined }

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
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
