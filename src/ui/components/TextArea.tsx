import { controlAttributes, Field, type FieldProps } from './Field.tsx'

type TextAreaProps = FieldProps & {
  value: string
  rows?: number | undefined
  required?: boolean | undefined
  maxlength?: number | undefined
  /** The id of the details that «/» opens (behaviours/insert.ts). */
  slash?: string | undefined
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, optional, value, rows = 4, slash, ...rest }: TextAreaProps) {
  const frame = { name: rest.name, label, hint, error, optional }
  return (
    <Field {...frame}>
      <textarea {...rest} {...controlAttributes(frame)} class="input" rows={rows} data-slash={slash}>
        {value}
      </textarea>
    </Field>
  )
}
