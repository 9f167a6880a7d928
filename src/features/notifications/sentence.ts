import type { Language } from '../../platform/phrases.ts'
import { type Role, rolePhrases } from '../../records/roles.ts'
import { requestPhrases } from '../service-requests/phrases.ts'
import type { RequestState } from '../service-requests/states.ts'
import { notificationPhrases } from './phrases.ts'
import type { Notification, NotificationKind } from './queries.ts'

/** What a notification says, in one sentence. */
export function notificationSentence(n: Notification, language: Language): string {
  const t = notificationPhrases(language)
  const request = `${n.request_number ?? ''} ${n.request_subject ?? ''}`.trim()
  const role = n.role ? rolePhrases(language)[n.role as Role] : ''
  switch (n.kind as NotificationKind) {
    case 'message':
      return t.message(n.actor_name, n.conversation_subject ?? '')
    case 'request_opened':
      return t.request_opened(n.actor_name, request)
    case 'request_state':
      return t.request_state(requestPhrases(language)[n.detail as RequestState] ?? '', request)
    case 'roles_changed':
      return t.roles_changed(n.actor_name)
    case 'role_request':
      return t.role_request(n.person ?? '', role)
    case 'role_decided':
      return n.detail === 'approved' ? t.role_approved(n.person ?? '', role) : t.role_rejected(n.person ?? '', role)
  }
}
