import { byteOrderMark, csvRows } from '../../platform/csv.ts'
import { type SheetCell, writeSheet } from '../../platform/sheets.ts'
import type { Visit } from '../../platform/visit.ts'
import type { ExportFormat } from '../../records/list-export.tsx'
import { columnName } from './names.ts'
import { groupPhrases } from './phrases.ts'
import { type Cell, cellsIn, type Matrix, totalOf } from './queries.ts'

type Value = { text: string } | { number: number } | { amount: string } | null
type Reader = Pick<Visit, 'language'>

/** The matrix as a file: a row for each company and currency, two columns for each of the page's. */
export async function matrixFile(visit: Reader, matrix: Matrix, format: ExportFormat): Promise<Buffer> {
  const [head, rows] = [headOf(visit, matrix), rowsOf(visit, matrix)]
  if (format === 'csv') {
    const table = csvRows([head.map((text) => ({ text })), ...rows.map((row) => row.map(csvCell))])
    return Buffer.from(byteOrderMark + table)
  }
  const kinds = ['text', 'number', 'text', ...head.slice(3).map((_, index) => (index % 2 === 0 ? 'number' : 'amount'))] as const
  const columns = head.map((header, index) => ({
    header,
    kind: kinds[index] as 'text' | 'number' | 'amount',
    width: Math.min(60, index === 0 ? 40 : header.length + 3),
  }))
  const chunks: Uint8Array[] = []
  for await (const chunk of writeSheet(groupPhrases(visit.language).title, columns, sheetRows(rows))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function headOf(visit: Reader, matrix: Matrix): string[] {
  const t = groupPhrases(visit.language)
  const names = [...matrix.columns.map((column) => columnName(visit, column)), t.total]
  return [t.company, t.below, t.currency, ...names.flatMap((name) => [t.head_policies(name), t.head_premium(name)])]
}

function rowsOf(visit: Reader, matrix: Matrix): Value[][] {
  const t = groupPhrases(visit.language)
  const ofCompany = matrix.companies.flatMap(({ id, name, level }) => {
    const cells = [...matrix.columns.map(({ key }) => matrix.cells.get(id)?.get(key)), totalOf(cellsIn(matrix, { company: id }))]
    return byCurrency([{ text: name }, { number: level }], cells)
  })
  const totals = [...matrix.columns.map(({ key }) => totalOf(cellsIn(matrix, { column: key }))), totalOf(cellsIn(matrix))]
  return [...ofCompany, ...byCurrency([{ text: t.total }, null], totals)]
}

// The number of policies stands in the first row of a company: it must not be added up twice.
function byCurrency(head: Value[], cells: (Cell | undefined)[]): Value[][] {
  const found = [...new Set(cells.flatMap((cell) => Object.keys(cell?.premiums ?? {})))].sort()
  return (found.length > 0 ? found : ['']).map((currency, row) => [
    ...head,
    { text: currency },
    ...cells.flatMap((cell): Value[] => {
      const premium = cell?.premiums[currency]
      return [row === 0 ? { number: cell?.policies ?? 0 } : null, premium === undefined ? null : { amount: premium }]
    }),
  ])
}

function csvCell(value: Value) {
  if (value === null) return { plain: '' }
  if ('text' in value) return { text: value.text }
  return { plain: 'number' in value ? String(value.number) : value.amount }
}

async function* sheetRows(rows: Value[][]): AsyncGenerator<SheetCell[]> {
  for (const row of rows)
    yield row.map((value) => {
      if (value === null) return null
      if ('text' in value) return value.text
      return 'number' in value ? value.number : Number(value.amount)
    })
}
