import { formToken, href } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { PostForm } from '../../house/form.tsx'
import { columnName, fieldsOf } from '../header.ts'
import type { ImportedFile, ImportRun } from '../run-queries.ts'
import { screenPhrases, sourceName } from '../screen-phrases.ts'
import { type Source, sources } from '../sources.ts'
import type { View } from './frame.tsx'

/** Which column is what: guessed, and corrected here. */
export function MappingForm({ visit, run, files }: { visit: View; run: ImportRun; files: ImportedFile[] }) {
  const t = screenPhrases(visit.language)
  return (
    <PostForm visit={visit as never} path={`/imports/${run.id}/check`} class="stack">
      <p class="muted">{t.map_lead}</p>
      {files.map((file) => (
        <FileColumns key={file.id} visit={visit} file={file} />
      ))}
      <div class="row">
        <Button kind="primary">{t.check}</Button>
        <Button name="action" value="guess">
          {t.guess}
        </Button>
        <Button
          formaction={href(visit, `/imports/${run.id}/cancel`)}
          name="_token"
          value={formToken(visit, `/imports/${run.id}/cancel`)}
        >
          {t.discard}
        </Button>
      </div>
    </PostForm>
  )
}

function FileColumns({ visit, file }: { visit: View; file: ImportedFile }) {
  const t = screenPhrases(visit.language)
  const source = sources.find(({ name }) => name === file.source)
  const required = source ? fieldsOf(source).filter((field) => field.required) : []
  return (
    <Card id={`file-${file.place}`} title={file.name}>
      <div class="stack">
        <SelectField
          name={`kind.${file.place}`}
          label={t.kind_of(file.name)}
          hint={source && t.required(required.map(({ names }) => names[0]).join(', '))}
          value={source?.name ?? ''}
          options={[
            { value: '', label: t.kind_none },
            ...sources.map(({ name, table }) => ({ value: name, label: sourceName(visit.language, table) })),
          ]}
          size="medium"
        />
        {source && <input type="hidden" name={`drawn.${file.place}`} value={source.name} />}
        {source && (
          <DataTable
            caption={`${t.map_title}: ${file.name}`}
            columns={[
              { key: 'column', label: t.column },
              { key: 'goes', label: t.goes_to },
              { key: 'samples', label: t.samples },
            ]}
            rows={file.header.map((heading, at) => ({
              key: String(at),
              cells: [
                `${columnName(at)} ${heading}`.trim(),
                <Goes key="goes" visit={visit} source={source} file={file} at={at} />,
                samplesOf(file, at),
              ],
            }))}
          />
        )}
      </div>
    </Card>
  )
}

function samplesOf(file: ImportedFile, at: number): string {
  const values = file.samples.map((cells) => (cells[at] ?? '').trim()).filter(Boolean)
  const text = [...new Set(values)].slice(0, 3).join(' · ')
  return text.length > 90 ? `${text.slice(0, 89)}…` : text
}

function Goes({ visit, source, file, at }: { visit: View; source: Source; file: ImportedFile; at: number }) {
  const t = screenPhrases(visit.language)
  const now = file.mapping[at] ?? ''
  return (
    <select class="input medium" name={`map.${file.place}.${at}`} aria-label={t.goes_to_of(file.header[at] || columnName(at))}>
      <option value="" selected={now === ''}>
        {t.not_taken}
      </option>
      {fieldsOf(source).map(({ column, names, required }) => (
        <option key={column} value={column} selected={now === column}>
          {required ? `${names[0]} *` : names[0]}
        </option>
      ))}
    </select>
  )
}
