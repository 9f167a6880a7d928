import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { documentList } from '../list.tsx'
import type { DocumentRow } from '../queries.ts'
import { uploadPhrases } from '../upload-phrases.ts'

/** All documents that exist for this person. */
export function listPage(
  visit: Omit<Visit, 'db'>,
  state: ListState,
  result: ListResult<DocumentRow>,
  { uploads }: { uploads?: boolean } = {},
) {
  const actions = uploads && (
    <LinkButton href={href(visit, '/documents/new')} icon="upload" shortcut="n">
      {uploadPhrases(visit.language).title}
    </LinkButton>
  )
  return page(visit, { list: documentList, state, result, actions })
}
