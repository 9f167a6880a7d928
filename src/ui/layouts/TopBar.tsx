import { BrandMark } from '../components/BrandMark.tsx'
import { Button } from '../components/Button.tsx'
import { Icon } from '../components/Icon.tsx'
import { Kept } from '../components/Kept.tsx'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { useUi } from '../components/language-context.ts'
import { CompanySwitch } from './CompanySwitch.tsx'
import { PaletteLink } from './Palette.tsx'
import type { ShellProps } from './Shell.tsx'

/** The brokerage, the company where there are several, search, messages, profile, languages, sign out. */
export function TopBar({ language, brokerage, homeHref, top, companies, languageHrefs }: ShellProps) {
  const t = useUi()
  return (
    <header class="top">
      <Kept
        name={`brand ${homeHref} ${brokerage.number} ${brokerage.name}`}
        render={() => <BrandMark brokerage={brokerage} href={homeHref} />}
      />
      {companies && <CompanySwitch {...companies} />}
      <div class="top-links">
        {top.search && <PaletteLink href={top.search.href} />}
        <a class="top-link" href={top.messagesHref}>
          <Icon name="bell" />
          <span class="top-label">{t.messages}</span>
          <Unread value={top.unread} />
        </a>
        <a class="top-link" href={top.profileHref}>
          <Icon name="user-round" />
          <span class="top-label">{t.profile}</span>
        </a>
        <div class="wide-only">
          <SignOut {...top} />
        </div>
      </div>
      <div class="wide-only">
        <LanguageSwitch current={language} hrefs={languageHrefs} />
      </div>
    </header>
  )
}

// Pages that do not know the number learn it as soon as they are open (behaviours/live.ts).
function Unread({ value }: { value: number | undefined }) {
  const t = useUi()
  const words = { 'data-say': t.messages, 'data-one': t.unread(1), 'data-other': t.unread(2).replace('2', '#') }
  return (
    <span data-live="unread:me" data-mark={value ?? ''} {...words}>
      {!!value && (
        <>
          <span class="count" aria-hidden="true">
            {value}
          </span>
          <span class="vh"> ({t.unread(value)})</span>
        </>
      )}
    </span>
  )
}

type SignOutProps = { signOutAction: string; csrf?: string | undefined; wide?: boolean | undefined }

/** Signing out changes something, so it is a form. */
export function SignOut({ signOutAction, csrf, wide }: SignOutProps) {
  const t = useUi()
  return (
    <form method="post" action={signOutAction} id={wide ? undefined : 'sign-out'}>
      {csrf !== undefined && <input type="hidden" name="_token" value={csrf} />}
      {wide ? (
        <Button icon="log-out" wide>
          {t.signOut}
        </Button>
      ) : (
        <button type="submit" class="top-link">
          <Icon name="log-out" />
          <span class="top-label">{t.signOut}</span>
        </button>
      )}
    </form>
  )
}
