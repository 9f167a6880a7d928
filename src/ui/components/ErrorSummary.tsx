import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

export type FieldErrorItem = {
  /** The field's name (the link goes to `#f-<name>`); empty for what belongs to no field. */
  field: string
  message: string
}

/** All errors of a form on top of the page, each leading to its field; gets the focus when the page opens. */
export function ErrorSummary({ errors }: { errors: FieldErrorItem[] }) {
  const t = useUi()
  if (errors.length === 0) return null
  return (
    <div class="note bad" id="errors" role="alert" tabindex={-1} aria-labelledby="errors-title">
      <Icon name="triangle-alert" />
      <div class="note-text">
        <h2 class="note-title" id="errors-title">
          {t.correct(errors.length)}
        </h2>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field + message}>{field ? <a href={`#f-${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
