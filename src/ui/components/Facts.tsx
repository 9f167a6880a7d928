import type { ComponentChildren } from 'preact'
import { useUi } from './language-context.ts'

/** Pairs of label and value; what is not known is a dash that says so to screen readers. */
export function Facts({ rows }: { rows: [label: string, value: ComponentChildren][] }) {
  return (
    <dl class="facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{isEmpty(value) ? <NotGiven /> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

function isEmpty(value: ComponentChildren) {
  return value === null || value === undefined || value === '' || value === false
}

/** An en dash that reads «keine Angabe». */
export function NotGiven() {
  const t = useUi()
  return (
    <span class="not-given">
      <span aria-hidden="true">–</span>
      <span class="vh">{t.none}</span>
    </span>
  )
}
