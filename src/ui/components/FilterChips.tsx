import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

export type Chip = {
  label: string
  value: string
  /** The same list without this filter. */
  removeHref: string
}

/** The active filters of a list, each with the way to remove it; links, so that it works without script. */
export function FilterChips({ chips, clearHref }: { chips: Chip[]; clearHref: string }) {
  const t = useUi()
  return (
    <ul class="chips plain-list" aria-label={t.activeFilters}>
      {chips.map(({ label, value, removeHref }) => (
        <li key={removeHref}>
          <a class="chip" href={removeHref} data-in>
            <span class="vh">{t.removeFilter} </span>
            <span>
              {label}: <strong>{value}</strong>
            </span>
            <Icon name="x" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="chip-clear" href={clearHref} data-in>
            {t.clearFilters}
          </a>
        </li>
      )}
    </ul>
  )
}
