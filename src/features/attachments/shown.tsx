import { mayLeave } from '../../platform/kept-files.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { fileShown } from '../documents/file-size.ts'
import { scanWord } from '../documents/scan-words.ts'
import { PostForm } from '../house/form.tsx'
import { filesAttachments } from './filing.ts'
import { attachmentPhrases } from './phrases.ts'
import type { Attachment } from './queries.ts'

type View = Omit<Visit, 'db'>

/** The files of a message or a request: name, kind, size, and what the virus scanner said. What may not leave is no link. */
export function Attachments({ visit, files }: { visit: View; files: Attachment[] }) {
  if (files.length === 0) return null
  return (
    <ul class="plain-list attachments" aria-label={attachmentPhrases(visit.language).attached}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name={file.media_type.startsWith('image/') ? 'file' : 'file-text'} />
          <AttachmentName visit={visit} file={file} />
          <Filing visit={visit} file={file} />
        </li>
      ))}
    </ul>
  )
}

// In the dossier it is a document; until then staff can make it one.
function Filing({ visit, file }: { visit: View; file: Attachment }) {
  const t = attachmentPhrases(visit.language)
  if (file.filed) {
    return (
      <a class="small" href={href(visit, `/documents/${file.id}`)}>
        {t.in_dossier}
        <span class="vh"> – {file.file_name}</span>
      </a>
    )
  }
  if (!filesAttachments(visit.actor) || !mayLeave(visit.services, file.scan_state)) return null
  return (
    <PostForm visit={visit as Visit} path={`/attachments/${file.id}/filing`}>
      <Button kind="quiet" icon="folder">
        {t.file_it}
        <span class="vh"> – {file.file_name}</span>
      </Button>
    </PostForm>
  )
}

/** «offerte.pdf · PDF, 12 kB, virengeprüft», the name as a download. */
export function AttachmentName({ visit, file }: { visit: Pick<Visit, 'language' | 'services'>; file: Attachment }) {
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
