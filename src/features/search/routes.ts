import { Refusal } from '../../platform/errors.ts'
import { perMinute } from '../../platform/limits.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { allViews } from '../saved-views/queries.ts'
import { destinations } from './destinations.ts'
import { searchedKind, searchedPage, searchTerm } from './input.ts'
import { pageSize, searchPage, shortSize } from './pages/search.tsx'
import { paletteAnswer } from './palette.ts'
import { searchPhrases } from './phrases.ts'
import { search } from './queries.ts'
import type { Results } from './results.ts'
import { suggestion } from './suggestion.ts'

/** Searches of one person in a minute, typed ones included. */
const counted = perMinute(120)

const nothing: Results = { groups: [], words: [], near: false }

export const routes = [
  get('/search', signedIn, async (visit, { query }) => {
    const term = searchTerm(query)
    const [kind, number] = [searchedKind(query), searchedPage(query)]
    const results = term === '' ? nothing : await searched(visit, term, kind, number)
    const saved = term === '' ? [] : await allViews(visit.db)
    const last = lastPage(results, kind)
    const shown = number > last ? await searched(visit, term, kind, last) : results
    return page(
      searchPage(visit, {
        term,
        results: shown,
        suggestion: suggestion(term, shown),
        destinations: destinations(visit, term, saved).slice(0, 8),
        kind,
        page: Math.min(number, last),
      }),
    )
  }),

  // What the palette asks while one types (interface A.2).
  get('/search/palette', signedIn, async (visit, { query }) => {
    const answer = (body: object, status = 200, headers = {}) =>
      ({
        kind: 'text',
        status,
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(body),
        headers: { 'cache-control': 'no-store', ...headers },
      }) as const
    try {
      count(visit)
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused
      return answer({ note: searchPhrases(visit.language).too_often, said: '', groups: [] }, 429, {
        'retry-after': String(refused.retryAfter),
      })
    }
    return answer(await paletteAnswer(visit, searchTerm(query)))
  }),
]

function searched(visit: Visit, term: string, kind: Results['groups'][number]['kind'] | null, number: number): Promise<Results> {
  count(visit)
  return search(visit.db, term, {
    kind,
    from: kind ? (number - 1) * pageSize : 0,
    size: kind ? pageSize : shortSize,
    companies: seesSeveralCompanies(visit.actor),
    related: true,
    extracts: true,
  })
}

function lastPage({ groups }: Results, kind: Results['groups'][number]['kind'] | null): number {
  const total = groups.find((group) => group.kind === kind)?.total ?? 0
  return Math.max(1, Math.ceil(total / pageSize))
}

function count({ actor }: Visit) {
  if (actor.kind !== 'visitor') counted(actor.id)
}
