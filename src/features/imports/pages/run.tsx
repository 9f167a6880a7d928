import type { VNode } from 'preact'
import { count, dateTime } from '../../../platform/format.ts'
import { href } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { mayImport } from '../access.ts'
import { runMark } from '../live.ts'
import type { ImportedFile, ImportRun } from '../run-queries.ts'
import { screenPhrases } from '../screen-phrases.ts'
import { ChangesCard, CountsCard, ErrorsCard, KeptCard } from './found.tsx'
import { importFrame, type View } from './frame.tsx'
import { StateBadge } from './list.tsx'
import { MappingForm } from './mapping.tsx'

export interface RunView {
  run: ImportRun
  files: ImportedFile[]
  /** The columns are to be shown although they were checked. */
  mapping: boolean
  errors?: { field: string; message: string }[]
  /** What was asked for is not possible any more. */
  refused?: boolean
}

/** One import, wherever it stands: its columns, its check, its progress, its result. */
export function runPage(visit: View, view: RunView) {
  const t = screenPhrases(visit.language)
  const { run, errors = [], refused } = view
  const working = ['checking', 'running', 'undoing'].includes(run.state)
  const follows = {
    'data-live': `import_run:${run.id}`,
    'data-mark': runMark(run),
    'data-from': href(visit, `/imports/${run.id}`),
  }
  return importFrame(visit, {
    title: `${t.title} ${dateTime(run.started_at)}`,
    lead: `${t.who}: ${run.person ?? t.command}`,
    badge: <StateBadge visit={visit} run={run} />,
    error: errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={errors} />
        {refused && (
          <Note kind="warn">
            <p>{t.not_possible}</p>
          </Note>
        )}
        <div id="import-run" class="stack" data-region {...(working && follows)}>
          <Standing visit={visit} view={view} />
        </div>
        <SourceFiles visit={visit} view={view} />
      </div>
    ),
  })
}

function Standing({ visit, view }: { visit: View; view: RunView }): VNode {
  const t = screenPhrases(visit.language)
  const { run, files } = view
  const mine = mayImport(visit.actor)
  if (run.stalled) return <Stalled visit={visit} run={run} />
  if (run.state === 'checking' || run.state === 'running' || run.state === 'undoing')
    return <Working visit={visit} run={run} state={run.state} />
  if (mine && (run.state === 'draft' || (view.mapping && run.state === 'checked')))
    return <MappingForm visit={visit} run={run} files={files} />
  if (run.state === 'failed')
    return (
      <EmptyState
        icon="circle-alert"
        title={t.failed_title}
        text={run.problem === 'no_right' ? t.failed_no_right : t.failed_failed}
        action={mine && <Verb visit={visit} run={run} verb="check" label={t.again} kind="primary" />}
      />
    )
  return (
    <>
      {run.state === 'checked' && <CheckedNote visit={visit} run={run} />}
      {run.state === 'undone' && (
        <Note kind="warn" announce={false}>
          <p data-say>{t.undone_text(run.undone_by_name ?? '', run.undone_at ? dateTime(run.undone_at) : '')}</p>
        </Note>
      )}
      {run.problem !== null && run.state === 'done' && (
        <Note kind="bad" announce={false}>
          <p>{t.failed_failed}</p>
        </Note>
      )}
      <KeptCard visit={visit} run={run} />
      <CountsCard visit={visit} run={run} />
      {run.undoable && mine && <UndoCard visit={visit} run={run} />}
      <ErrorsCard visit={visit} run={run} files={files} />
      <ChangesCard visit={visit} files={files} run={run} />
    </>
  )
}

function CheckedNote({ visit, run }: { visit: View; run: ImportRun }) {
  const t = screenPhrases(visit.language)
  const files = run.report.files ?? []
  const something = files.some((file) => file.new + file.changed > 0)
  const label = files.some(({ refused }) => refused > 0) ? t.run_rest : t.run
  return (
    <Card id="checked" title={something ? t.check_lead : t.nothing_to_do}>
      {mayImport(visit.actor) && (
        <div class="row">
          {something && <Verb visit={visit} run={run} verb="start" label={label} kind="primary" />}
          <LinkButton href={href(visit, `/imports/${run.id}?step=columns`)}>{t.change_mapping}</LinkButton>
          <Verb visit={visit} run={run} verb="cancel" label={t.discard} />
        </div>
      )}
    </Card>
  )
}

