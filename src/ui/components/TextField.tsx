import type { InputHTMLAttributes } from 'preact'
import { controlAttributes, Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

export type TextFieldProps = FieldProps & {
  value: string
  type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'url' | 'number' | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  required?: boolean | undefined
  maxlength?: number | undefined
  /** Checked when the field is left, with the server's own text in `invalid`. */
  pattern?: string | undefined
  invalid?: string | undefined
  /** A button that shows what was typed. */
  passwordToggle?: boolean | undefined
  autofocus?: boolean | undefined
  spellcheck?: boolean | undefined
  /** The id of a `<datalist>` with proposals. */
  list?: string | undefined
  /** Room for about so many characters (years, dates, amounts). */
  size?: 'short' | 'medium' | undefined
}

/** One line of text: names, addresses, passwords, numbers. */
export function TextField({
  label,
  hint,
  error,
  optional,
  passwordToggle,
  invalid,
  size,
  list,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const t = useUi()
  const frame = { name: rest.name, label, hint, error, optional, checked: invalid !== undefined }
  // Preact ties roles to literal types; ours is one of several.
  const kind = { type, list } as InputHTMLAttributes<HTMLInputElement>
  const input = (
    <input
      {...rest}
      {...controlAttributes(frame)}
      {...kind}
      class={`input${size ? ` ${size}` : ''}`}
      data-invalid={invalid}
      // Passwords and addresses are no words: no red waves.
      spellcheck={type === 'password' || type === 'email' ? false : rest.spellcheck}
    />
  )
  return (
    <Field {...frame}>
      {passwordToggle ? (
        <div class="with-toggle">
          {input}
          <button
            type="button"
            class="toggle js-only"
            aria-pressed="false"
            aria-controls={`f-${rest.name}`}
            aria-label={t.showPassword(label)}
            data-reveal
          >
            <Icon name="eye" />
            <Icon name="eye-off" />
          </button>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

/** A date as people write it (`3.11.2026`, `heute`); reading it is the server's task. A button opens the browser's own calendar. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'inputmode' | 'pattern' | 'size'>) {
  const t = useUi()
  const frame = { ...props, hint: props.hint ?? t.dateExample }
  const { name, value, required, maxlength, autofocus } = props
  return (
    <Field {...frame}>
      <div class="with-toggle picks">
        <input
          {...{ name, value, required, maxlength, autofocus }}
          {...controlAttributes(frame)}
          type="text"
          inputmode="decimal"
          class="input"
          autocomplete={props.autocomplete ?? 'off'}
        />
        <button type="button" class="toggle js-only" aria-label={t.pickDate(props.label)} data-picks={`f-${props.name}`}>
          <Icon name="calendar" />
        </button>
      </div>
    </Field>
  )
}
