import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

export type Column = {
  key: string
  label: string
  align?: 'start' | 'end' | undefined
  sortHref?: string | undefined
  sorted?: 'ascending' | 'descending' | 'none' | undefined
  /** Keep the values of this column on one line (numbers, dates). */
  nowrap?: boolean | undefined
}

export type Row = { key: string; href?: string | undefined; cells: ComponentChildren[] }

type DataTableProps = { caption: string; columns: Column[]; rows: Row[] }

/**
 * A table whose first cell names the row and leads to it; on phones every row becomes a card.
 * Sorting links replace only the region (`data-region`) around the table.
 */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <section class="table-frame" aria-label={caption} tabindex={0}>
      <table class="table stackable">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-row={row.href !== undefined}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} first={index === 0} href={row.href}>
                  {row.cells[index]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({ column }: { column: Column }) {
  const { label, align, sortHref, sorted = 'none' } = column
  const active = sorted !== 'none'
  return (
    <th scope="col" class={align === 'end' ? 'end' : undefined} aria-sort={active ? sorted : undefined}>
      {sortHref ? (
        <a href={sortHref} data-in>
          {label}
          <Icon name={sorted === 'descending' ? 'arrow-down' : 'arrow-up'} />
        </a>
      ) : (
        label
      )}
    </th>
  )
}

type CellProps = { column: Column; first: boolean; href: string | undefined; children: ComponentChildren }

function Cell({ column, first, href, children }: CellProps) {
  const classes = [column.align === 'end' && 'end', column.nowrap && 'nowrap'].filter(Boolean).join(' ') || undefined
  if (first)
    return (
      <th scope="row" class={classes}>
        {href ? <a href={href}>{children}</a> : children}
      </th>
    )
  const empty = children === null || children === undefined || children === '' || children === false
  return (
    <td class={classes} data-l={empty ? undefined : column.label}>
      {empty ? null : children}
    </td>
  )
}
