import { readZipDirectory } from './zip-directory.ts'
import { readZipPart } from './zip-part.ts'

const [largestPart, mostParts] = [20_000_000, 200]

// Where the words stand, and after what they are apart.
const kinds = {
  docx: { part: /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/, end: /<\/w:p>|<w:(?:tab|br)\b[^>]*>/g },
  xlsx: { part: /^xl\/sharedStrings\.xml$/, end: /<\/si>/g },
  pptx: { part: /^ppt\/slides\/slide\d+\.xml$/, end: /<\/a:p>/g },
}
export type OfficeKind = keyof typeof kinds

/**
 * The words of a Word, Excel or PowerPoint file, at most `most` characters. Only the parts with words are unpacked, each to at
 * most 20 MB, and nothing in them is followed or run. Null where it is no such file (security.md F2).
 */
export async function officeText(path: string, kind: OfficeKind, most: number): Promise<string | null> {
  const directory = await readZipDirectory(path)
  if (!directory || directory.encrypted) return null
  const { part, end } = kinds[kind]
  let text = ''
  for (const one of directory.parts.filter(({ name }) => part.test(name)).slice(0, mostParts)) {
    if (text.length >= most) break
    const xml = await readZipPart(path, one, largestPart)
    if (xml !== null) text += `${words(xml.toString('utf8').replace(end, '\n'))}\n`
  }
  return text.slice(0, most)
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function words(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name]!)
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, digits: string) => character(Number.parseInt(digits, hex ? 16 : 10)))
}

const character = (code: number) => (code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ')
