import { mayLeave } from '../../platform/kept-files.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { fileShown } from '../documents/file-size.ts'
import { scanWord } from '../documents/scan-words.ts'
import { attachmentPhrases } from './phrases.ts'
import type { Attachment } from './queries.ts'

type View = Pick<Visit, 'language' | 'services'>

/** The files of a message or a request: name, kind, size, and what the virus scanner said. What may not leave is no link. */
export function Attachments({ visit, files }: { visit: View; files: Attachment[] }) {
  if (files.length === 0) return null
  return (
    <ul class="plain-list attachments" aria-label={attachmentPhrases(visit.language).attached}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name={file.media_type.startsWith('image/') ? 'file' : 'file-text'} />
          <AttachmentName visit={visit} file={file} />
        </li>
      ))}
    </ul>
  )
}

/** «offerte.pdf · PDF, 12 kB, virengeprüft», the name as a download. */
export function AttachmentName({ visit, file }: { visit: View; file: Attachment }) {
  return (
    <span>
      {mayLeave(visit.services, file.scan_state) ? (
        <a href={href(visit, `/attachments/${file.id}/file`)} download>
          {file.file_name}
        </a>
      ) : (
        file.file_name
      )}{' '}
      <span class="small muted">
        {fileShown(file)}, {scanWord(visit, file.scan_state)}
      </span>
    </span>
  )
}
