import { inGlyphs, wrapped } from './letters.ts'

export interface Look {
  bold?: boolean
  size?: number
  colour?: string
}

export const mm = 72 / 25.4
/** The edges of what is written on A4, in points. */
export const edges = { left: 20 * mm, right: 190 * mm, top: 42 * mm, bottom: 280 * mm }
export const colours = { ink: '#17202a', pale: '#46535f', rule: '#b9c2cb' }

export type Pen = ReturnType<typeof penFor>

/**
 * Writes text onto the pages of a document: at a place, or below what was written last, over as many pages as it takes. All
 * measures are points from the upper left corner.
 */
export function penFor(doc: PDFKit.PDFDocument) {
  let [y, page]: [number, number] = [edges.top, 0]

  const choose = ({ bold, size = 10, colour = colours.ink }: Look) =>
    doc
      .font(bold ? 'Liberation Sans-Bold' : 'Liberation Sans')
      .fontSize(size)
      .fillColor(colour)

  const pen = {
    /** One line that begins at `x`. */
    line(text: string, x: number, top: number, look: Look = {}) {
      choose(look).text(inGlyphs(doc, text), x, top, { lineBreak: false })
    },
    /** One line that ends at `x`. */
    end(text: string, x: number, top: number, look: Look = {}) {
      choose(look)
      const shown = inGlyphs(doc, text)
      doc.text(shown, x - doc.widthOfString(shown), top, { lineBreak: false })
    },
    /** The lines of a text in a width. */
    wrap(text: string, width: number, look: Look = {}) {
      choose(look)
      return wrapped(doc, text, width)
    },
    /** Line below line; a page ends between two of them. */
    flow(lines: string[], x: number, look: Look = {}) {
      for (const text of lines) {
        pen.room(heightOf(look))
        // The blank keeps the words of two lines apart for those who hear them.
        pen.line(`${text} `, x, y, look)
        y += heightOf(look)
      }
    },
    /** Makes sure that what is `height` tall stands on one page. */
    room(height: number) {
      if (y + height > edges.bottom) pen.newPage()
    },
    newPage() {
      doc.addPage()
      page += 1
      y = edges.top
    },
    /** Where the next thing stands. */
    place: () => ({ page, y }),
    moveTo(top: number) {
      y = top
    },
    space(height: number) {
      y += height
    },
    /** A line across the page, which readers that speak leave out. */
    rule(width = 0.5) {
      doc.markContent('Artifact')
      doc.moveTo(edges.left, y).lineTo(edges.right, y).lineWidth(width).strokeColor(colours.rule).stroke()
      doc.endMarkedContent()
    },
  }
  return pen
}

/** How tall one line is. */
export function heightOf({ size = 10 }: Look): number {
  return size * 1.35
}
