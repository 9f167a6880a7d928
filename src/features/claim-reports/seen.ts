import { createHash } from 'node:crypto'
import type { Draft, DraftFile } from './drafts.ts'
import { type FilledStep, namesIn, type ReportData } from './input.ts'

/** What a step's form stands on: it is another one as soon as somebody, in another tab or at another device, saves something else. */
export function seenStep(draft: Draft, step: FilledStep): string {
  return fingerprint([draft.kind, ...namesIn(step, draft.kind).map((name) => draft.data[name] ?? '')])
}

/** What the check page stands on: all that will be sent. */
export function seenAll(draft: Draft, files: DraftFile[]): string {
  const all = (['event', 'people'] as const).map((step) => seenStep(draft, step))
  return fingerprint([...all, ...files.map(({ id }) => id)])
}

function fingerprint(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
}

/** The fields that were saved elsewhere since the form was opened, and would be overwritten by what is typed now. */
export function changedElsewhere(draft: Draft, step: FilledStep, typed: ReportData, seen: unknown): string[] {
  if (typeof seen !== 'string' || seen === seenStep(draft, step)) return []
  return namesIn(step, draft.kind).filter((name) => (draft.data[name] ?? '') !== (typed[name] ?? draft.data[name] ?? ''))
}
