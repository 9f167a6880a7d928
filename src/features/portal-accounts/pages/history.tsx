import type { Language } from '../../../platform/phrases.ts'
import type { Visit } from '../../../platform/visit.ts'
import { type AssignableRole, assignableRoles, rolePhrases } from '../../../records/roles.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Timeline, type TimelineEntry } from '../../../ui/components/Timeline.tsx'
import { historyPhrases } from '../history-phrases.ts'
import type { Happened } from '../queries.ts'

const editedFields = ['salutation', 'first_name', 'last_name', 'email', 'position', 'phone', 'mobile', 'language'] as const

/** Who did what to this contact and its account, in sentences, newest first. */
export function History({ visit, happened }: { visit: Omit<Visit, 'db'>; happened: Happened[] }) {
  const t = historyPhrases(visit.language)
  const entries = happened
    .map((event): TimelineEntry | null => {
      const text = sentence(event, visit.language)
      const reason = event.details.reason
      return text === null ? null : { text, at: event.at, detail: typeof reason === 'string' ? reason : undefined }
    })
    .filter((entry) => entry !== null)
  return (
    <Card title={t.history} id="history">
      {entries.length > 0 ? <Timeline entries={entries} /> : <p class="muted">{t.nothing}</p>}
    </Card>
  )
}

/** One event as a sentence; null for what is not told here. */
export function sentence(event: Pick<Happened, 'verb' | 'actor_name' | 'details'>, language: Language): string | null {
  const t = historyPhrases(language)
  const who = event.actor_name || t.the_broker
  switch (event.verb) {
    case 'contact.created':
      return t.created(who)
    case 'contact.edited':
      return t.edited(
        who,
        editedFields
          .filter((field) => field in event.details)
          .map((field) => t[field])
          .join(', '),
      )
    case 'portal_account.invited':
      return t.invited(who)
    case 'portal_account.invitation_resent':
      return t.resent(who)
    case 'portal_account.invitation_withdrawn':
      return t.withdrawn(who)
    case 'portal_account.activated':
      return t.activated
    case 'portal_account.suspended':
      return t.suspended(who)
    case 'portal_account.reopened':
      return t.reopened(who)
    case 'portal_account.roles_changed':
      return rolesSentence(event.details, who, language)
    case 'portal_account.role_approved':
      return t.approved(who, roleNames([event.details.role], language))
    case 'portal_account.role_rejected':
      return t.rejected(who, roleNames([event.details.role], language))
    default:
      return null
  }
}

function rolesSentence(details: Record<string, unknown>, who: string, language: Language): string | null {
  const t = historyPhrases(language)
  const list = (key: string) => (Array.isArray(details[key]) ? (details[key] as unknown[]) : [])
  const changes = changesText({ added: roles([...list('added'), ...list('changed')]), removed: roles(list('removed')) }, language)
  const asked = roleNames(list('requested'), language)
  return [changes && t.roles_changed(who, changes), asked && t.requested(who, asked)].filter(Boolean).join('. ') || null
}

/** «+ Flottenmanager / − Übrige Branchen». */
export function changesText(changes: { added: AssignableRole[]; removed: AssignableRole[] }, language: Language): string {
  const names = rolePhrases(language)
  return [...changes.added.map((role) => `+ ${names[role]}`), ...changes.removed.map((role) => `− ${names[role]}`)].join(' / ')
}

function roles(list: unknown[]): AssignableRole[] {
  const keys = list.map((one) => (typeof one === 'object' && one !== null && 'role' in one ? one.role : one))
  return assignableRoles.filter((role) => keys.includes(role))
}

function roleNames(list: unknown[], language: Language): string {
  return roles(list)
    .map((role) => rolePhrases(language)[role])
    .join(', ')
}
