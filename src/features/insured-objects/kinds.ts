import { type Language, languages } from '../../platform/phrases.ts'
import { insuredObjectPhrases } from './phrases.ts'

/** The kinds of object the portal has words for; the import keeps the source's own word, whatever it is. */
export const objectKinds = [
  'vehicle',
  'machine',
  'building',
  'site',
  'business',
  'installation',
  'construction',
  'transport',
  'group',
  'person',
  'entity',
] as const
export type ObjectKind = (typeof objectKinds)[number]

/** How the source may call a kind, in small letters: our own word in any of the four languages. */
export function wordsOf(kind: ObjectKind): string[] {
  return languages.map((language) => insuredObjectPhrases(language)[`kind_${kind}`].toLowerCase())
}

/** The source's word in the reader's language; one we do not know stays as it is. */
export function kindName(stored: string, language: Language): string {
  const kind = objectKinds.find((one) => wordsOf(one).includes(stored.toLowerCase()))
  return kind ? insuredObjectPhrases(language)[`kind_${kind}`] : stored
}

/** The source's words for every kind whose name, in any language, begins with the term. */
export function wordsMatching(term: string): string[] {
  const start = term.toLowerCase()
  return objectKinds.map(wordsOf).flatMap((words) => (words.some((word) => word.startsWith(start)) ? words : []))
}

/** What the object is called; one without any name is called what it is. */
export function objectName(object: { shown_name: string | null; kind: string }, language: Language): string {
  return object.shown_name ?? kindName(object.kind, language)
}
