import { type Language, languages } from './phrases.ts'

/** The path prefixes of the manual's links (`/de-de/…`), one per language. */
export const pathPrefixes: Record<Language, string> = { de: 'de-de', fr: 'fr-fr', it: 'it-it', en: 'en-us' }

/** What `<html lang>` says: the portal speaks the Swiss variants. */
export const htmlLanguages: Record<Language, string> = { de: 'de-CH', fr: 'fr-CH', it: 'it-CH', en: 'en' }

/** How each language calls itself; the same on every page. */
export const languageNames: Record<Language, string> = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English' }

const byPrefix = new Map(languages.map((language) => [pathPrefixes[language], language]))

/** Splits `/de-de/policies?q=1` into its language and `/policies?q=1`; `language` is null where no prefix stands. */
export function splitLanguage(url: string): { language: Language | null; rest: string } {
  const match = /^\/([a-z]{2}-[a-z]{2})(?=[/?#]|$)/i.exec(url)
  const language = match ? byPrefix.get(match[1]!.toLowerCase()) : undefined
  if (!match || !language) return { language: null, rest: url }
  const rest = url.slice(match[0].length)
  return { language, rest: rest.startsWith('/') ? rest : `/${rest}` }
}

/** The best of our languages for an Accept-Language header; German when none fits. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = Number(
        parameters
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { code: tag.toLowerCase().split('-')[0], quality: Number.isFinite(quality) ? quality : 0 }
    })
    .sort((a, b) => b.quality - a.quality)
  return languages.find((language) => language === wanted.find((w) => languages.includes(w.code as Language))?.code) ?? 'de'
}

/** True for one of the four language codes; what comes from a form or a file is checked with it. */
export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}
