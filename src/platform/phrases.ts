/** The four languages of the portal; the order is the one of the language switch. */
export const languages = ['de', 'fr', 'it', 'en'] as const
export type Language = (typeof languages)[number]

type Text = string | ((...args: never[]) => string)
type Table = Record<string, Record<Language, Text>>
type Widened<T> = T extends string ? string : T
export type Phrases<T extends Table> = { readonly [K in keyof T]: Widened<T[K]['de']> }

/**
 * Declares the texts of one feature, four languages side by side per key.
 * A key that lacks a language, or a language whose parameters differ from the German ones, does not compile.
 * Returns a function: language → the texts in that language (built once, then only looked up).
 */
export function phrases<const T extends Table>(
  table: T & { [K in keyof T]: Record<Language, T[K]['de'] extends string ? string : T[K]['de']> },
): (language: Language) => Phrases<T> {
  const byLanguage = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(Object.entries(table).map(([key, texts]) => [key, (texts as Record<Language, Text>)[language]])),
    ]),
  ) as Record<Language, Phrases<T>>
  return (language) => byLanguage[language]
}

type PlainKey<P> = { [K in keyof P]: P[K] extends string ? K : never }[keyof P]

/** For descriptions that name their words by key: `const label = labels(policyPhrases)`, `label('number')`. */
export function labels<P>(of: (language: Language) => P): (key: PlainKey<P>) => (language: Language) => string {
  return (key) => (language) => of(language)[key] as string
}
