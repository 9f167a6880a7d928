import { type Category, categories, wordsOf } from './categories.ts'

// How people call their files, besides the names of the categories in four languages.
const hints: [RegExp, Category][] = [
  [/lohn|salaire|salari|wage/, 'wage_statement'],
  [/mahnung|rappel|diffida|reminder/, 'reminder'],
  [/schadenmeldung|constat|unfallprotokoll/, 'claim_report'],
  [/taggeld|indemnit/, 'allowance_statement'],
  [/reglement|reglamento|regolamento/, 'pension_rules'],
  [/\b(avb|agb|cga)\b/, 'conditions'],
  [/rechnung|facture|fattura|invoice/, 'premium_invoice'],
  [/antrag|proposition|offer/, 'offer'],
  [/mandat/, 'mandate'],
]

/** What a file probably is, by its name; «Diverses» where the name says nothing. The longest word that fits counts. */
export function guessCategory(fileName: string): Category {
  const name = plain(fileName)
  const known = categories
    .filter((category) => category !== 'other' && category !== 'letter')
    .flatMap((category) => wordsOf(category).map((word) => ({ category, word: plain(word) })))
    .filter(({ word }) => word.length > 3 && name.includes(word))
    .sort((a, b) => b.word.length - a.word.length)[0]
  return known?.category ?? hints.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_.-]+/g, ' ')
}
