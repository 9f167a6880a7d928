import type { ComponentChildren } from 'preact'
import { Icon } from '../components/Icon.tsx'
import { LanguageSwitch } from '../components/LanguageSwitch.tsx'
import { useUi } from '../components/language-context.ts'
import type { ShellProps } from './Shell.tsx'
import { SignOut } from './TopBar.tsx'

type MenuPanelProps = Omit<ShellProps, 'children'> & { children: ComponentChildren }

/** Everything, on a phone: a native popover, so it opens without script as well. */
export function MenuPanel({ language, user, top, languageHrefs, contact, children }: MenuPanelProps) {
  const t = useUi()
  return (
    <div id="menu" popover="auto" class="menu" role="dialog" aria-label={t.menu}>
      <header class="menu-head">
        <p>
          <strong>{user.name}</strong>
          <span class="muted small">{user.detail}</span>
        </p>
        <button type="button" class="button quiet icon-only" popovertarget="menu" popovertargetaction="hide">
          <Icon name="x" />
          <span class="vh">{t.close}</span>
        </button>
      </header>
      <nav aria-label={t.mainNavigation}>
        <ul class="plain-list">{children}</ul>
      </nav>
      {contact && <div class="menu-contact">{contact}</div>}
      <LanguageSwitch current={language} hrefs={languageHrefs} long />
      <SignOut {...top} wide />
    </div>
  )
}
