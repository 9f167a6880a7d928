import { htmlLanguages, languageNames } from '../../platform/language.ts'
import { type Language, languages } from '../../platform/phrases.ts'
import { useUi } from './language-context.ts'

type LanguageSwitchProps = {
  current: Language
  hrefs: Record<Language, string> /** Whole names (menu) instead of DE FR IT EN. */
  long?: boolean | undefined
}

/** The same page in the other languages. */
export function LanguageSwitch({ current, hrefs, long }: LanguageSwitchProps) {
  const t = useUi()
  return (
    <nav class={`languages${long ? ' long' : ''}`} aria-label={t.language}>
      <ul class="plain-list">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={hrefs[language]}
              hreflang={htmlLanguages[language]}
              lang={htmlLanguages[language]}
              aria-current={language === current ? 'true' : undefined}
            >
              {!long && language.toUpperCase()}
              <span class={long ? undefined : 'vh'}> {languageNames[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
