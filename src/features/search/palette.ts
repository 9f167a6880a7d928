import { count } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { allViews } from '../saved-views/queries.ts'
import { hitFacts, hitPath, hitTitle } from './describe.tsx'
import { type Destination, destinations } from './destinations.ts'
import { kindInfo, kinds, kindTitle } from './kinds.ts'
import { type Marked, marked } from './marks.ts'
import { searchPath } from './pages/search.tsx'
import { searchPhrases } from './phrases.ts'
import { search } from './queries.ts'
import type { Hit, Results } from './results.ts'

/** One row of the palette: texts and an address, never HTML. */
interface PaletteRow {
  title: Marked
  note: string
  icon: string
  /** Null: signs out, by the form that the page has for it. */
  href: string | null
  keys?: string | undefined
}

/** What stands in the palette; `said` is for screen readers. */
interface PaletteAnswer {
  note: string
  said: string
  groups: PaletteGroup[]
}

interface PaletteGroup {
  label: string
  rows: PaletteRow[]
}

const mostRows = 8

/** What the palette shows for a term: three groups, eight rows in all, what is found first. */
export async function paletteAnswer(visit: Visit, term: string): Promise<PaletteAnswer> {
  const t = searchPhrases(visit.language)
  if (term === '') return { note: '', said: '', groups: groupsOf(visit, [], destinations(visit, ''), []) }
  const places = destinations(visit, term, await allViews(visit.db))
  const results = await search(visit.db, term, { size: 4, companies: seesSeveralCompanies(visit.actor) })
  const found = best(results, mostRows - Math.min(places.length, 3))
  const total = results.groups.reduce((sum, group) => sum + group.total, 0)
  const rows = found.map((hit) => hitRow(visit, hit, results.words))
  if (total > found.length) {
    rows.splice(mostRows - Math.min(places.length, 3) - 1)
    rows.push({ title: [t.everything(term)], note: '', icon: 'search', href: href(visit, searchPath(term)) })
  }
  const note = rows.length + places.length === 0 ? t.none_title(term) : results.near ? t.near(term) : ''
  const said = t.found(count(total), total === 1)
  return { note, said, groups: groupsOf(visit, rows, places.slice(0, mostRows - rows.length), results.words) }
}

// Of each kind its best first, so that one kind does not fill everything.
function best({ groups }: Results, most: number): Hit[] {
  const order = (hit: Hit) => kinds.findIndex(({ kind }) => kind === hit.kind)
  const ranked = groups.flatMap(({ hits }) => hits.map((hit, place) => ({ hit, place })))
  return ranked
    .sort((a, b) => Math.min(a.hit.rank, 1) - Math.min(b.hit.rank, 1) || a.place - b.place || order(a.hit) - order(b.hit))
    .slice(0, most)
    .map(({ hit }) => hit)
}

function hitRow(visit: Visit, hit: Hit, words: string[]): PaletteRow {
  const note = [kindTitle(hit.kind, visit.language), ...hitFacts(visit, hit)].join(' · ')
  return {
    title: marked(hitTitle(hit, visit.language), words),
    note,
    icon: kindInfo(hit.kind).list.icon,
    href: href(visit, hitPath(visit, hit)),
  }
}

function groupsOf(visit: Visit, found: PaletteRow[], places: Destination[], words: string[]): PaletteGroup[] {
  const t = searchPhrases(visit.language)
  const of = (group: Destination['group']) =>
    places
      .filter((place) => place.group === group)
      .map(
        (place): PaletteRow => ({
          title: marked(place.label, words),
          note: '',
          icon: place.icon,
          href: place.path && href(visit, place.path),
          keys: place.shortcut,
        }),
      )
  return [
    { label: t.go, rows: of('go') },
    { label: t.records, rows: found },
    { label: t.do, rows: of('do') },
  ].filter(({ rows }) => rows.length > 0)
}
