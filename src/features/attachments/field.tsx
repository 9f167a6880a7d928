import type { Visit } from '../../platform/visit.ts'
import { Checkbox } from '../../ui/components/Checkbox.tsx'
import { FilesField } from '../documents/upload-form.tsx'
import { attachmentPhrases } from './phrases.ts'
import type { Files } from './received.ts'
import { AttachmentName } from './shown.tsx'

interface Props {
  visit: Omit<Visit, 'db'>
  files: Files
}

/** What a form says about its files: those it has already, each with a tick, and the field for more, folded away until it is wanted. */
export function AttachmentField({ visit, files: { draftId, files, errors } }: Props) {
  const t = attachmentPhrases(visit.language)
  return (
    <>
      <input type="hidden" name="_draft" value={draftId} />
      {files.length > 0 && (
        <fieldset class="field">
          <legend>{t.attached}</legend>
          <p class="hint">{t.attached_hint}</p>
          {files.map((file) => (
            <Checkbox key={file.id} name="keep" value={file.id} label={<AttachmentName visit={visit} file={file} />} checked />
          ))}
        </fieldset>
      )}
      <details class="attach" open={errors.length > 0}>
        <summary>{t.attach}</summary>
        <FilesField visit={visit} error={errors[0]} camera optional />
      </details>
    </>
  )
}
