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
  /** Gives way in tables on small screens; cards and wide screens show it. */
  minor?: boolean | undefined
}

export type Row = {
  key: string
  href?: string | undefined
  cells: ComponentChildren[]
  /** The box that chooses this row; null where it cannot be chosen. */
  choice?: { value: string; label: string; checked: boolean } | null | undefined
}

/** Rows can be chosen: the name their boxes send, and how to choose all of them. */
export type Choosing = { name: string; all: string; allHref: string; allChosen: boolean }

type DataTableProps = { caption: string; columns: Column[]; rows: Row[]; choosing?: Choosing | undefined }

/**
 * A table whose first cell names the row and leads to it; on phones every row becomes a card.
 * Sorting links replace only the region (`data-region`) around the table.
 */
export function DataTable({ caption, columns, rows, choosing }: DataTableProps) {
  return (
    <section class="table-frame" aria-label={caption} tabindex={0}>
      <table class={`table stackable${choosing ? ' choosing' : ''}`}>
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {choosing && <ChooseAll {...choosing} />}
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-row={row.href !== undefined}>
              {choosing && <Choose name={choosing.name} choice={row.choice} />}
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

// With script a box that ticks the others; without it a link to the same page with all of them ticked.
function ChooseAll({ all, allHref, allChosen }: Choosing) {
  return (
    <th scope="col" class="choose">
      <label class="js-only">
        <input type="checkbox" checked={allChosen} data-all />
        <span>{all}</span>
      </label>
      <a class="nojs" href={allHref}>
        <Icon name="check" />
        <span>{all}</span>
      </a>
    </th>
  )
}

function Choose({ name, choice }: { name: string; choice: Row['choice'] }) {
  return (
    <td class="choose">
      {choice && (
        <input type="checkbox" name={name} value={choice.value} checked={choice.checked} aria-label={choice.label} data-one />
      )}
    </td>
  )
}

function Head({ column }: { column: Column }) {
  const { label, sortHref, sorted = 'none' } = column
  const active = sorted !== 'none'
  return (
    <th scope="col" class={classOf({ ...column, nowrap: false })} aria-sort={active ? sorted : undefined}>
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

function classOf({ align, nowrap, minor }: Column): string | undefined {
  return [align === 'end' && 'end', nowrap && 'nowrap', minor && 'minor'].filter(Boolean).join(' ') || undefined
}

type CellProps = { column: Column; first: boolean; href: string | undefined; children: ComponentChildren }

function Cell({ column, first, href, children }: CellProps) {
  const classes = classOf(column)
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
