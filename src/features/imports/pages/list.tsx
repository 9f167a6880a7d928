import { count, dateTime } from '../../../platform/format.ts'
import { href } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { controlAttributes, Field } from '../../../ui/components/Field.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { UploadForm } from '../../documents/upload-form.tsx'
import { mayImport } from '../access.ts'
import { importPhrases } from '../phrases.ts'
import type { ImportRun } from '../run-queries.ts'
import { screenPhrases, sourceName } from '../screen-phrases.ts'
import { sources } from '../sources.ts'
import { type Freshness, staleSources } from '../stale.ts'
import { StaleNote } from '../stale-note.tsx'
import { importFrame, stateKinds, type View } from './frame.tsx'

export interface ImportList {
  /** The id the next import gets: sent twice, it is one. */
  id: string
  runs: ImportRun[]
  last: Freshness
  /** What is wrong with the files, one sentence each. */
  errors: string[]
}

/** What came and when, every run, and the form for a new one. */
export function importsPage(visit: View, list: ImportList) {
  const t = screenPhrases(visit.language)
  return importFrame(visit, {
    lead: mayImport(visit.actor) ? t.lead : t.read_only,
    error: list.errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={list.errors.map((message) => ({ field: 'files', message }))} />
        <StaleNote visit={visit} last={list.last} />
        {mayImport(visit.actor) && <UploadCard visit={visit} list={list} />}
        <RunsCard visit={visit} runs={list.runs} />
        <SourcesCard visit={visit} last={list.last} />
      </div>
    ),
  })
}

function UploadCard({ visit, list }: { visit: View; list: ImportList }) {
  const t = screenPhrases(visit.language)
  const frame = { name: 'files', label: t.files, hint: t.files_hint, error: list.errors[0] }
  return (
    <Card id="upload" title={t.upload_title}>
      {list.errors.length > 0 && (
        <Note kind="info" announce={false}>
          <p>{t.nothing_kept}</p>
        </Note>
      )}
      <UploadForm visit={visit} path="/imports">
        <input type="hidden" name="_id" value={list.id} />
        <Field {...frame}>
          <input {...controlAttributes(frame)} type="file" multiple accept=".csv,.txt,.xlsx,.zip" class="input file" />
        </Field>
        <div class="row">
          <Button kind="primary" icon="upload">
            {t.send}
          </Button>
        </div>
      </UploadForm>
    </Card>
  )
}

function RunsCard({ visit, runs }: { visit: View; runs: ImportRun[] }) {
  const t = screenPhrases(visit.language)
  const words = importPhrases(visit.language)
  const sum = (run: ImportRun, what: 'new' | 'changed' | 'refused') =>
    count((run.report.files ?? []).reduce((all, file) => all + file[what], 0))
  return (
    <Card id="runs" title={t.runs} flush={runs.length > 0}>
      {runs.length === 0 ? (
        <p class="muted">{t.no_runs}</p>
      ) : (
        <DataTable
          // Not the card's own name: two parts of a page called the same cannot be told apart.
          caption={`${t.runs} – ${t.when}`}
          columns={[
            { key: 'when', label: t.when, nowrap: true },
            { key: 'who', label: t.who },
            { key: 'file', label: t.files, minor: true },
            { key: 'new', label: words.new, align: 'end' },
            { key: 'changed', label: words.changed, align: 'end' },
            { key: 'refused', label: words.refused, align: 'end' },
            { key: 'state', label: t.state },
          ]}
          rows={runs.map((run) => ({
            key: run.id,
            href: href(visit, `/imports/${run.id}`),
            cells: [
              dateTime(run.started_at),
              run.person ?? t.command,
              filesText(run),
              sum(run, 'new'),
              sum(run, 'changed'),
              sum(run, 'refused'),
              <StateBadge key="state" visit={visit} run={run} />,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function filesText(run: ImportRun): string {
  const names = run.staff_id ? run.source : (run.report.files ?? []).map(({ file }) => file).join(', ')
  return names.length > 90 ? `${names.slice(0, 89)}…` : names
}

/** How a run stands, in a word. One of the command line without an end is still running. */
export function StateBadge({ visit, run }: { visit: View; run: ImportRun }) {
  const t = screenPhrases(visit.language)
  const state = run.state === 'done' && run.finished_at === null ? 'running' : run.state
  return <Badge kind={stateKinds[state]}>{t[`state_${state}`]}</Badge>
}

function SourcesCard({ visit, last }: { visit: View; last: Freshness }) {
  const t = screenPhrases(visit.language)
  const stale = new Set(staleSources(last).map(({ name }) => name))
  return (
    <Card id="sources" title={t.sources} flush>
      <DataTable
        caption={`${t.sources} – ${t.last}`}
        columns={[
          { key: 'kind', label: t.kind },
          { key: 'last', label: t.last },
          { key: 'template', label: t.template },
        ]}
        rows={sources.map(({ name, table }) => {
          const kind = sourceName(visit.language, table)
          const came = last.find(({ source }) => source === name)
          return {
            key: name,
            cells: [
              kind,
              <span key="last" class="row">
                {came ? dateTime(came.at) : <span class="muted">{t.never}</span>}
                {came && stale.has(name) && <Badge kind="warn">{t.stale(count(came.days))}</Badge>}
              </span>,
              <span key="template" class="row">
                {(['xlsx', 'csv'] as const).map((format) => (
                  <a
                    key={format}
                    href={href(visit, `/imports/templates/${name}.${format}`)}
                    aria-label={t.template_of(kind, format === 'xlsx' ? 'Excel' : 'CSV')}
                    download
                  >
                    {format === 'xlsx' ? 'Excel' : 'CSV'}
                  </a>
                ))}
              </span>,
            ],
          }
        })}
      />
    </Card>
  )
}
