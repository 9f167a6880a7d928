import { writeXlsxStream } from 'hucre/xlsx'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type CellKind = 'text' | 'number' | 'amount' | 'day' | 'instant'

export interface SheetColumn {
  header: string
  kind: CellKind
  /** In signs. */
  width: number
}

/** A date stands for a day or a moment by its UTC parts; a text stays a text, whatever it begins with. */
export type SheetCell = string | number | Date | null

const formats: Record<CellKind, string | undefined> = {
  // «@» keeps Excel from reading `+41…` as a number once somebody edits the cell.
  text: '@',
  number: undefined,
  amount: '#,##0.00',
  day: 'dd.mm.yyyy',
  instant: 'dd.mm.yyyy hh:mm',
}

/** A workbook with one sheet, written row by row with the head frozen; its memory does not grow with the rows. */
export function writeSheet(name: string, columns: SheetColumn[], rows: AsyncIterable<SheetCell[]>): AsyncIterable<Uint8Array> {
  return writeXlsxStream(rows, {
    name: sheetName(name),
    freezePane: { rows: 1 },
    columns: columns.map(({ header, kind, width }) => {
      const numFmt = formats[kind]
      return { header, width, ...(numFmt && { numFmt }) }
    }),
  })
}

// Excel refuses : \ / ? * [ ] in the name of a sheet, and more than 31 signs.
function sheetName(name: string): string {
  return (
    name
      .replace(/[:\\/?*[\]']/g, ' ')
      .slice(0, 31)
      .trim() || 'Dossier'
  )
}
