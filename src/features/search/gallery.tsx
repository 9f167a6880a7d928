import { inventedResult as claims } from '../claims/gallery.tsx'
import { claimList } from '../claims/list.tsx'
import { inventedResult as documents } from '../documents/gallery.tsx'
import { documentList } from '../documents/list.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedResult as objects } from '../insured-objects/gallery.tsx'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { found } from './groups.tsx'
import { searchPage } from './pages/search.tsx'

const term = 'MF-10.207'

export const gallery: GalleryEntry[] = [
  { name: 'before a search', render: (visit) => searchPage(visit, '', []) },
  {
    name: 'results of several kinds',
    render: (visit) =>
      searchPage(visit, term, [
        found(insuredObjectList, ['kind', 'plate', 'policy'], term, firstFive(objects)),
        found(claimList, ['occurred', 'cause', 'state'], term, firstFive(claims)),
        found(documentList, ['category', 'date', 'file'], term, firstFive(documents)),
      ]),
  },
  { name: 'nothing found', render: (visit) => searchPage(visit, 'Kühltransport', []) },
]

function firstFive<Row, R extends { rows: Row[] }>(result: R): R {
  return { ...result, rows: result.rows.slice(0, 5) }
}
