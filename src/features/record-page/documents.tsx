import type { Db } from '../../platform/db.ts'
import { href, type Visit } from '../../platform/visit.ts'
import type { ListResult } from '../../records/list-query.ts'
import type { Around } from '../../records/record-around.ts'
import type { RecordKey, RecordKind } from '../../records/record-description.ts'
import { readShortListWithin, ShortTable } from '../../records/short-list.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { filesDocuments, filesForCompanies } from '../documents/access.ts'
import { documentList } from '../documents/list.tsx'
import type { DocumentRow } from '../documents/queries.ts'
import { framePhrases } from './phrases.ts'

type View = Omit<Visit, 'db'>

export type Documents = ListResult<DocumentRow>

// What a document hangs on, by the kind of record; other kinds have none of their own.
const columns: Partial<Record<RecordKind, string>> = {
  policy: 'document.policy_id',
  claim: 'document.claim_id',
  premium_invoice: 'document.premium_invoice_id',
}

/** The newest documents of a record; null for a kind that has none. */
export async function documentsOf(db: Db, { kind, id }: RecordKey): Promise<Documents | null> {
  const column = columns[kind]
  return column ? readShortListWithin(db, documentList, { column, id }) : null
}

interface Props {
  visit: View
  record: RecordKey
  around: Around
  documents: Documents
  /** What the list of documents finds them by. */
  search: string
}

/** The documents of a record, and the way to add one for those who may. */
export function DocumentsCard({ visit, record, around, documents, search }: Props) {
  const t = framePhrases(visit.language)
  const upload = uploadPath(visit, record, around)
  return (
    <Card
      id="documents"
      title={documentList.words(visit.language).title}
      flush={documents.total > 0}
      action={upload && <a href={href(visit, upload)}>{t.upload}</a>}
    >
      {documents.total === 0 ? (
        <p class="muted">{t.no_documents}</p>
      ) : (
        <>
          <ShortTable visit={visit as Visit} list={documentList} result={documents} columns={['category', 'date', 'file']} />
          {documents.total > documents.rows.length && (
            <p class="card-foot">
              <a href={href(visit, `/documents?q=${encodeURIComponent(search)}`)}>{t.all_documents(documents.total)}</a>
            </p>
          )}
        </>
      )}
    </Card>
  )
}

// As documents/upload.ts and claims/papers.ts ask: File Managers of the own company, and to a claim whoever reported it.
function uploadPath({ actor }: View, { kind, id }: RecordKey, { standing }: Around): string | null {
  if (filesForCompanies(actor) && kind === 'policy') return `/documents/new?policy=${id}`
  if (actor.kind !== 'customer') return null
  const own = standing.companyId === actor.companyId
  if (kind === 'claim') return standing.author?.you || (filesDocuments(actor) && own) ? `/claims/${id}/documents/new` : null
  return kind === 'policy' && filesDocuments(actor) && standing.companyId === actor.companyId
    ? `/documents/new?policy=${id}`
    : null
}
