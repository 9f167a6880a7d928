import type { ComponentChildren } from 'preact'
import type { Language } from '../../platform/phrases.ts'
import { BrandMark, type Brokerage } from '../components/BrandMark.tsx'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'

type AuthLayoutProps = {
  language: Language
  brokerage: Brokerage
  homeHref: string
  languageHrefs: Record<Language, string>
  /** Below the card: help, legal notice. */
  foot?: ComponentChildren
  children: ComponentChildren
}

/** One card in the middle: sign-in, activation, errors. */
export function AuthLayout({ language, brokerage, homeHref, languageHrefs, foot, children }: AuthLayoutProps) {
  return (
    <div class="auth">
      <header class="auth-head">
        <BrandMark brokerage={brokerage} href={homeHref} />
        <LanguageSwitch current={language} hrefs={languageHrefs} />
      </header>
      <main class="auth-main" id="main">
        <div class="card auth-card">{children}</div>
      </main>
      <footer class="auth-foot">{foot}</footer>
    </div>
  )
}
