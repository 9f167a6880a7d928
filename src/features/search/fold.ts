// Letters that no decomposition takes apart. The database folds with `unaccent`, which knows the same (search_fold).
const letters: Record<string, string> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** One spelling for all: «Müller», «MUELLER», «Muller» → `muller`. As the database folds what it is searched by. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßœæøłđı]/g, (letter) => letters[letter]!)
    .replace(/([aou])e/g, '$1')
}

/** The words of a text, folded; without signs. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How alike two folded words are, from 0 to 1: the share of their runs of three letters. */
export function likeness(one: string, other: string): number {
  const [a, b] = [runs(one), runs(other)]
  const common = [...a].filter((run) => b.has(run)).length
  return common / Math.max(1, a.size + b.size - common)
}

function runs(word: string): Set<string> {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
