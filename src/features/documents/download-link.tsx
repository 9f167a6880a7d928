import { href, type Visit } from '../../platform/visit.ts'
import { fileShown } from './file-size.ts'
import { documentPhrases } from './phrases.ts'
import type { DocumentRow } from './queries.ts'

interface Props {
  visit: Pick<Visit, 'language'>
  document: Pick<DocumentRow, 'id' | 'title' | 'media_type' | 'byte_size'>
}

/** «PDF, 12 kB» as a link that downloads; screen readers also hear of what. */
export function DownloadLink({ visit, document }: Props) {
  return (
    <a class="nowrap" href={href(visit, `/documents/${document.id}/file`)} download>
      {fileShown(document)}
      <span class="vh"> – {documentPhrases(visit.language).download_of(document.title)}</span>
    </a>
  )
}
