import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Marks the label «(freiwillig)»; required fields carry no mark. */
  optional?: boolean | undefined
}

type Slot = { children?: ComponentChildren /** Keep an empty place for the message the script may write. */; checked?: boolean }

/** Label, hint and error around a control whose id is `f-<name>`. */
export function Field({ name, label, hint, error, optional, checked, children }: FieldProps & Slot) {
  const t = useUi()
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <label for={`f-${name}`}>
        {label}
        {optional && <span class="optional"> ({t.optional})</span>}
      </label>
      {hint && (
        <p class="hint" id={`f-${name}-h`}>
          {hint}
        </p>
      )}
      {(error || checked) && <FieldError name={name} message={error} />}
      {children}
    </div>
  )
}

/** The message of one field; hidden and empty while all is well, so that the script can fill it. */
export function FieldError({ name, message }: { name: string; message?: string | undefined }) {
  const t = useUi()
  return (
    <p class="error" id={`f-${name}-e`} hidden={!message}>
      <Icon name="circle-alert" />
      <span>
        <span class="vh">{t.error} </span>
        <span data-message>{message}</span>
      </span>
    </p>
  )
}

/** The attributes that tie a control to its label, hint and error. */
export function controlAttributes({ name, hint, error, checked }: FieldProps & Slot) {
  const describedBy = [hint && `f-${name}-h`, (error || checked) && `f-${name}-e`].filter(Boolean).join(' ')
  return {
    id: `f-${name}`,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
}
