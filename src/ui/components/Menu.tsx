import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

export type MenuItem = {
  label: string
  href: string
  icon: string
  /** What follows from it, in a few words. */
  hint?: string | undefined
  download?: boolean | undefined
}

/** A thing that only the script does: put a text on the clipboard, or open the print dialogue. */
export type MenuDeed = { label: string; icon: string; copy?: string; print?: true }

type MenuProps = { id: string; label: string; icon?: string | undefined; items: MenuItem[]; deeds?: MenuDeed[] | undefined }

/** A button with a few links below it: a native popover, so it opens and closes without script. */
export function Menu({ id, label, icon, items, deeds = [] }: MenuProps) {
  const t = useUi()
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
        {deeds.map((deed) => (
          <li key={deed.label} class="js-only">
            <button type="button" data-print={deed.print} data-copy={deed.copy} data-done={deed.copy && t.copied}>
              <Icon name={deed.icon} />
              <span>{deed.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
