import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { type Role, rolePhrases } from '../../records/roles.ts'
import { claimPhrases } from '../claims/phrases.ts'
import type { ClaimState } from '../claims/states.ts'
import { requestPhrases } from '../service-requests/phrases.ts'
import type { RequestState } from '../service-requests/states.ts'
import type { Group, Item, Line } from './groups.ts'
import { kindPhrases } from './kind-phrases.ts'
import type { Described } from './records.ts'

/** What one notification says, in one sentence. */
export function itemSentence({ kind, detail, by, about }: Item, language: Language): string {
  const t = kindPhrases(language)
  const label = about?.label ?? ''
  const role = about?.extra ? rolePhrases(language)[about.extra as Role] : ''
  switch (kind) {
    case 'message':
    case 'request_opened':
    case 'claim_reported':
      return t[kind](by, label)
    case 'request_state':
      return t.request_state(requestPhrases(language)[detail as RequestState] ?? '', label)
    case 'claim_state':
      return t.claim_state(claimPhrases(language)[`state_${detail as ClaimState}`] ?? '', label)
    case 'policy_changed':
      return t.policy_changed(changed(detail, language), label)
    case 'deadline':
      return t.deadline(shortDate(detail), label)
    case 'mail_failed':
      return t.mail_failed(detail ?? '')
    case 'mails_waiting':
      return t.mails_waiting(detail ?? '')
    case 'roles_changed':
      return t.roles_changed(by)
    case 'role_request':
      return t.role_request(role, label)
    case 'role_decided':
      return t.role_decided(role, label, detail === 'approved')
    default:
      return t[kind](label)
  }
}

/** What a line says: of one record its sentence, of several how many, and what they all hang on. `apart` leaves the latter out. */
export function lineSentence(line: Line, on: Described | null, language: Language, apart = false): string {
  const [first] = line.items
  if (line.count === 1 && first) return itemSentence(first, language)
  const t = kindPhrases(language)
  const all = t[`${line.kind}_many`](line.more ? `${line.count}+` : String(line.count))
  if (!on || apart) return all
  const name = `on_${on.kind}`
  return name in t ? t[name as 'on_policy'](all, on.name) : t.on_other(all, on.name)
}

/** «Police 12.345.678»: the name of what a group hangs on. */
export function recordName(record: Described, language: Language): string {
  const t = kindPhrases(language)
  const name = `name_${record.kind}`
  return name in t ? t[name as 'name_policy'](record.name) : record.name
}

/** A group in one sentence: that of its newest line. */
export function groupSentence(group: Group, language: Language): string {
  return lineSentence(group.lines[0]!, group.on, language)
}

function changed(detail: string | null, language: Language): string {
  const t = kindPhrases(language)
  const words = (detail ?? '')
    .split(',')
    .map((what) => (what === 'dates' || what === 'premium' ? t[`changed_${what}`] : t.changed_state))
  return [...new Set(words)].join(', ')
}
