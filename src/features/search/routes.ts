import { get, page, signedIn } from '../../platform/routes.ts'
import { searchGroups } from './groups.tsx'
import { searchTerm } from './input.ts'
import { searchPage } from './pages/search.tsx'

export const routes = [
  get('/search', signedIn, async (visit, { query }) => {
    const term = searchTerm(query)
    const found = term === '' ? [] : await Promise.all(searchGroups.map((group) => group.search(visit.db, term)))
    return page(searchPage(visit, term, found))
  }),
]
