import { fold, foldedWords, likeness } from './fold.ts'
import type { Results } from './results.ts'

/** «Meinten Sie …»: what was typed, with words that the results contain. Null where nothing in them is alike. */
export function suggestion(term: string, { groups, near }: Results): string | null {
  if (!near) return null
  const known = groups
    .flatMap(({ hits }) => hits)
    .flatMap(({ title, detail }) => `${title} ${detail ?? ''}`.match(/\p{L}{4,}/gu) ?? [])
  const better = term.replace(/\p{L}{4,}/gu, (word) => closest(word, known) ?? word)
  return foldedWords(better).join(' ') === foldedWords(term).join(' ') ? null : better
}

function closest(word: string, known: string[]): string | null {
  const wanted = fold(word)
  const [best] = known
    .map((one) => ({ one, alike: likeness(wanted, fold(one)) }))
    .filter(({ alike }) => alike >= 0.4)
    .sort((a, b) => b.alike - a.alike)
  return best?.one ?? null
}
