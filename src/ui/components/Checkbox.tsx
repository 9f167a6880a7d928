import type { ComponentChildren } from 'preact'
import { controlAttributes, FieldError } from './Field.tsx'
import { useUi } from './language-context.ts'

type CheckboxProps = {
  name: string
  /** What is sent when ticked; with several boxes of one name, ids get the value as well. */
  value?: string | undefined
  label: ComponentChildren
  hint?: string | undefined
  checked: boolean
  error?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
}

/** One box to tick; a click on its label counts. */
export function Checkbox({ name, value, label, hint, checked, error, disabled, required }: CheckboxProps) {
  return (
    <Choice
      type="checkbox"
      {...{ name, value, label, hint, checked, error, disabled, required }}
      idName={value ? `${name}-${value}` : name}
    />
  )
}

type RadiosProps = {
  name: string
  legend: string
  options: { value: string; label: ComponentChildren; hint?: string | undefined; disabled?: boolean | undefined }[]
  value: string
  hint?: string | undefined
  error?: string | undefined
  /** Marks the legend «(freiwillig)». */
  optional?: boolean | undefined
}

/** One of a few, all in sight. The first has the id `f-<name>`, so that the error summary can lead there. */
export function Radios({ name, legend, options, value, hint, error, optional }: RadiosProps) {
  const t = useUi()
  const describedBy = [hint && `f-${name}-h`, error && `f-${name}-e`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={`field${error ? ' wrong' : ''}`} aria-describedby={describedBy}>
      <legend>
        {legend}
        {optional && <span class="optional"> ({t.optional})</span>}
      </legend>
      {hint && (
        <p class="hint" id={`f-${name}-h`}>
          {hint}
        </p>
      )}
      {error && <FieldError name={name} message={error} />}
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          idName={index === 0 ? name : `${name}-${option.value}`}
          {...option}
          checked={option.value === value}
        />
      ))}
    </fieldset>
  )
}

type ChoiceProps = CheckboxProps & { type: 'checkbox' | 'radio'; idName: string }

function Choice({ type, name, value, label, hint, checked, error, disabled, required, idName }: ChoiceProps) {
  const attributes = controlAttributes({ name: idName, label: '', hint, error })
  return (
    <div class={`choice${error ? ' wrong' : ''}`}>
      {error && <FieldError name={idName} message={error} />}
      <input
        {...attributes}
        type={type}
        name={name}
        value={value ?? 'on'}
        checked={checked}
        disabled={disabled}
        required={required}
      />
      <label for={attributes.id}>{label}</label>
      {hint && (
        <p class="hint" id={`f-${idName}-h`}>
          {hint}
        </p>
      )}
    </div>
  )
}
