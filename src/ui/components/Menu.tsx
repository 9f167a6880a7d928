import { Icon } from './Icon.tsx'

export type MenuItem = {
  label: string
  href: string
  icon: string
  /** What follows from it, in a few words. */
  hint?: string | undefined
  download?: boolean | undefined
}

type MenuProps = { id: string; label: string; icon?: string | undefined; items: MenuItem[] }

/** A button with a few links below it: a native popover, so it opens and closes without script. */
export function Menu({ id, label, icon, items }: MenuProps) {
  return (
    <div class="menu-button">
      <button type="button" class="button plain" popovertarget={id}>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
        <Icon name="chevron-down" />
      </button>
      <ul id={id} popover="auto" class="menu-list plain-list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} download={item.download}>
              <Icon name={item.icon} />
              <span>
                {item.label}
                {item.hint && <span class="muted small">{item.hint}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
