import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { documentPhrases } from '../../documents/phrases.ts'
import { FilesField, UploadForm } from '../../documents/upload-form.tsx'
import { uploadPhrases } from '../../documents/upload-phrases.ts'
import { portalPage } from '../../house/page.tsx'
import { paperCategories } from '../paper-categories.ts'
import { claimPhrases } from '../phrases.ts'
import { progressPhrases } from '../progress-phrases.ts'
import type { Claim } from '../queries.ts'

export interface PapersForm {
  id: string
  values: Record<string, string>
  errors: Record<string, string>
  /** What is wrong with the files, one sentence each. */
  fileErrors: string[]
}

/** «Unterlagen nachreichen»: photos, letters and bills that come after the report. */
export function papersPage(visit: Omit<Visit, 'db'>, claim: Claim, { id, values, errors, fileErrors }: PapersForm) {
  const t = progressPhrases(visit.language)
  const words = documentPhrases(visit.language)
  const upload = uploadPhrases(visit.language)
  return portalPage(visit, {
    title: t.add_papers,
    area: 'claims',
    crumbs: [
      { label: visit.brokerage.number },
      { label: claimPhrases(visit.language).title, href: href(visit, '/claims') },
      { label: claim.number, href: href(visit, `/claims/${claim.id}`) },
      { label: t.add_papers },
    ],
    lead: t.papers_lead(claim.number),
    error: Object.keys(errors).length + fileErrors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary
          errors={[
            ...Object.entries(errors).map(([field, message]) => ({ field, message })),
            ...fileErrors.map((message) => ({ field: 'files', message })),
          ]}
        />
        <UploadForm visit={visit} path={`/claims/${claim.id}/documents/new`}>
          <input type="hidden" name="_id" value={id} />
          <SelectField
            name="category"
            label={t.papers_category}
            options={[
              { value: '', label: t.papers_choose },
              ...paperCategories.map((one) => ({ value: one as string, label: words[`category_${one}`] })),
            ]}
            value={values.category ?? ''}
            error={errors.category}
            size="medium"
          />
          <TextField
            name="title"
            label={upload.document_title}
            hint={upload.title_hint}
            value={values.title ?? ''}
            error={errors.title}
            maxlength={200}
            optional
          />
          <FilesField visit={visit} error={errors.files ?? fileErrors[0]} camera />
          <div class="row">
            <Button kind="primary" icon="upload">
              {t.papers_send}
            </Button>
            <LinkButton href={href(visit, `/claims/${claim.id}`)}>{t.cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}
