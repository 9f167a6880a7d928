import { href, type Visit } from '../../platform/visit.ts'
import { documentPhrases } from './phrases.ts'
import type { DocumentRecord } from './queries.ts'

/** The path on top of the pages of a document. */
export function crumbs(visit: Pick<Visit, 'language' | 'brokerage'>, document: Pick<DocumentRecord, 'title'>) {
  const t = documentPhrases(visit.language)
  return [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/documents') }, { label: document.title }]
}
