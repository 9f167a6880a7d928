import type { ComponentChildren } from 'preact'
import { dateTime } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { DataTable } from '../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Note } from '../../ui/components/Note.tsx'
import { PostForm } from '../house/form.tsx'
import { portalPage } from '../house/page.tsx'
import type { Draft } from './drafts.ts'
import type { FilledStep } from './input.ts'
import type { Step } from './kinds.ts'
import { reportPhrases } from './phrases.ts'
import { seenStep } from './seen.ts'
import { Stepper, stepPath } from './stepper.tsx'

type View = Omit<Visit, 'db'>

/** What was saved in another tab meanwhile: by field, what stands in this form and what stands there. */
export type Conflict = [label: string, yours: string, theirs: string][]

interface Frame {
  draft: Draft
  step: Step
  lead?: string | undefined
  errors?: { field: string; message: string }[]
  conflict?: Conflict | null | undefined
  /** The check page sent the person back: something is missing here. */
  incomplete?: boolean | undefined
  children: ComponentChildren
}

/** One step of the report: the stepper, what is wrong, the form. */
export function stepPage(visit: View, { draft, step, lead, errors = [], conflict, incomplete, children }: Frame) {
  const t = reportPhrases(visit.language)
  return portalPage(visit, {
    title: t.step_title(t[draft.kind], t[`step_${step}`]),
    area: 'claims',
    crumbs: crumbs(visit, t[draft.kind]),
    lead,
    error: errors.length > 0,
    children: (
      <div class="stack">
        <Stepper visit={visit} id={draft.id} at={step} reached={draft.step} />
        <ErrorSummary errors={errors} />
        {incomplete && errors.length === 0 && (
          <Note kind="warn">
            <p>{t.incomplete}</p>
          </Note>
        )}
        {conflict && <ConflictTable visit={visit} title={t.conflict_title} text={t.conflict_text} rows={conflict} />}
        {children}
      </div>
    ),
  })
}

/** Both values of every field that somebody changed in between (security.md R5): nothing that was typed is lost. */
export function ConflictTable({ visit, title, text, rows }: { visit: View; title: string; text: string; rows: Conflict }) {
  const t = reportPhrases(visit.language)
  return (
    <>
      <Note kind="warn" title={title}>
        <p>{text}</p>
      </Note>
      {rows.length > 0 && (
        <DataTable
          caption={title}
          columns={[
            { key: 'field', label: t.conflict_field },
            { key: 'yours', label: t.conflict_yours },
            { key: 'theirs', label: t.conflict_theirs },
          ]}
          rows={rows.map(([label, yours, theirs]) => ({ key: label, cells: [label, yours, theirs] }))}
        />
      )}
    </>
  )
}

/** The way to where one is: claims, report, this. */
export function crumbs(visit: View, last?: string) {
  const t = reportPhrases(visit.language)
  return [
    { label: visit.brokerage.number },
    { label: t.claims, href: href(visit, '/claims') },
    ...(last ? [{ label: t.title, href: href(visit, '/claims/new') }, { label: last }] : [{ label: t.title }]),
  ]
}

interface StepFormProps {
  visit: View
  draft: Draft
  step: FilledStep
  children: ComponentChildren
}

/** The form of a step: saves itself, and knows what it stands on (`seen`, `kind`). */
export function StepForm({ visit, draft, step, children }: StepFormProps) {
  const t = reportPhrases(visit.language)
  return (
    <PostForm visit={visit as Visit} path={stepPath(draft.id, step)} class="form" autosave>
      <input type="hidden" name="seen" value={seenStep(draft, step)} />
      <input type="hidden" name="kind" value={draft.kind} />
      {/* Enter means «Weiter», not the search further down. */}
      <button type="submit" hidden tabindex={-1}>
        {t.next}
      </button>
      {children}
      <div class="row">
        <Button kind="primary" icon="arrow-right">
          {t.next}
        </Button>
        <Button name="later" value="1">
          {t.later}
        </Button>
        <p class="autosaved" role="status" data-autosaved data-failed={t.autosave_failed}>
          {t.autosaved(dateTime(draft.saved_at).split(', ')[1]!)}
        </p>
      </div>
    </PostForm>
  )
}
