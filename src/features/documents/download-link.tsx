import { mayLeave } from '../../platform/kept-files.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { fileShown } from './file-size.ts'
import { documentPhrases } from './phrases.ts'
import type { DocumentRow } from './queries.ts'
import { scanWord } from './scan-words.ts'

interface Props {
  visit: Pick<Visit, 'language' | 'services'>
  document: Pick<DocumentRow, 'id' | 'title' | 'media_type' | 'byte_size' | 'scan_state'>
}

/** «PDF, 12 kB» as a link that downloads; screen readers also hear of what. What may not leave says why instead. */
export function DownloadLink({ visit, document }: Props) {
  if (!mayLeave(visit.services, document.scan_state)) return <span class="muted">{scanWord(visit, document.scan_state)}</span>
  return (
    <a class="nowrap" href={href(visit, `/documents/${document.id}/file`)} download>
      {fileShown(document)}
      <span class="vh"> – {documentPhrases(visit.language).download_of(document.title)}</span>
    </a>
  )
}
