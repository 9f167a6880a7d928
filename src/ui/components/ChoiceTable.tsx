export type ChoiceColumn = { key: string; label: string }

export type ChoiceRow = {
  /** The name of the row's boxes; the value of each is the key of its column. */
  name: string
  label: string
  hint?: string | undefined
  checked: readonly string[]
}

type ChoiceTableProps = { caption: string; columns: ChoiceColumn[]; rows: ChoiceRow[] }

/** Boxes to tick, one for each row and column. On phones every row is a group of boxes with their own labels. */
export function ChoiceTable({ caption, columns, rows }: ChoiceTableProps) {
  return (
    <table class="choice-table">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <span id={`r-${row.name}`}>{row.label}</span>
              {row.hint && (
                <p class="hint" id={`r-${row.name}-h`}>
                  {row.hint}
                </p>
              )}
            </th>
            {columns.map((column) => (
              <td key={column.key}>
                <Cell row={row} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ row, column }: { row: ChoiceRow; column: ChoiceColumn }) {
  const id = `f-${row.name}-${column.key}`
  return (
    <label>
      <input
        type="checkbox"
        id={id}
        name={row.name}
        value={column.key}
        checked={row.checked.includes(column.key)}
        aria-labelledby={`r-${row.name} ${id}-l`}
        aria-describedby={row.hint && `r-${row.name}-h`}
      />
      <span id={`${id}-l`}>{column.label}</span>
    </label>
  )
}
