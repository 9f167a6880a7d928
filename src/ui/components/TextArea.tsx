import { controlAttributes, Field, type FieldProps } from './Field.tsx'

type TextAreaProps = FieldProps & {
  value: string
  rows?: number | undefined
  required?: boolean | undefined
  maxlength?: number | undefined
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, optional, value, rows = 4, ...rest }: TextAreaProps) {
  const frame = { name: rest.name, label, hint, error, optional }
  return (
    <Field {...frame}>
      <textarea {...rest} {...controlAttributes(frame)} class="input" rows={rows}>
        {value}
      </textarea>
    </Field>
  )
}
