import type { ComponentChildren } from 'preact'
import { Icon } from '../components/Icon.tsx'
import { Kept } from '../components/Kept.tsx'
import { useUi } from '../components/language-context.ts'

export type NavItem = {
  label: string
  href: string
  icon: string
  current?: boolean | undefined
  /** Open things waiting there. */
  count?: number | undefined
  /** A number that the open page learns and follows by itself (behaviours/live.ts), with its words for one and for several (`#`). */
  live?: { topic: string; one: string; other: string } | undefined
  /** Two keys, e.g. `g p`. */
  shortcut?: string | undefined
}

/** The nine entries at the side, the contact card at the foot. */
export function SideNav({ nav, contact }: { nav: NavItem[]; contact?: ComponentChildren }) {
  const t = useUi()
  return (
    <div class="side">
      <nav aria-label={t.mainNavigation}>
        <ul class="plain-list">
          <Kept
            name={`side ${nameOf(nav)}`}
            render={() => (
              <>
                {nav.map((item) => (
                  <NavLink key={item.href} item={item} shortcut />
                ))}
              </>
            )}
          />
        </ul>
      </nav>
      {contact && <aside class="side-contact">{contact}</aside>}
    </div>
  )
}

/** Everything that a list of entries says, as one word: what it is kept under. */
export function nameOf(nav: NavItem[]): string {
  return nav.map((item) => `${item.href}${item.current ? '*' : ''}${item.count ?? ''}`).join(' ')
}

/** One entry; `shortcut` marks the one link the keys belong to. */
export function NavLink({ item, shortcut }: { item: NavItem; shortcut?: boolean | undefined }) {
  return (
    <li>
      <a class="nav-link" href={item.href} aria-current={item.current ? 'page' : undefined} data-key={shortcut && item.shortcut}>
        <Icon name={item.icon} />
        <span class="nav-label">{item.label}</span>
        <Count value={item.count} />
        {item.live && (
          <span
            class="nav-live"
            data-live={item.live.topic}
            data-mark=""
            data-say={item.label}
            data-one={item.live.one}
            data-other={item.live.other}
          />
        )}
      </a>
    </li>
  )
}

function Count({ value }: { value: number | undefined }) {
  const t = useUi()
  if (!value) return null
  return (
    <>
      <span class="count" aria-hidden="true">
        {value}
      </span>
      <span class="vh"> ({t.open(value)})</span>
    </>
  )
}

/** Four entries and the menu, in reach of the thumb. */
export function TabBar({ nav }: { nav: NavItem[] }) {
  const t = useUi()
  return (
    <nav class="tabbar" aria-label={t.quickNavigation}>
      <ul class="plain-list">
        {nav.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} />
              <span>{item.label}</span>
            </a>
          </li>
        ))}
        <li>
          <button type="button" popovertarget="menu">
            <Icon name="menu" />
            <span>{t.menu}</span>
          </button>
        </li>
      </ul>
    </nav>
  )
}
