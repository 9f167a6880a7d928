type Glyphs = { _font?: { font?: { hasGlyphForCodePoint?(code: number): boolean } } }

/** The lines of a text within a width, in the font that is chosen; words longer than a line are cut. */
export function wrapped(doc: PDFKit.PDFDocument, text: string, width: number): string[] {
  return inGlyphs(doc, text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(doc, paragraph, width))
}

function wrapParagraph(doc: PDFKit.PDFDocument, paragraph: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  // A no-break space keeps its two words together.
  for (const word of paragraph.split(/[ \t]+/)) {
    const longer = current ? `${current} ${word}` : word
    if (doc.widthOfString(longer) <= width) {
      current = longer
      continue
    }
    if (current) lines.push(current)
    const pieces = cutToWidth(doc, word, width)
    current = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return [...lines, current]
}

function cutToWidth(doc: PDFKit.PDFDocument, word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece && doc.widthOfString(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

/** The text in letters that the chosen font has: others lose their accents, what is left over becomes `?`. */
export function inGlyphs(doc: PDFKit.PDFDocument, text: string): string {
  const font = (doc as unknown as Glyphs)._font?.font
  const has = (letter: string) => letter === '\n' || font?.hasGlyphForCodePoint?.(letter.codePointAt(0)!) !== false
  return [...text.normalize('NFC')].map((letter) => (has(letter) ? letter : plainLetter(letter, has))).join('')
}

function plainLetter(letter: string, has: (letter: string) => boolean): string {
  if (/\s/.test(letter)) return ' '
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain !== '' && [...plain].every(has) ? plain : '?'
}
