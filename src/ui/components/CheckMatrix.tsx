import type { ComponentChildren } from 'preact'

export type MatrixRow = {
  name: string
  value: string
  label: string
  hint?: string | undefined
  checked: boolean
  disabled?: boolean | undefined
  /** Why the box cannot be changed, or another remark on this row. */
  note?: ComponentChildren
  /** What stands at the end of the row (counts, a link, a date). */
  extra?: ComponentChildren
}

type CheckMatrixProps = { legend: string; hideLegend?: boolean | undefined; hint?: ComponentChildren; rows: MatrixRow[] }

/** A group of boxes, each with a sentence on what it means. */
export function CheckMatrix({ legend, hideLegend, hint, rows }: CheckMatrixProps) {
  return (
    <fieldset class="matrix">
      <legend class={hideLegend ? 'vh' : undefined}>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <ul class="plain-list">
        {rows.map((row) => (
          <MatrixLine key={`${row.name}-${row.value}`} {...row} />
        ))}
      </ul>
    </fieldset>
  )
}

function MatrixLine({ name, value, label, hint, checked, disabled, note, extra }: MatrixRow) {
  const id = `f-${name}-${value}`
  const describedBy = [hint && `${id}-h`, note && `${id}-n`, extra && `${id}-x`].filter(Boolean).join(' ') || undefined
  return (
    <li class="matrix-row">
      <input type="checkbox" {...{ id, name, value, checked, disabled }} aria-describedby={describedBy} />
      <div class="matrix-label">
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={`${id}-h`}>
            {hint}
          </p>
        )}
        {note && (
          <div class="hint matrix-note" id={`${id}-n`}>
            {note}
          </div>
        )}
      </div>
      {extra && (
        <div class="matrix-extra" id={`${id}-x`}>
          {extra}
        </div>
      )}
    </li>
  )
}
