import type { Visit } from '../../platform/visit.ts'
import { ContactCard } from '../house/contact-card.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedAbsent, inventedCustomer, inventedStaff } from '../house/invented.ts'
import { portalPage } from '../house/page.tsx'
import { staffListPage } from './pages/list.tsx'
import { newMemberPage } from './pages/new.tsx'
import { type MemberPage, memberPage, typedMember } from './pages/show.tsx'
import { type TeamForm, teamPage } from './pages/team.tsx'
import { staffPhrases } from './phrases.ts'
import type { HouseEvent, StaffMember, Team } from './queries.ts'

const asStaff = (visit: Visit) => ({ ...visit, actor: inventedStaff, accountManager: null })
const asManager = (visit: Visit) => ({
  ...visit,
  actor: { ...inventedStaff, function: 'account_manager' as const },
  accountManager: null,
})

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000a${n}`

function member(n: number, name: string, fn: StaffMember['function'], more: Partial<StaffMember> = {}): StaffMember {
  const [first_name, last_name] = name.split(' ') as [string, string]
  const email = `${first_name}.${last_name}@broker6323.example`.toLowerCase()
  const base = { id: id(n), first_name, last_name, email, phone: '+41415550100', function: fn, version: 1, login_id: 'l1' }
  return { ...base, state: 'active', teams: 'Team Luzern', away_until: null, companies: 12, ...more }
}

const marc = member(3, 'Marc Hostettler', 'account_manager', { away_until: '2026-12-04', companies: 31 })
const members: StaffMember[] = [
  member(1, 'Sophie Dubois', 'administrator'),
  member(2, 'Bettina Frei', 'auditor', { teams: null, companies: 0 }),
  marc,
  member(4, 'Petra Lehmann', 'assistant', { state: 'invited', companies: 0 }),
  member(5, 'Urs Baumann', 'account_manager', { state: 'none', teams: null, companies: 4 }),
  member(6, 'Nina Weber', 'assistant', { state: 'left', companies: 0 }),
]

const team: Team = {
  id: id(8),
  name: 'Team Luzern',
  version: 2,
  companies: 43,
  members: [
    { id: id(1), name: 'Dubois Sophie' },
    { id: id(3), name: 'Hostettler Marc' },
  ],
}
const people = members.slice(0, 5).map((one) => ({ value: one.id, label: `${one.last_name} ${one.first_name}` }))

const event = (n: number, verb: string, details: Record<string, unknown>): HouseEvent => ({
  id: `e${n}`,
  at: new Date('2026-11-20T08:00:00Z'),
  verb,
  actor_name: 'Sophie Dubois',
  details,
})
const happened = [
  event(1, 'staff_member.absent', { from: '2026-11-23', until: '2026-12-04', deputy: 'Sophie Dubois' }),
  event(2, 'staff_member.changed', { function: 'account_manager', before: 'assistant' }),
  event(3, 'staff_member.invited', { function: 'assistant' }),
]

const shown: MemberPage = {
  member: marc,
  access: { sessions: 1, last_seen: new Date('2026-11-25T07:30:00Z'), factors: 1 },
  absences: [
    { id: 'x1', from_on: '2026-11-23', until_on: '2026-12-04', first_name: 'Sophie', last_name: 'Dubois', when: 'now' },
    { id: 'x2', from_on: '2026-07-06', until_on: '2026-07-17', first_name: 'Sophie', last_name: 'Dubois', when: 'over' },
  ],
  standsInFor: [],
  others: people.filter(({ value }) => value !== marc.id),
  happened,
  absenceId: id(9),
  version: 1,
  values: typedMember(marc),
  absence: { deputy: '', from_on: '', until_on: '' },
  errors: {},
  refused: null,
  conflict: false,
}

const form: TeamForm = {
  team,
  id: team.id,
  version: 2,
  name: team.name,
  members: team.members.map((one) => one.id),
  people,
  happened: [event(4, 'team.formed', { name: 'Team Luzern', members: ['Dubois Sophie', 'Hostettler Marc'] })],
  errors: {},
  refused: null,
  conflict: false,
}

const invitation = {
  id: id(9),
  values: { first_name: '', last_name: '', email: '', phone: '', function: 'account_manager', language: 'de' },
  errors: {},
  refused: null,
}

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => staffListPage(asStaff(visit), { members, teams: [team], scope: 'team' }) },
  {
    name: 'list, no teams, no administrator',
    render: (visit) => staffListPage(asManager(visit), { members, teams: [], scope: 'all' }),
  },
  { name: 'invitation', render: (visit) => newMemberPage(asStaff(visit), invitation) },
  {
    name: 'invitation, refused',
    render: (visit) => {
      const t = staffPhrases(visit.language)
      return newMemberPage(asStaff(visit), {
        ...invitation,
        errors: { last_name: t.error_last_name, email: t.error_email },
        refused: t.why_portal_address,
      })
    },
  },
  { name: 'member, away', render: (visit) => memberPage(asStaff(visit), shown) },
  {
    name: 'member, somebody was faster',
    render: (visit) =>
      memberPage(asStaff(visit), { ...shown, conflict: true, values: { ...shown.values, last_name: 'Hostettler-Meier' } }),
  },
  {
    name: 'member, the last administrator',
    render: (visit) => memberPage(asStaff(visit), { ...shown, refused: staffPhrases(visit.language).why_last_administrator }),
  },
  {
    name: 'member, from the export, standing in',
    render: (visit) =>
      memberPage(asStaff(visit), { ...shown, member: members[4]!, absences: [], standsInFor: ['Marc Hostettler'] }),
  },
  { name: 'member, left', render: (visit) => memberPage(asStaff(visit), { ...shown, member: members[5]!, absences: [] }) },
  { name: 'member, for a colleague', render: (visit) => memberPage(asManager(visit), shown) },
  { name: 'team', render: (visit) => teamPage(asStaff(visit), form) },
  { name: 'team, somebody was faster', render: (visit) => teamPage(asStaff(visit), { ...form, conflict: true }) },
  { name: 'team, for a colleague', render: (visit) => teamPage(asManager(visit), form) },
  {
    name: 'account manager away, as customers see it',
    render: (visit) =>
      portalPage(
        { ...visit, actor: inventedCustomer, accountManager: inventedAbsent },
        {
          title: 'Kontakt',
          area: null,
          children: (
            <div class="card">
              <ContactCard visit={visit} person={inventedAbsent} />
            </div>
          ),
        },
      ),
  },
]
