import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'
import { type Markup, markup } from './markup.ts'

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
  const t = useUi()
  return (
    <section class="table-frame" aria-label={t.table(caption)} tabindex={0}>
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
          <Body columns={columns} rows={rows} choosing={choosing} />
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

// Drawn as text: a table has hundreds of cells, and most of them are words.
function Body({ columns, rows, choosing }: Omit<DataTableProps, 'caption'>) {
  const drawn = markup()
  const looks = columns.map((column) => {
    const classes = classOf(column)
    return classes ? ` class="${classes}"` : ''
  })
  for (const { href, cells, choice } of rows) {
    drawn.raw(href === undefined ? '<tr>' : '<tr data-row="true">')
    if (choosing) choose(drawn, choosing.name, choice)
    for (const [index, column] of columns.entries()) {
      const cell = cells[index]
      if (index === 0) {
        drawn.raw(`<th scope="row"${looks[0]}>`)
        if (href === undefined) drawn.children(cell).raw('</th>')
        else drawn.raw('<a href="').text(href).raw('">').children(cell).raw('</a></th>')
      } else if (cell === null || cell === undefined || cell === '' || cell === false) drawn.raw(`<td${looks[index]}></td>`)
      else drawn.raw(`<td${looks[index]} data-l="`).text(column.label).raw('">').children(cell).raw('</td>')
    }
    drawn.raw('</tr>')
  }
  return drawn.node()
}

function choose(drawn: Markup, name: string, choice: Row['choice']): void {
  drawn.raw('<td class="choose">')
  if (choice) {
    drawn.raw('<input type="checkbox" name="').text(name).raw('" value="').text(choice.value)
    drawn
      .raw('" aria-label="')
      .text(choice.label)
      .raw(choice.checked ? '" checked data-one>' : '" data-one>')
  }
  drawn.raw('</td>')
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
