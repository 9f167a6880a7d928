import { shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { readDay } from '../../service-requests/days.ts'
import { categories, categoryName, categoryOf, storedWord } from '../categories.ts'
import { crumbs } from '../crumbs.ts'
import { documentPhrases } from '../phrases.ts'
import type { DocumentRecord } from '../queries.ts'
import { uploadPhrases } from '../upload-phrases.ts'
import { versionPhrases } from '../version-phrases.ts'

type View = Omit<Visit, 'db'>

export const editedFields = ['title', 'category', 'dated_on'] as const
export type EditedValues = Record<(typeof editedFields)[number], string>

export interface EditState {
  values: EditedValues
  errors: Partial<EditedValues>
  /** Somebody saved in between: what stands there now is in the document. */
  conflict?: boolean
}

/** What a document holds, as the form shows it. */
export function valuesOf(document: DocumentRecord): EditedValues {
  return {
    title: document.title,
    category: categoryOf(document.category) ?? document.category,
    dated_on: shortDate(document.dated_on),
  }
}

/** «Angaben ändern»: what a document is called, what it is and from when. */
export function editPage(visit: View, document: DocumentRecord, { values, errors, conflict }: EditState) {
  const t = versionPhrases(visit.language)
  const words = documentPhrases(visit.language)
  const [house, list, own] = crumbs(visit, document)
  const field = (name: keyof EditedValues) => ({ name, value: values[name], error: errors[name] })
  return portalPage(visit, {
    title: t.edit,
    area: 'documents',
    crumbs: [house!, list!, { label: own!.label, href: href(visit, `/documents/${document.id}`) }, { label: t.edit }],
    error: Object.keys(errors).length > 0 || conflict === true,
    children: (
      <div class="stack">
        <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ field: name, message: message! }))} />
        {conflict && <Conflict visit={visit} document={document} values={values} />}
        <PostForm visit={visit as Visit} path={`/documents/${document.id}/edit`} class="form">
          <input type="hidden" name="version" value={document.version} />
          <TextField {...field('title')} label={words.name} maxlength={200} />
          <SelectField {...field('category')} label={words.category} options={categoryOptions(visit, document)} size="medium" />
          <DateField {...field('dated_on')} label={uploadPhrases(visit.language).dated} optional />
          <div class="row">
            <Button kind="primary">{t.save}</Button>
            <LinkButton href={href(visit, `/documents/${document.id}`)}>{uploadPhrases(visit.language).cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}

// A word of the source that the portal does not know can stay.
function categoryOptions(visit: View, document: DocumentRecord) {
  const words = documentPhrases(visit.language)
  const known = categories.map((one) => ({ value: one as string, label: words[`category_${one}`] }))
  return categoryOf(document.category) ? known : [{ value: document.category, label: document.category }, ...known]
}

function Conflict({ visit, document, values }: { visit: View; document: DocumentRecord; values: EditedValues }) {
  const t = versionPhrases(visit.language)
  const words = documentPhrases(visit.language)
  const labels = { title: words.name, category: words.category, dated_on: words.dated }
  const now = valuesOf(document)
  const shown = (name: keyof EditedValues, value: string) =>
    name === 'category' ? categoryName(storedWord(value), visit.language) : value
  return (
    <>
      <Note kind="warn" title={t.conflict_title}>
        <p>{t.conflict_values}</p>
      </Note>
      <DataTable
        caption={t.conflict_title}
        columns={[
          { key: 'field', label: t.conflict_field },
          { key: 'yours', label: t.conflict_yours },
          { key: 'theirs', label: t.conflict_theirs },
        ]}
        rows={editedFields
          .filter((name) => comparable(name, values) !== comparable(name, now))
          .map((name) => ({ key: name, cells: [labels[name], shown(name, values[name]), shown(name, now[name])] }))}
      />
    </>
  )
}

// The same day in another spelling is no difference.
function comparable(name: keyof EditedValues, values: EditedValues): string | null | undefined {
  return name === 'dated_on' ? readDay(values.dated_on) : values[name]
}
