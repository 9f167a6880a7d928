import { colours, edges, heightOf, type Look, mm, type Pen } from './pen.ts'

const width = edges.right - edges.left
const valuesAt = edges.left + 52 * mm

export type Blocks = ReturnType<typeof blocksFor>

/** What a paper is made of, tagged so that readers that speak know a heading from a table. */
export function blocksFor(doc: PDFKit.PDFDocument, pen: Pen) {
  const root = doc.struct('Document')
  doc.addStructure(root)

  // One row of a table; the pieces are drawn beside each other, and the next row stands below the taller one.
  function row(table: PDFKit.PDFStructureElement, drawHead: () => void, drawValue: () => void) {
    const tr = doc.struct('TR')
    table.add(tr)
    const start = pen.place()
    tr.add(doc.struct('TH', {}, drawHead))
    const afterHead = pen.place()
    pen.moveTo(start.y)
    tr.add(doc.struct('TD', {}, drawValue))
    tr.end()
    if (pen.place().page === start.page) pen.moveTo(Math.max(pen.place().y, afterHead.y))
  }

  return {
    heading(text: string, level: 1 | 2 = 2) {
      const look: Look = { bold: true, size: level === 1 ? 16 : 12 }
      if (level === 2) pen.space(10)
      pen.room(heightOf(look) + 3 * heightOf({}))
      root.add(doc.struct(`H${level}`, {}, () => pen.flow(pen.wrap(text, width, look), edges.left, look)))
      pen.space(4)
    },
    paragraph(text: string, look: Look = {}) {
      root.add(doc.struct('P', {}, () => pen.flow(pen.wrap(text, width, look), edges.left, look)))
      pen.space(4)
    },
    /** Short lines at a place, such as an address. */
    address(lines: string[], x: number, top: number, look: Look = {}) {
      const fitting = lines.flatMap((text) => pen.wrap(text, edges.right - x, look))
      const draw = () => {
        for (const [index, text] of fitting.entries()) pen.line(`${text} `, x, top + index * heightOf(look), look)
      }
      root.add(doc.struct('P', {}, draw))
    },
    /** Name and value beside each other. */
    facts(pairs: [label: string, value: string][]) {
      const table = doc.struct('Table')
      root.add(table)
      const small: Look = { size: 9, colour: colours.pale }
      for (const [label, value] of pairs) {
        const names = pen.wrap(label, valuesAt - edges.left - 4 * mm, small)
        const values = pen.wrap(value, edges.right - valuesAt)
        // A long text begins here and goes on over the page; a short one is kept together.
        pen.room(heightOf({}) * Math.min(Math.max(names.length, values.length), 5) + 8)
        pen.space(4)
        row(
          table,
          () => pen.flow(names, edges.left, small),
          () => pen.flow(values, valuesAt),
        )
        pen.space(4)
        pen.rule()
      }
      table.end()
      pen.space(4)
    },
    /** What costs how much: the amounts end at the right edge. */
    amounts(pairs: [label: string, amount: string, bold?: boolean][]) {
      const table = doc.struct('Table')
      root.add(table)
      for (const [label, amount, bold = false] of pairs) {
        const names = pen.wrap(label, width - 35 * mm, { bold })
        pen.room(names.length * heightOf({}) + 10)
        pen.space(5)
        row(
          table,
          () => pen.flow(names, edges.left, { bold }),
          () => pen.end(amount, edges.right, pen.place().y, { bold }),
        )
        pen.space(5)
        pen.rule(bold ? 1 : 0.5)
      }
      table.end()
      pen.space(4)
    },
    list(items: string[]) {
      const list = doc.struct('L')
      root.add(list)
      for (const item of items) {
        const lines = pen.wrap(item, width - 4 * mm)
        pen.room(heightOf({}))
        const { y } = pen.place()
        const entry = doc.struct('LI')
        list.add(entry)
        entry.add(doc.struct('Lbl', {}, () => pen.line('•', edges.left, y)))
        entry.add(doc.struct('LBody', {}, () => pen.flow(lines, edges.left + 4 * mm)))
        entry.end()
        pen.space(2)
      }
      list.end()
      pen.space(4)
    },
    /** What something else draws, said in words for those who do not see it. */
    figure(alt: string, draw: () => void) {
      root.add(doc.struct('Figure', { alt }, draw))
    },
    /** Keeps the lowest part of a page free for what is drawn there; a page more where something was written into it. */
    foot(height: number) {
      if (pen.place().y > doc.page.height - height) pen.newPage()
    },
    moveTo: pen.moveTo,
    space: pen.space,
    close() {
      root.end()
    },
  }
}
