import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { portalPage } from '../../house/page.tsx'
import { categories } from '../categories.ts'
import type { Dossier } from '../dossier.ts'
import { documentPhrases } from '../phrases.ts'
import { FilesField, UploadForm } from '../upload-form.tsx'
import { uploadPhrases } from '../upload-phrases.ts'

type View = Omit<Visit, 'db'>

export interface NewDocument {
  id: string
  /** The claim the files belong to, when they come after a report. */
  claim: { id: string; number: string } | null
  /** Whose dossier it is, unless they belong to a claim. */
  dossier: Dossier | null
  values: Record<string, string>
  errors: Record<string, string>
  /** What is wrong with the files, one sentence each. */
  fileErrors: string[]
}

/** «Dokument hochladen»: into the dossier, or to a claim that the person reported. */
export function newPage(visit: View, state: NewDocument) {
  const t = uploadPhrases(visit.language)
  const { claim, dossier, errors, fileErrors } = state
  const back = claim ? `/claims/${claim.id}/report` : '/documents'
  return portalPage(visit, {
    title: t.title,
    area: claim ? 'claims' : 'documents',
    crumbs: crumbs(visit),
    lead: claim ? t.lead_claim(claim.number) : visit.actor.kind === 'staff' ? t.lead_company(dossier?.name ?? '') : t.lead,
    error: Object.keys(errors).length + fileErrors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary
          errors={[
            ...Object.entries(errors).map(([field, message]) => ({ field, message })),
            ...fileErrors.map((message) => ({ field: 'files', message })),
          ]}
        />
        {fileErrors.length > 0 && (
          <Note kind="info" announce={false}>
            <p>{t.nothing_filed}</p>
          </Note>
        )}
        <UploadForm visit={visit} path="/documents/new">
          <input type="hidden" name="_id" value={state.id} />
          {claim ? <input type="hidden" name="claim" value={claim.id} /> : <Filing visit={visit} state={state} />}
          <FilesField visit={visit} error={errors.files ?? fileErrors[0]} camera={claim !== null} />
          <div class="row">
            <Button kind="primary" icon="upload">
              {t.send}
            </Button>
            <LinkButton href={href(visit, back)}>{t.cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}

/** The way here, for the pages of an upload. */
export function crumbs(visit: View) {
  return [
    { label: visit.brokerage.number },
    { label: documentPhrases(visit.language).title, href: href(visit, '/documents') },
    { label: uploadPhrases(visit.language).title },
  ]
}

function Filing({ visit, state: { dossier, values, errors } }: { visit: View; state: NewDocument }) {
  const t = uploadPhrases(visit.language)
  const words = documentPhrases(visit.language)
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] })
  const staff = visit.actor.kind === 'staff'
  return (
    <>
      {staff && <input type="hidden" name="company" value={dossier?.id} />}
      <SelectField
        {...field('category')}
        value={values.category || 'auto'}
        label={t.category}
        options={[
          { value: 'auto', label: t.category_auto },
          ...categories.map((one) => ({ value: one as string, label: words[`category_${one}`] })),
        ]}
        size="medium"
      />
      <SelectField
        {...field('policy')}
        label={t.policy}
        hint={t.policy_hint}
        options={[
          { value: '', label: t.no_policy },
          ...(dossier?.policies ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.number}` })),
        ]}
        optional
      />
      <TextField {...field('title')} label={t.document_title} hint={t.title_hint} maxlength={200} optional />
      <DateField {...field('dated_on')} label={t.dated} optional />
      <Checkbox
        name="confidential"
        label={t.confidential}
        hint={staff ? t.confidential_staff : t.confidential_hint}
        checked={values.confidential === 'on'}
      />
    </>
  )
}

/** Without the role: which one it takes, and whom to ask. */
export function closedPage(visit: View) {
  const t = uploadPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'documents',
    crumbs: crumbs(visit),
    children: <EmptyState icon="lock" title={t.closed_title} text={t.closed_text} />,
  })
}
