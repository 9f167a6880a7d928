import { href, type Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { portalPage } from '../../house/page.tsx'
import { documentList } from '../list.tsx'
import { documentPhrases } from '../phrases.ts'
import type { DocumentRow } from '../queries.ts'
import { uploadPhrases } from '../upload-phrases.ts'

/** All documents that exist for this person. */
export function listPage(
  visit: Omit<Visit, 'db'>,
  state: ListState,
  result: ListResult<DocumentRow>,
  { done, uploads }: { done?: string | null; uploads?: boolean } = {},
) {
  const t = documentPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'documents',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    done,
    actions: uploads && (
      <LinkButton href={href(visit, '/documents/new')} icon="upload">
        {uploadPhrases(visit.language).title}
      </LinkButton>
    ),
    children: <ListBody visit={visit as Visit} list={documentList} state={state} result={result} />,
  })
}
