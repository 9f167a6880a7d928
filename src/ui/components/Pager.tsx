import { count } from '../../platform/format.ts'
import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

type PagerProps = {
  from: number
  to: number
  total: number
  /** `total` is only as far as was counted: there are more. */
  capped?: boolean | undefined
  page: number
  pages: number
  hrefFor: (page: number) => string
}

/** «1 bis 10 von 48 Einträgen» and the way to the other pages. */
export function Pager({ from, to, total, capped, page, pages, hrefFor }: PagerProps) {
  const t = useUi()
  return (
    <div class="pager">
      <p data-say>{total === 0 ? t.noEntries : t.shown(from, to, capped ? t.moreThan(total) : count(total))}</p>
      {pages > 1 && (
        <nav aria-label={t.pages}>
          <ol class="plain-list">
            <li>{page > 1 && <Step href={hrefFor(page - 1)} icon="chevron-left" label={t.previous} rel="prev" />}</li>
            {pageList(page, pages).map((entry, index) =>
              entry === null ? (
                <li key={`gap-${index}`} class="gap" aria-hidden="true">
                  …
                </li>
              ) : (
                <li key={entry} class={entry === page ? 'current' : undefined}>
                  <a href={hrefFor(entry)} data-in aria-current={entry === page ? 'page' : undefined}>
                    <span class="vh">{t.page} </span>
                    {count(entry)}
                  </a>
                </li>
              ),
            )}
            <li>{page < pages && <Step href={hrefFor(page + 1)} icon="chevron-right" label={t.next} rel="next" />}</li>
          </ol>
        </nav>
      )}
    </div>
  )
}

function Step({ href, icon, label, rel }: { href: string; icon: string; label: string; rel: string }) {
  return (
    <a href={href} data-in rel={rel}>
      <Icon name={icon} />
      <span class="vh">{label}</span>
    </a>
  )
}

/** First, last and the neighbours of `page`; null is a gap of at least two: (5, 20) → 1 … 4 5 6 … 20. */
export function pageList(page: number, pages: number): (number | null)[] {
  const shown = [1, 2, page - 1, page, page + 1, pages - 1, pages]
    .filter((n) => n >= 1 && n <= pages)
    // 2 and the last but one only where they would close a gap of one
    .filter((n) => (n !== 2 || page <= 4) && (n !== pages - 1 || page >= pages - 3 || pages <= 2))
  const sorted = [...new Set([...shown, 1, pages, page])].sort((a, b) => a - b)
  return sorted.flatMap((n, index) => (index > 0 && n - sorted[index - 1]! > 1 ? [null, n] : [n]))
}
