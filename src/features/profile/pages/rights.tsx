import type { Customer } from '../../../platform/actor.ts'
import { shortDate } from '../../../platform/format.ts'
import type { Visit } from '../../../platform/visit.ts'
import { lineRoles, type Role, rolePhrases } from '../../../records/roles.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { whom } from '../../home/whom.ts'
import { profileFrame } from '../frame.tsx'
import { type Area, type AreaCounts, areas, countCap, type Grant, type WaitingRequest } from '../rights.ts'
import { rightsPhrases } from '../rights-phrases.ts'

type View = Omit<Visit, 'db'>

export interface Rights {
  person: Customer
  grants: Grant[]
  waiting: WaitingRequest[]
  counts: Record<Area, AreaCounts>
  people: { contacts: number; accounts: number }
  userManagers: string[]
}
type Part = Rights & { visit: View }

// As in the manual's screen; what opens no records comes last.
const order: Role[] = [
  'occupational_pension',
  'personal_lines',
  'fleet',
  'other_lines',
  'full_access',
  'group_manager',
  'file_manager',
  'user_manager',
  'customer',
]

/** «Meine Rechte»: which role opens what, since when, by whom, until when. */
export function rightsPage(visit: View, rights: Rights) {
  const t = rightsPhrases(visit.language)
  const part = { visit, ...rights }
  const now = Date.now()
  const current = rights.grants
    .filter((grant) => grant.current)
    .sort((a, b) => order.indexOf(a.role as Role) - order.indexOf(b.role as Role))
  const others = rights.grants.filter((grant) => !grant.current && grant.role !== 'customer')
  const former = others.filter(({ valid_until }) => valid_until && valid_until.getTime() <= now)
  const toCome = others.filter((grant) => !former.includes(grant))
  return profileFrame(visit, {
    section: 'rights',
    lead: t.lead,
    children: (
      <div class="stack">
        <Card id="rights" title={t.at(rights.person.companyName)}>
          <ul class="plain-list rights">
            {current.map((grant) => (
              <OneRight key={grant.id} grant={grant} {...part} />
            ))}
          </ul>
          <p class="small muted top-gap">{whom(visit.language, rights.person, rights.userManagers)}</p>
        </Card>
        {rights.waiting.length > 0 && <Waiting {...part} />}
        {toCome.length > 0 && <Listed visit={visit} id="to-come" title={t.to_come} grants={toCome} />}
        {former.length > 0 && <Listed visit={visit} id="former" title={t.former} grants={former} />}
      </div>
    ),
  })
}

function OneRight({ grant, ...part }: Part & { grant: Grant }) {
  const t = rightsPhrases(part.visit.language)
  const roles = rolePhrases(part.visit.language)
  const role = grant.role as Role
  return (
    <li>
      <h3>{roles[role]}</h3>
      <p>{roles[`${role}_hint`]}</p>
      {opened(part, role).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="small muted">
        {[
          t.since(shortDate(grant.valid_from.toISOString()), grant.granted_by),
          grant.approved_by && t.approved(grant.approved_by),
          role !== 'customer' && (grant.valid_until ? t.until(shortDate(grant.valid_until.toISOString())) : t.unlimited),
          grant.reason && t.reason(grant.reason),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </li>
  )
}

function opened({ visit, counts, people, person }: Part, role: Role): string[] {
  const t = rightsPhrases(visit.language)
  const sum = (which: (area: AreaCounts) => number) => inWords(visit, counts, which)
  const line = lineRoles.find((one) => one === role)
  if (line)
    return [
      sentence(
        t,
        sum((area) => area[line]),
      ),
    ]
  if (role === 'full_access') {
    const only = sum((area) => area.only_full)
    const others = lineRoles.some((one) => person.roles.has(one))
    return [
      sentence(
        t,
        sum((area) => area.all),
      ),
      ...(only && others ? [t.only_full(only)] : []),
    ]
  }
  if (role === 'group_manager') {
    const below = sum((area) => area.below)
    return [below ? t.below(below) : t.below_nothing]
  }
  return role === 'user_manager' ? [t.people(people.contacts, people.accounts)] : []
}

const sentence = (t: ReturnType<typeof rightsPhrases>, what: string) => (what ? t.opens(what) : t.opens_nothing)

// «3 Policen, 12 Prämienrechnungen und 1 Dokument»; nothing is not mentioned.
function inWords({ language }: View, counts: Rights['counts'], which: (area: AreaCounts) => number): string {
  const t = rightsPhrases(language)
  const parts = areas
    .map((area) => ({ area, value: which(counts[area]), cut: counts[area].all > countCap }))
    .filter(({ value }) => value > 0)
    .map(({ area, value, cut }) => {
      const words = t[`n_${area}`](Math.min(value, countCap))
      return cut ? t.more_than(words) : words
    })
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')}${t.and}${parts.at(-1)}` : (parts[0] ?? '')
}

function Waiting({ visit, waiting }: Part) {
  const t = rightsPhrases(visit.language)
  const roles = rolePhrases(visit.language)
  return (
    <Card id="waiting" title={t.waiting} badge={<Badge kind="warn">{String(waiting.length)}</Badge>}>
      <ul class="plain-list rights">
        {waiting.map((request) => (
          <li key={request.id}>
            <h3>{roles[request.role as Role]}</h3>
            <p class="small muted">{t.waiting_text(shortDate(request.requested_at.toISOString()), request.requested_by)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Listed({ visit, id, title, grants }: { visit: View; id: string; title: string; grants: Grant[] }) {
  const t = rightsPhrases(visit.language)
  const roles = rolePhrases(visit.language)
  const day = (at: Date) => shortDate(at.toISOString())
  return (
    <Card id={id} title={title}>
      <ul class="plain-list rights">
        {grants.map((grant) => (
          <li key={grant.id}>
            <h3>{roles[grant.role as Role]}</h3>
            <p class="small muted">
              {id === 'to-come'
                ? t.from_on(day(grant.valid_from), grant.granted_by)
                : [
                    t.from_to(day(grant.valid_from), day(grant.valid_until!)),
                    t.given_by(grant.granted_by),
                    grant.withdrawn_by && t.taken_by(grant.withdrawn_by),
                  ]
                    .filter(Boolean)
                    .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
