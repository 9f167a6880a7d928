import type { Group, Item, Line } from './groups.ts'
import { type Kind, kinds } from './kinds.ts'
import type { Described } from './records.ts'

// Groups for the gallery: what a person of the manual might find.

const policy = record('policy', 'p1', '12.345.678 · Flottenversicherung', '12.345.678')
const claim = record('claim', 'c1', 'S-2026-00004 · Parkschaden', 'S-2026-00004')

function record(kind: string, id: string, label: string, name = label): Described {
  return { kind, id, label, name, path: `/${kind}/${id}`, on: null }
}

function item(n: number, kind: Kind, about: Described | null, more: Partial<Item> = {}): Item {
  const at = new Date(Date.parse('2026-11-25T08:10:00Z') - n * 4_000_000)
  return { id: id(n), kind, detail: null, by: 'Sophie Dubois', at, read: false, about, ...more }
}

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`

function line(...items: Item[]): Line {
  const { kind } = items[0]!
  return { kind, occasion: kinds[kind], items, count: items.length, more: false }
}

function group(on: Described | null, unread: boolean, ...lines: Line[]): Group {
  const first = lines[0]!.items[0]!
  return { id: first.id, day: first.at.toISOString().slice(0, 10), at: first.at, unread, on, lines }
}

const documents = ['Nachtrag 2027', 'Prämienrechnung 2027', 'Fahrzeugliste'].map((title, n) =>
  item(2 + n, 'document_new', { ...record('document', `d${n}`, title), on: policy }),
)
const conversation = record('message', 'm1', 'Frage zur Prämie 2027')
const request = record('service_request', 'r1', 'A-2026-0004 Fahrzeug einlösen: LU 123456', 'A-2026-0004')

export const inventedGroups: Group[] = [
  group(null, true, line(item(1, 'message', conversation))),
  group(policy, true, line(...documents), line(item(5, 'policy_changed', policy, { detail: 'premium,dates' }))),
  group(policy, true, line(...documents.map((one, n) => ({ ...one, id: id(30 + n) })))),
  group(request, true, line(item(6, 'request_state', request, { detail: 'waiting_insurer' }))),
  group(policy, true, line(item(7, 'premium_suspended', record('premium_invoice', 'i1', 'PR-2026-118')))),
  group(claim, false, line(item(8, 'claim_reported', claim))),
  group(claim, false, line(item(24, 'claim_state', claim, { detail: 'in_progress' }))),
  group(null, false, {
    ...line(item(25, 'policy_new', policy), item(25, 'policy_new', record('policy', 'p2', 'Betriebshaftpflicht'))),
    count: 99,
    more: true,
  }),
  group(null, false, line(item(26, 'deadline', policy, { detail: '2026-12-31' }))),
  group(null, false, line(item(27, 'roles_changed', null))),
  group(
    null,
    false,
    line(
      item(40, 'mail_failed', null, { detail: 'info@muster.example' }),
      item(41, 'mail_failed', null, { detail: 'a@muster.example' }),
    ),
    line(item(42, 'mails_waiting', null, { detail: '12' })),
  ),
  group(null, false, line(item(28, 'role_request', { ...record('role_request', 'q1', 'Rieder Anja'), extra: 'fleet' }))),
  group(
    null,
    false,
    line(
      item(
        29,
        'role_decided',
        { ...record('role_request', 'q2', 'Studer Daniel'), extra: 'other_lines' },
        { detail: 'approved' },
      ),
    ),
  ),
]
