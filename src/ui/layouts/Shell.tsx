import type { ComponentChildren } from 'preact'
import { dateTimeNow } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Brokerage } from '../components/BrandMark.tsx'
import { Kept } from '../components/Kept.tsx'
import { useUi } from '../components/language-context.ts'
import type { CompanySwitchProps } from './CompanySwitch.tsx'
import { MenuPanel } from './MenuPanel.tsx'
import { type NavItem, NavLink, nameOf, SideNav, TabBar } from './Navigation.tsx'
import { Palette } from './Palette.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { TopBar } from './TopBar.tsx'

export type { NavItem }

export type ShellProps = {
  language: Language
  brokerage: Brokerage
  /** `detail` is the company for customers, the team for staff. */
  user: { name: string; detail: string }
  homeHref: string
  nav: NavItem[]
  top: {
    /** The page of the search, and where the palette asks. */
    search?: { href: string; source: string } | undefined
    messagesHref: string
    unread?: number | undefined
    profileHref: string
    signOutAction: string
    csrf?: string | undefined
  }
  /** Which four entries of `nav` stand in the bar at the foot of a phone. */
  tabbar?: number[] | undefined
  languageHrefs: Record<Language, string>
  /** For people with accounts at several companies. */
  companies?: CompanySwitchProps | undefined
  /** The account manager's card: at the foot of the side navigation, and in the menu on phones. */
  contact?: ComponentChildren
  /** Across the whole page (acting for somebody else, maintenance). */
  banner?: ComponentChildren
  children: ComponentChildren
}

/** The frame of every page behind the sign-in. */
export function Shell(props: ShellProps) {
  const t = useUi()
  const { brokerage, user, nav, top, tabbar = [0, 1, 4, 6], contact, banner, children } = props
  return (
    <>
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <div class="shell">
        <TopBar {...props} />
        <SideNav nav={nav} contact={contact} />
        <main id="main" tabindex={-1}>
          <p class="print-only print-head">
            <span>
              {brokerage.name} · {user.detail}
            </span>
            <span>{t.printed(dateTimeNow())}</span>
          </p>
          {banner && <div class="shell-banner">{banner}</div>}
          {children}
        </main>
      </div>
      <Kept name={`bar ${tabbar} ${nameOf(nav)}`} render={() => <TabBar nav={tabbar.flatMap((index) => nav[index] ?? [])} />} />
      <MenuPanel {...props}>
        <Kept
          name={`menu ${nameOf(nav)}`}
          render={() => (
            <>
              {nav.map((item) => (
                <NavLink key={item.href} item={item} />
              ))}
            </>
          )}
        />
      </MenuPanel>
      {top.search && <Palette action={top.search.href} source={top.search.source} />}
      {top.search && <Kept name={`shortcuts ${nav.map((item) => item.href).join(' ')}`} render={() => <Shortcuts nav={nav} />} />}
    </>
  )
}
