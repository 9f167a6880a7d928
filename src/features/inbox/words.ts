import type { Language } from '../../platform/phrases.ts'
import { type Role, rolePhrases } from '../../records/roles.ts'
import { claimPhrases } from '../claims/phrases.ts'
import type { ClaimState } from '../claims/states.ts'
import { requestPhrases } from '../service-requests/phrases.ts'
import type { RequestState } from '../service-requests/states.ts'
import type { OverviewKey } from './overviews.ts'
import { inboxPhrases } from './phrases.ts'
import type { ItemRow } from './queries.ts'

/** The name of an overview; that of what is late says the promise. */
export function overviewName(key: OverviewKey, hours: number, language: Language): string {
  const t = inboxPhrases(language)
  return key === 'late' ? t.late_over(hours) : t[key]
}

/** What an item is called in the list: its subject, in the words of its kind. */
export function titleOf(row: ItemRow, language: Language): string {
  const t = inboxPhrases(language)
  switch (row.kind) {
    case 'conversation':
      return row.talk_subject ?? ''
    case 'service_request':
      return row.request_subject ?? ''
    case 'claim':
      return `${claimPhrases(language).one} ${row.claim_number ?? ''}`
    case 'role_request':
      return t.role_title(rolePhrases(language)[row.role as Role] ?? '')
    case 'mail':
      return t.mail_title(row.mail_recipient ?? '')
  }
}

/** What kind of thing it is, with the category or number where it has one. */
export function kindOf(row: ItemRow, language: Language): string {
  const t = inboxPhrases(language)
  if (row.kind === 'service_request' && row.request_category)
    return requestPhrases(language)[row.request_category as 'offer'] ?? t.kind_service_request
  return t[`kind_${row.kind}`]
}

/** The state that the customer knows, where the thing has one. */
export function stateOf(row: ItemRow, language: Language): string | null {
  if (row.request_state) return requestPhrases(language)[row.request_state as RequestState]
  if (row.claim_state) return claimPhrases(language)[`state_${row.claim_state as ClaimState}`]
  return null
}

/** The page of the record itself, without language prefix; null where the inbox is all there is. */
export function recordPath(row: Pick<ItemRow, 'kind' | 'id'>): string | null {
  const folder = { conversation: 'messages', service_request: 'requests', claim: 'claims', role_request: null, mail: null }[
    row.kind
  ]
  return folder && `/${folder}/${row.id}`
}
