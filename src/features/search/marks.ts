import { fold } from './fold.ts'

/** A text in pieces: every second one, from the second on, is what was looked for. */
export type Marked = string[]

/** Marks words that begin with one of these (folded), and numbers however their signs stand. */
export function marked(text: string, words: string[]): Marked {
  const spans = [...wordSpans(text, words), ...numberSpans(text, words)].sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const pieces: Marked = []
  let end = 0
  for (const [from, to] of spans) {
    if (from < end) continue
    pieces.push(text.slice(end, from), text.slice(from, to))
    end = to
  }
  return [...pieces, text.slice(end)]
}

type Span = [from: number, to: number]

function wordSpans(text: string, words: string[]): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((match): Span[] => {
    const word = fold(match[0])
    return words.some((wanted) => fits(word, wanted)) ? [[match.index, match.index + match[0].length]] : []
  })
}

// As the database looks: the beginning of a word, inside of a longer one, or with another ending.
function fits(word: string, wanted: string): boolean {
  if (wanted.length < 3) return word === wanted
  if (word.startsWith(wanted)) return true
  if (/\d/.test(wanted)) return false
  const stem = wanted.length >= 7 ? wanted.slice(0, -2) : wanted
  return word.includes(stem)
}

// «10207239» in «MF-10.207.239»: letters and digits one after the other, each with its place in the text.
function numberSpans(text: string, words: string[]): Span[] {
  const places = [...text.matchAll(/[\p{L}\p{N}]/gu)]
  const plain = places.map(([sign]) => sign.toLowerCase()).join('')
  return words.flatMap((word): Span[] => {
    const at = word.length >= 3 && /\d/.test(word) ? plain.indexOf(word) : -1
    return at < 0 ? [] : [[places[at]!.index, places[at + word.length - 1]!.index + 1]]
  })
}
