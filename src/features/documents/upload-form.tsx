import type { ComponentChildren } from 'preact'
import { acceptedEndings } from '../../platform/upload-check.ts'
import type { Upload } from '../../platform/uploads.ts'
import { formToken, href, type Visit } from '../../platform/visit.ts'
import { controlAttributes, Field } from '../../ui/components/Field.tsx'
import { uploadPhrases } from './upload-phrases.ts'
import { versionPhrases } from './version-phrases.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  path: string
  id?: string
  /** Watches for unsaved changes. */
  dirty?: boolean
  /** Where the script says that somebody is writing here. */
  typing?: string | undefined
  children: ComponentChildren
}

/** A form that sends files. The token stands first: without it the server reads nothing that follows. */
export function UploadForm({ visit, path, id, dirty, typing, children }: Props) {
  const t = uploadPhrases(visit.language)
  return (
    <form
      method="post"
      action={href(visit, path)}
      enctype="multipart/form-data"
      class="form"
      id={id}
      novalidate
      data-dirty={dirty || undefined}
      data-upload
      data-typing={typing && href(visit, typing)}
      data-token={typing && formToken(visit, typing)}
      data-progress={t.progress}
    >
      <input type="hidden" name="_token" value={formToken(visit, path)} />
      {children}
      <div class="upload-progress" data-upload-progress hidden>
        <label for="upload-bar">{t.progress}</label>
        <progress id="upload-bar" max="100" value="0" />
      </div>
    </form>
  )
}

interface FieldProps {
  visit: Pick<Visit, 'language' | 'services'>
  error?: string | undefined
  /** Phones also get a button that opens the camera. */
  camera?: boolean
  /** It may stay empty. */
  optional?: boolean
  /** Exactly one file. */
  single?: boolean
}

/** The file field, with what is accepted said beforehand. */
export function FilesField({ visit, error, camera, optional, single }: FieldProps) {
  const t = uploadPhrases(visit.language)
  const one = versionPhrases(visit.language)
  const words = single ? { label: one.file, hint: one.file_limits } : { label: t.files, hint: t.limits }
  const frame = { name: 'files', ...words, error, optional }
  return (
    <>
      {camera && (
        <div class="camera">
          <Field name="camera" label={t.camera}>
            <input
              {...controlAttributes({ name: 'camera', label: t.camera })}
              type="file"
              accept="image/*"
              capture="environment"
              class="input file"
            />
          </Field>
        </div>
      )}
      <Field {...frame}>
        <input
          {...controlAttributes(frame)}
          type="file"
          multiple={!single}
          accept={acceptedEndings.join(',')}
          class="input file"
        />
      </Field>
      <p class="hint">{visit.services.config.clamd ? t.scanned_hint : t.unscanned_hint}</p>
    </>
  )
}

/** What was wrong with the files, as sentences: first the limits, then each refused file with its reason. */
export function uploadErrors(visit: Pick<Visit, 'language'>, upload: Upload | undefined): string[] {
  const t = uploadPhrases(visit.language)
  if (!upload) return []
  if (upload.tooMuch) return [t[`too_much_${upload.tooMuch}`]]
  return upload.refused.map(({ name, reason }) => t[`refused_${reason}`](name))
}
