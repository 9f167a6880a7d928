import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../crumbs.ts'
import { fileShown } from '../file-size.ts'
import { documentPhrases } from '../phrases.ts'
import type { DocumentRecord } from '../queries.ts'
import { FilesField, UploadForm } from '../upload-form.tsx'
import { uploadPhrases } from '../upload-phrases.ts'
import { versionPhrases } from '../version-phrases.ts'

type View = Omit<Visit, 'db'>

export interface NewVersion {
  /** What was wrong with the file, one sentence each. */
  errors: string[]
  /** The file that lost against somebody else's. */
  lost?: { name: string; mediaType: string; size: number } | undefined
}

/** «Neue Version hochladen»: one file takes the place of another. */
export function newVersionPage(visit: View, document: DocumentRecord, { errors, lost }: NewVersion) {
  const t = versionPhrases(visit.language)
  const [house, list, own] = crumbs(visit, document)
  return portalPage(visit, {
    title: t.replace,
    area: 'documents',
    crumbs: [house!, list!, { label: own!.label, href: href(visit, `/documents/${document.id}`) }, { label: t.replace }],
    lead: t.replace_lead(document.title),
    error: errors.length > 0 || lost !== undefined,
    children: (
      <div class="stack">
        <ErrorSummary errors={errors.map((message) => ({ field: 'files', message }))} />
        {lost && <Lost visit={visit} document={document} lost={lost} />}
        <UploadForm visit={visit} path={`/documents/${document.id}/versions/new`}>
          <input type="hidden" name="version" value={document.version} />
          <FilesField visit={visit} error={errors[0]} single />
          <div class="row">
            <Button kind="primary" icon="upload">
              {t.send}
            </Button>
            <LinkButton href={href(visit, `/documents/${document.id}`)}>{uploadPhrases(visit.language).cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}

function Lost({ visit, document, lost }: { visit: View; document: DocumentRecord; lost: NonNullable<NewVersion['lost']> }) {
  const t = versionPhrases(visit.language)
  const words = documentPhrases(visit.language)
  return (
    <>
      <Note kind="warn" title={t.conflict_title}>
        <p>{t.conflict_file}</p>
      </Note>
      <DataTable
        caption={t.conflict_title}
        columns={[
          { key: 'field', label: t.conflict_field },
          { key: 'yours', label: t.conflict_yours },
          { key: 'theirs', label: t.conflict_theirs },
        ]}
        rows={[
          { key: 'name', cells: [words.file_name, lost.name, document.file_name] },
          {
            key: 'file',
            cells: [words.file, fileShown({ media_type: lost.mediaType, byte_size: lost.size }), fileShown(document)],
          },
          { key: 'since', cells: [t.since, '', dateTime(document.file_since)] },
        ]}
      />
    </>
  )
}
