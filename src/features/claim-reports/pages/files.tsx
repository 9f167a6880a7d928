import { mayLeave } from '../../../platform/kept-files.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { sizeShown } from '../../documents/file-size.ts'
import { scanWord } from '../../documents/scan-words.ts'
import { FilesField, UploadForm } from '../../documents/upload-form.tsx'
import { PostForm } from '../../house/form.tsx'
import type { Draft, DraftFile } from '../drafts.ts'
import { isDrawn } from '../drawn.ts'
import { stepPage } from '../frame.tsx'
import { reportPhrases } from '../phrases.ts'
import { stepPath } from '../stepper.tsx'

type View = Omit<Visit, 'db'>

export interface FilesStep {
  draft: Draft
  files: DraftFile[]
  errors: string[]
}

/** Step 4: photos and papers; none is needed to go on. */
export function filesPage(visit: View, { draft, files, errors }: FilesStep) {
  const t = reportPhrases(visit.language)
  return stepPage(visit, {
    draft,
    step: 'files',
    lead: t.files_lead,
    errors: errors.map((message) => ({ field: 'files', message })),
    children: (
      <>
        {files.length > 0 && <Added visit={visit} draft={draft} files={files} />}
        <UploadForm visit={visit} path={stepPath(draft.id, 'files')}>
          <FilesField visit={visit} error={errors[0]} camera />
          <div class="row">
            <Button name="go" value="next" kind="primary" icon="arrow-right">
              {t.next}
            </Button>
            <Button name="go" value="stay" icon="upload">
              {t.upload}
            </Button>
            <Button name="go" value="later">
              {t.later}
            </Button>
          </div>
        </UploadForm>
      </>
    ),
  })
}

function Added({ visit, draft, files }: { visit: View; draft: Draft; files: DraftFile[] }) {
  const t = reportPhrases(visit.language)
  return (
    <Card id="added" title={t.files_added}>
      <ul class="files plain-list">
        {files.map((file) => (
          <li key={file.id}>
            <Picture visit={visit} draft={draft} file={file} />
            <div class="file-name">
              <p>{file.file_name}</p>
              <p class="small muted">
                {sizeShown(file.byte_size)}, {scanWord(visit, file.scan_state)}
              </p>
            </div>
            <PostForm visit={visit as Visit} path={`${stepPath(draft.id, 'files')}/${file.id}/removal`}>
              <Button kind="quiet" icon="x">
                {t.remove}
                <span class="vh"> {file.file_name}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Picture({ visit, draft, file }: { visit: View; draft: Draft; file: DraftFile }) {
  return (
    <span class="thumb">
      {isDrawn(file.media_type) && mayLeave(visit.services, file.scan_state) ? (
        <img src={href(visit, `${stepPath(draft.id, 'files')}/${file.id}/picture`)} alt="" loading="lazy" />
      ) : (
        <Icon name="file" />
      )}
    </span>
  )
}
