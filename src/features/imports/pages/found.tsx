import { count } from '../../../platform/format.ts'
import { href } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { importPhrases } from '../phrases.ts'
import { reasonText } from '../print.ts'
import type { Refusal } from '../refusal.ts'
import type { ImportedFile, ImportRun } from '../run-queries.ts'
import { screenPhrases, sourceName } from '../screen-phrases.ts'
import { sources } from '../sources.ts'
import type { View } from './frame.tsx'

const shownAtMost = 200

/** How many rows of each file are new, changed, the same, refused. */
export function CountsCard({ visit, run }: { visit: View; run: ImportRun }) {
  const t = screenPhrases(visit.language)
  const words = importPhrases(visit.language)
  const files = run.report.files ?? []
  if (files.length === 0) return null
  const columns = ['read', 'new', 'changed', 'unchanged', 'refused'] as const
  return (
    <Card id="counts" title={t.summary} flush>
      <DataTable
        caption={`${t.summary} – ${t.file}`}
        columns={[{ key: 'file', label: t.file }, ...columns.map((key) => ({ key, label: words[key], align: 'end' as const }))]}
        rows={files.map((file, at) => ({ key: String(at), cells: [file.file, ...columns.map((column) => count(file[column]))] }))}
      />
      {files.some(({ ignoredColumns }) => ignoredColumns.length > 0) && (
        <div class="import-ignored">
          {files
            .filter(({ ignoredColumns }) => ignoredColumns.length > 0)
            .map(({ file, ignoredColumns }) => (
              <p key={file} class="hint">
                {words.ignoredColumns(file, ignoredColumns.join(', '))}
              </p>
            ))}
        </div>
      )}
    </Card>
  )
}

/** The refused rows with their cells, and the files to correct them in. */
export function ErrorsCard({ visit, run, files }: { visit: View; run: ImportRun; files: ImportedFile[] }) {
  const t = screenPhrases(visit.language)
  const rows = files.length
    ? files.flatMap((file) => (file.found.refusals ?? []).map((refusal) => ({ ...refusal, name: file.name })))
    : (run.report.refusals ?? []).map((refusal) => ({ ...refusal, name: refusal.file, at: String(refusal.line) }))
  const all = run.report.refused ?? 0
  if (all === 0) return null
  const shown = rows.slice(0, shownAtMost)
  return (
    <Card id="errors" title={`${t.errors} (${count(all)})`}>
      <div class="stack tight">
        {run.state === 'checked' && <p>{t.errors_lead}</p>}
        <div class="row">
          {files
            .filter(({ found }) => found.refusals?.some(({ cells }) => cells !== null))
            .flatMap((file) =>
              (['xlsx', 'csv'] as const).map((format) => (
                <LinkButton
                  key={`${file.id}.${format}`}
                  href={href(visit, `/imports/${run.id}/errors/${file.id}.${format}`)}
                  icon="download"
                  download
                >
                  {t.error_file(file.name, format === 'xlsx' ? 'Excel' : 'CSV')}
                </LinkButton>
              )),
            )}
        </div>
        <DataTable
          caption={t.errors}
          columns={[
            { key: 'cell', label: t.cell, nowrap: true },
            { key: 'file', label: t.file },
            { key: 'column', label: t.column },
            { key: 'value', label: t.value },
            { key: 'what', label: t.what_to_do },
          ]}
          rows={shown.map((refusal, at) => ({
            key: String(at),
            cells: [refusal.at, refusal.name, refusal.column, refusal.value, sentence(visit, refusal)],
          }))}
        />
        {all > shown.length && <p class="hint">{t.first_only(count(shown.length), count(all))}</p>}
      </div>
    </Card>
  )
}

// What is wrong, and where that alone does not say what to do, what to do.
function sentence(visit: View, refusal: Pick<Refusal, 'reason' | 'detail'>): string {
  const t = screenPhrases(visit.language)
  const said = reasonText(visit.language, refusal)
  if (refusal.reason.startsWith('unknown_')) return `${said}. ${t.advice_reference}`
  if (refusal.reason === 'file_missing') return `${said}. ${t.advice_file}`
  return refusal.reason === 'duplicate_key' ? `${said}. ${t.advice_duplicate}` : said
}

/** What stands in the portal and what the files say instead, field by field. */
export function ChangesCard({ visit, run, files }: { visit: View; run: ImportRun; files: ImportedFile[] }) {
  const t = screenPhrases(visit.language)
  const changes = files.flatMap((file) => file.found.changes ?? [])
  if (changes.length === 0) return null
  const all = (run.report.files ?? []).reduce((sum, { changed }) => sum + changed, 0)
  const shown = changes.slice(0, shownAtMost)
  const rows = shown.flatMap(({ key, fields }) => fields.map((field) => ({ key, ...field })))
  return (
    <Card id="changes" title={`${t.changes} (${count(all)})`}>
      <div class="stack tight">
        <p class="muted">{t.changes_lead}</p>
        <DataTable
          caption={t.changes}
          columns={[
            { key: 'key', label: t.key },
            { key: 'field', label: t.field },
            { key: 'old', label: t.old },
            { key: 'new', label: t.new_value },
          ]}
          rows={rows.map((row, at) => ({
            key: String(at),
            cells: [
              row.key,
              row.heading,
              row.old ? <del key="old">{row.old}</del> : <span class="muted">{t.empty}</span>,
              row.new ? <ins key="new">{row.new}</ins> : <span class="muted">{t.empty}</span>,
            ],
          }))}
        />
        {all > shown.length && <p class="hint">{t.first_only(count(shown.length), count(all))}</p>}
      </div>
    </Card>
  )
}

/** What an undo left as it is, and why. */
export function KeptCard({ visit, run }: { visit: View; run: ImportRun }) {
  const t = screenPhrases(visit.language)
  if (run.kept.length === 0) return null
  const shown = run.kept.slice(0, shownAtMost)
  return (
    <Card id="kept" title={`${t.kept} (${count(run.kept.length)})`} flush>
      <DataTable
        caption={t.kept}
        columns={[
          { key: 'key', label: t.key },
          { key: 'kind', label: t.kind },
          { key: 'why', label: t.why },
        ]}
        rows={shown.map(({ key, source, why }, at) => ({
          key: String(at),
          cells: [key, sourceName(visit.language, sources.find(({ name }) => name === source)?.table ?? ''), t[`why_${why}`]],
        }))}
      />
      {run.kept.length > shown.length && (
        <Note kind="info" announce={false}>
          <p>{t.first_only(count(shown.length), count(run.kept.length))}</p>
        </Note>
      )}
    </Card>
  )
}
