import type { ComponentChildren } from 'preact'
import { htmlLanguages } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { asset } from '../assets.ts'
import { LanguageContext } from '../components/language-context.ts'
import { uiPhrases } from '../phrases.ts'

export type DocumentProps = {
  language: Language
  /** Already complete: `Kontakte – Muster Broker`, with «Fehler: » in front where a form has errors. */
  title: string
  description?: string | undefined
  brandHref: string
  /** The brokerage's sign in the browser tab. */
  iconHref?: string | undefined
  theme?: 'system' | 'light' | 'dark' | undefined
  density?: 'comfortable' | 'compact' | undefined
  nonce?: string | undefined
  /** Single-key shortcuts (WCAG 2.1.4: people can switch them off). */
  shortcuts?: boolean | undefined
  noindex?: boolean | undefined
  /** With the styles that only the broker's side needs. */
  staff?: boolean | undefined
  children: ComponentChildren
}

/** The whole document; the caller puts `<!doctype html>` in front. */
export function Document(props: DocumentProps) {
  const { language, title, brandHref, iconHref = 'data:,', theme = 'system', density = 'comfortable', shortcuts = true } = props
  return (
    <LanguageContext.Provider value={language}>
      <html
        lang={htmlLanguages[language]}
        data-theme={theme === 'system' ? undefined : theme}
        data-density={density === 'compact' ? density : undefined}
        data-keys={shortcuts ? undefined : 'off'}
      >
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="description" content={props.description ?? uiPhrases(language).portal} />
          <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
          {props.noindex && <meta name="robots" content="noindex" />}
          <link rel="icon" href={iconHref} />
          <link rel="preload" href={asset('inter.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
          <link rel="stylesheet" href={asset('app.css')} />
          {props.staff && <link rel="stylesheet" href={asset('staff.css')} />}
          <link rel="stylesheet" href={brandHref} />
          <script type="module" src={asset('app.js')} nonce={props.nonce} />
        </head>
        <body>
          {props.children}
          <div id="live" class="vh" role="status" />
        </body>
      </html>
    </LanguageContext.Provider>
  )
}
