import type { Language } from '../../platform/phrases.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { requestPhrases } from './phrases.ts'
import { type RequestState, stateKinds } from './states.ts'

/** How far a request is. */
export function StateBadge({ state, language }: { state: string; language: Language }) {
  return <Badge kind={stateKinds[state as RequestState]}>{requestPhrases(language)[state as RequestState]}</Badge>
}
