import { dateTime } from '../../platform/format.ts'
import { page, type Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { saveStep } from './changes.ts'
import { existing, refusedKind, toDone } from './draft-reply.ts'
import { type Draft, lockDraft } from './drafts.ts'
import type { Conflict } from './frame.tsx'
import { type FieldErrors, type FilledStep, namesIn, type ReportData, readStep } from './input.ts'
import { type ClaimKind, isKind } from './kinds.ts'
import { sentMeanwhilePage } from './pages/sent-meanwhile.tsx'
import { reportPhrases } from './phrases.ts'
import { changedElsewhere, seenStep } from './seen.ts'
import { labelOf, valueShown } from './words.ts'

type Body = Record<string, unknown>

/** What arrived of a step, and what stands against it. */
export interface Typed {
  typed: ReportData
  errors: FieldErrors
  /** Other values that were saved since the form was opened; null where there are none. */
  conflict: Conflict | null
}

/**
 * A form of a step that arrives, by a press or by itself: the draft is locked, what another tab saved meanwhile is found, and what
 * comes too late is told together with what was typed.
 */
export async function onTyped(
  visit: Visit,
  params: Record<string, string>,
  step: FilledStep,
  body: Body,
  work: (draft: Draft, typed: Typed) => Promise<Reply>,
): Promise<Reply> {
  const draft = await existing(visit, params, lockDraft)
  const t = reportPhrases(visit.language)
  if (draft.submitted_at) {
    if (body.autosave) return said(409, t.autosave_sent)
    const { typed } = readStep(step, kindTyped(body, draft), body)
    const lost = rows(visit, kindTyped(body, draft), draft, typed, differing(draft, step, body, typed))
    return lost.length > 0 ? page(sentMeanwhilePage(visit, draft, lost), 409) : toDone(visit, draft)
  }
  const refused = await refusedKind(visit, draft)
  if (refused) return body.autosave ? said(409, t.kind_closed) : refused
  const read = readStep(step, draft.kind, body)
  const conflict = conflictOf(visit, draft, step, body, read.typed)
  if (!body.autosave) return work(draft, { ...read, conflict })
  if (conflict) return said(409, t.autosave_conflict)
  const saved = await saveStep(visit, draft, read.typed, draft.step)
  return said(200, t.autosaved(dateTime(new Date()).split(', ')[1]!), seenStep(saved, step))
}

// The form says which kind it was drawn for; it may be another one by now.
function kindTyped(body: Body, draft: Draft): ClaimKind {
  return isKind(body.kind) ? body.kind : draft.kind
}

function conflictOf(visit: Visit, draft: Draft, step: FilledStep, body: Body, typed: ReportData): Conflict | null {
  const kind = kindTyped(body, draft)
  if (kind === draft.kind) {
    const names = changedElsewhere(draft, step, typed, body.seen)
    return names.length > 0 ? rows(visit, kind, draft, typed, names) : null
  }
  const t = reportPhrases(visit.language)
  const before = readStep(step, kind, body).typed
  return [[t.kind, t[kind], t[draft.kind]], ...rows(visit, kind, draft, before, differing(draft, step, body, before))]
}

function differing(draft: Draft, step: FilledStep, body: Body, typed: ReportData): string[] {
  return namesIn(step, kindTyped(body, draft)).filter((name) => typed[name] && typed[name] !== draft.data[name])
}

// An id means nothing to anybody: of object and policy only what was searched for is told, the form shows what is chosen.
function rows(visit: Visit, kind: ClaimKind, draft: Draft, typed: ReportData, names: string[]): Conflict {
  const shown = (name: string, value: string | undefined) => (value ? valueShown(visit.language, name, value) : '–')
  const isChoice = (name: string) => name === 'object' || name === 'policy'
  const t = reportPhrases(visit.language)
  return names.map((name) =>
    isChoice(name)
      ? [t[name as 'object' | 'policy'], t.conflict_in_form, t.conflict_other]
      : [labelOf(visit.language, kind, name), shown(name, typed[name]), shown(name, draft.data[name])],
  )
}

// What the script reads that saves by itself.
function said(status: number, text: string, seen?: string): Reply {
  return {
    kind: 'text',
    status,
    type: 'application/json',
    body: JSON.stringify({ said: text, seen }),
    headers: { 'cache-control': 'no-store' },
  }
}
