import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Region, SearchField, Toolbar } from '../../../ui/components/Toolbar.tsx'
import { uiPhrases } from '../../../ui/phrases.ts'
import { portalPage } from '../../house/page.tsx'
import type { Found } from '../groups.tsx'
import { searchPhrases } from '../phrases.ts'

type View = Omit<Visit, 'db'>

/** One field for everything; what is found stands by kind, at most five of each. */
export function searchPage(visit: View, term: string, found: Found[]) {
  const t = searchPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: (
      <Region id="search">
        <Toolbar action={href(visit, '/search')} label={t.title}>
          <SearchField name="q" value={term} label={t.label} />
          <Button kind="primary" icon="search">
            {t.submit}
          </Button>
        </Toolbar>
        <Results visit={visit} term={term} found={found.filter(({ total }) => total > 0)} />
      </Region>
    ),
  })
}

function Results({ visit, term, found }: { visit: View; term: string; found: Found[] }) {
  const t = searchPhrases(visit.language)
  if (term === '') return <EmptyState icon="search" title={t.hint_title} text={t.hint_text} />
  if (found.length === 0) return <EmptyState icon="search" title={t.none_title(term)} text={t.none_text} />
  return (
    <div class="stack">
      <p class="muted" data-say>
        {sum(visit, found)}
      </p>
      {found.map((group) => group.draw(visit))}
    </div>
  )
}

function sum({ language }: View, found: Found[]): string {
  const total = found.reduce((before, group) => before + group.total, 0)
  const n = found.some(({ capped }) => capped) ? uiPhrases(language).moreThan(total) : count(total)
  return searchPhrases(language).found(n, total === 1)
}
