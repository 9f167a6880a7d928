import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../../platform/phrases.ts'
import { type UiPhrases, uiPhrases } from '../phrases.ts'

/** Provided once by `Document`, so that no component has to be handed the language. */
export const LanguageContext = createContext<Language>('de')

/** The house's own texts in the language of the page being rendered. */
export function useUi(): UiPhrases {
  return uiPhrases(useContext(LanguageContext))
}

/** The language of the page being rendered. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}
