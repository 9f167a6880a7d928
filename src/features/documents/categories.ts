import { type Language, languages } from '../../platform/phrases.ts'
import { documentPhrases } from './phrases.ts'

/** The categories the portal has words for (domain 2.5), by the view they stand in. The import keeps the source's own word. */
export const categoryGroups = {
  policies: ['policy', 'addendum', 'offer', 'cover_note', 'certificate', 'vehicle_licence'],
  bills: ['premium_invoice', 'reminder', 'wage_statement', 'fee_agreement'],
  claims: ['claim_report', 'claim_letter', 'claim_settlement', 'allowance_statement'],
  pension: ['pension_certificate', 'pension_rules'],
  conditions: ['conditions', 'client_information', 'mandate'],
  reports: ['annual_report', 'risk_report', 'minutes'],
} as const
export type CategoryGroup = keyof typeof categoryGroups
export type Category = (typeof categoryGroups)[CategoryGroup][number] | 'letter' | 'other'

export const categories: Category[] = [...Object.values(categoryGroups).flat(), 'letter', 'other']

// What sources call a category besides our own words.
const otherNames: Partial<Record<Category, string[]>> = {
  offer: ['Antrag', 'Offerte/Antrag'],
  conditions: ['AVB', 'AVB/Bedingungen', 'AGB'],
  annual_report: ['Jahresreporting', 'Jahresbericht/Risikobericht'],
  pension_rules: ['Vorsorgeausweis/-reglement'],
  mandate: ['Brokermandat', 'Vollmacht/Brokermandat'],
  client_information: ['Kundeninformation VAG 45'],
  other: ['Diverses'],
}

/** How the source may call a category, in small letters. */
export function wordsOf(category: Category): string[] {
  const own = languages.map((language) => documentPhrases(language)[`category_${category}`])
  return [...own, ...(otherNames[category] ?? [])].map((word) => word.toLowerCase())
}

/** The category that the source's word means; null where the portal has no word for it. */
export function categoryOf(stored: string): Category | null {
  return categories.find((one) => wordsOf(one).includes(stored.toLowerCase())) ?? null
}

/** The word that a category is stored under: a source's word, and the import's sources speak German. Other words stay as they are. */
export function storedWord(category: Category | string): string {
  const known = categories.find((one) => one === category)
  return known ? documentPhrases('de')[`category_${known}`] : category
}

/** The source's word in the reader's language; one we do not know stays as it is. */
export function categoryName(stored: string, language: Language): string {
  const category = categoryOf(stored)
  return category ? documentPhrases(language)[`category_${category}`] : stored
}

/** The source's words for every category whose name, in any language, begins with the term. */
export function wordsMatching(term: string): string[] {
  const start = term.toLowerCase()
  return categories.map(wordsOf).flatMap((words) => (words.some((word) => word.startsWith(start)) ? words : []))
}
