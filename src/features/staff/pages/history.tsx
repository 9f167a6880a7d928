import { shortDate } from '../../../platform/format.ts'
import type { Language } from '../../../platform/phrases.ts'
import type { Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Timeline, type TimelineEntry } from '../../../ui/components/Timeline.tsx'
import { functions } from '../input.ts'
import { staffPhrases } from '../phrases.ts'
import type { HouseEvent } from '../queries.ts'

/** What happened to somebody of the house, or to a team, in sentences, newest first. */
export function HouseHistory({ visit, happened }: { visit: Omit<Visit, 'db'>; happened: HouseEvent[] }) {
  const t = staffPhrases(visit.language)
  const entries = happened
    .map((event): TimelineEntry | null => {
      const text = sentence(event, visit.language)
      return text === null ? null : { text, at: event.at }
    })
    .filter((entry) => entry !== null)
  if (entries.length === 0) return null
  return (
    <Card title={t.history} id="history">
      <Timeline entries={entries} />
    </Card>
  )
}

function sentence({ verb, actor_name, details }: HouseEvent, language: Language): string | null {
  const t = staffPhrases(language)
  const who = actor_name || t.the_operator
  const fn = (key: unknown) => t[functions.find((one) => one === key) ?? 'account_manager']
  switch (verb) {
    case 'staff_member.invited':
      return t.h_invited(who, fn(details.function))
    case 'staff_member.invited_again':
      return t.h_invited_again(who)
    case 'staff_member.changed':
      return details.function ? t.h_function(who, fn(details.before), fn(details.function)) : t.h_changed(who, t.person)
    case 'staff_member.left':
      return t.h_left(who)
    case 'staff_member.taken_on_again':
      return t.h_taken_on_again(who)
    case 'staff_member.sessions_ended':
      return t.h_sessions_ended(who)
    case 'staff_member.absent':
      return t.h_absent(who, shortDate(String(details.from)), shortDate(String(details.until)), String(details.deputy))
    case 'staff_member.absence_called_off':
      return t.h_absence_called_off(who)
    case 'team.formed':
    case 'team.changed':
      return t.h_changed(who, `${String(details.name)} – ${[details.members].flat().join(', ') || t.nobody_in_team}`)
    default:
      return null
  }
}