function Working({ visit, run, state }: { visit: View; run: ImportRun; state: 'checking' | 'running' | 'undoing' }) {
  const t = screenPhrases(visit.language)
  const { progress } = run
  const said = run.cancel_asked
    ? t.cancelling
    : !progress
      ? t.starts
      : progress.waiting !== undefined
        ? progress.waiting
          ? t.waits_for(progress.waiting)
          : t.waits_for_command
        : progress.of > 0
          ? t.progress(count(progress.rows), count(progress.of), progress.file)
          : t.starts
  return (
    <Card id="working" title={t[`working_${state}`]}>
      <div class="stack tight">
        <label for="import-progress" data-say>
          {said}
        </label>
        <progress id="import-progress" class="import-progress" max={Math.max(1, progress?.of ?? 1)} value={progress?.rows ?? 0} />
        <p class="muted">{t.working_text}</p>
        <div class="row">
          <LinkButton href={href(visit, `/imports/${run.id}`)} inRegion>
            {t.look_again}
          </LinkButton>
          {mayImport(visit.actor) && state !== 'undoing' && !run.cancel_asked && (
            <Verb visit={visit} run={run} verb="cancel" label={t.cancel} />
          )}
        </div>
      </div>
    </Card>
  )
}

function Stalled({ visit, run }: { visit: View; run: ImportRun }) {
  const t = screenPhrases(visit.language)
  const verb = run.state === 'running' ? 'start' : run.state === 'undoing' ? 'undo' : 'check'
  return (
    <EmptyState
      icon="triangle-alert"
      title={t.stalled_title}
      text={t.stalled_text}
      action={
        mayImport(visit.actor) && (
          <>
            <Verb visit={visit} run={run} verb={verb} label={t.again} kind="primary" />
            {run.state !== 'undoing' && <Verb visit={visit} run={run} verb="cancel" label={t.discard} />}
          </>
        )
      }
    />
  )
}

function UndoCard({ visit, run }: { visit: View; run: ImportRun }) {
  const t = screenPhrases(visit.language)
  const until = new Date(run.finished_at!.getTime() + 24 * 3_600_000)
  return (
    <Card id="undo" title={t.undo}>
      <div class="stack tight">
        <p>{t.undo_text(dateTime(until))}</p>
        <div class="row">
          <Verb visit={visit} run={run} verb="undo" label={t.undo} icon="undo-2" />
        </div>
      </div>
    </Card>
  )
}

interface VerbProps {
  visit: View
  run: ImportRun
  verb: 'check' | 'start' | 'cancel' | 'undo'
  label: string
  kind?: 'primary'
  icon?: string
}

function Verb({ visit, run, verb, label, kind, icon }: VerbProps) {
  return (
    <PostForm visit={visit as never} path={`/imports/${run.id}/${verb}`}>
      <Button kind={kind} icon={icon}>
        {label}
      </Button>
    </PostForm>
  )
}

function SourceFiles({ visit, view: { run, files } }: { visit: View; view: RunView }) {
  const t = screenPhrases(visit.language)
  return (
    <Card id="files" title={t.files} flush={files.length > 0}>
      {files.length === 0 ? (
        <Facts
          rows={[
            [t.who, run.person ?? t.command],
            [t.files, run.source],
          ]}
        />
      ) : (
        <DataTable
          caption={`${t.files} – ${t.rows}`}
          columns={[
            { key: 'file', label: t.file },
            { key: 'rows', label: t.rows, align: 'end' },
            { key: 'written', label: t.written },
            { key: 'checksum', label: t.checksum },
          ]}
          rows={files.map((file) => ({
            key: file.id,
            cells: [
              file.name,
              count(file.row_count),
              file.encoding === 'xlsx' ? 'Excel' : file.encoding.toUpperCase(),
              <code key="checksum">{file.checksum.toString('hex').slice(0, 16)}</code>,
            ],
          }))}
        />
      )}
    </Card>
  )
}
