import type { ComponentChildren } from 'preact'

export type ListRow = {
  key: string
  href: string
  title: ComponentChildren
  /** One line below, in grey. */
  detail?: ComponentChildren
  /** At the end of the row: a state, an amount. */
  end?: ComponentChildren
}

/** A few records in a card: each one line that leads to it, with what matters most at its end. */
export function RowList({ rows }: { rows: ListRow[] }) {
  return (
    <ul class="plain-list row-list">
      {rows.map((row) => (
        <li key={row.key}>
          <div>
            <a href={row.href}>{row.title}</a>
            {row.detail && <p class="small muted">{row.detail}</p>}
          </div>
          {row.end && <div class="row-end">{row.end}</div>}
        </li>
      ))}
    </ul>
  )
}
