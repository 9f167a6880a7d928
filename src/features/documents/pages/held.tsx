import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../crumbs.ts'
import { heldNotice } from '../held.tsx'
import { documentPhrases } from '../phrases.ts'
import type { DocumentRecord } from '../queries.ts'

/** The document is there, but the virus scanner keeps its file in the house. */
export function heldPage(visit: Omit<Visit, 'db'>, document: DocumentRecord) {
  const back = (
    <LinkButton href={href(visit, `/documents/${document.id}`)}>{documentPhrases(visit.language).back_to_document}</LinkButton>
  )
  return portalPage(visit, {
    title: document.title,
    area: 'documents',
    crumbs: crumbs(visit, document),
    children: heldNotice(visit, document.scan_state, back),
  })
}
