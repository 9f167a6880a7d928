import type { VNode } from 'preact'
import { mayLeave, scanState } from '../../platform/kept-files.ts'
import type { Visit } from '../../platform/visit.ts'
import { EmptyState } from '../../ui/components/EmptyState.tsx'
import { heldPhrases } from './held-phrases.ts'

type View = Pick<Visit, 'language' | 'services'>

/** Why a file stays in the house, as a part of a page; null where it may leave. */
export function heldNotice(visit: View, kept: string | null, action?: VNode): VNode | null {
  if (mayLeave(visit.services, kept)) return null
  const state = scanState(visit.services, kept)
  const t = heldPhrases(visit.language)
  if (state === 'infected')
    return <EmptyState icon="shield-alert" title={t.infected_title} text={t.infected_text} action={action} />
  if (state === 'failed') return <EmptyState icon="shield-alert" title={t.failed_title} text={t.failed_text} action={action} />
  return <EmptyState icon="shield" title={t.pending_title} text={t.pending_text} action={action} />
}
