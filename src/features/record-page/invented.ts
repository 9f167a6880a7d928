import type { Around, Standing } from '../../records/record-around.ts'
import type { Happened } from '../../records/timeline.ts'
import type { Seer } from '../../records/who-sees.ts'
import type { Deadline } from '../deadlines/queries.ts'
import type { DocumentRow } from '../documents/queries.ts'
import type { RecordTalk } from '../messages/on-record.ts'
import type { ConversationRow, Message } from '../messages/queries.ts'
import type { Opened } from './open.ts'

// What stands around the records of the gallery: invented, and never in a database.

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000009${String(n).padStart(2, '0')}`

const standing: Standing = {
  companyId: id(1),
  company: 'Muster Holding AG',
  audience: ['fleet', 'other_lines'],
  confidential: false,
  published: true,
  dataAsOf: '2026-10-17',
  importedAt: new Date('2026-11-20T08:00:00Z'),
  author: null,
  managed: false,
}

const system = { side: 'system', name: null } as const
const happened: Happened[] = [
  {
    kind: 'message',
    at: new Date('2026-11-23T08:12:00Z'),
    by: { side: 'broker', name: 'Sophie Dubois' },
    about: { id: id(2), subject: 'Frage zur Prämie 2027' },
  },
  {
    kind: 'message',
    at: new Date('2026-11-23T08:11:00Z'),
    by: { side: 'you', name: null },
    about: { id: id(2), subject: 'Frage zur Prämie 2027' },
  },
  {
    kind: 'document',
    at: new Date('2026-11-21T10:00:00Z'),
    by: { side: 'customer', name: null },
    about: { id: id(3), subject: 'Fahrzeugausweis LU 212 333' },
  },
  {
    kind: 'changed',
    at: new Date('2026-11-20T08:00:00Z'),
    by: system,
    about: {
      changes: { premium_gross: ['19250.00', '20789.80'], paid_on: [null, '2026-11-12'] },
      dataAsOf: '2026-10-17',
    },
  },
  {
    kind: 'request',
    at: new Date('2026-11-02T07:30:00Z'),
    by: { side: 'customer', name: 'Rolf Mustermann' },
    about: { id: id(4), subject: 'A-2026-0007 · Kündigung prüfen' },
  },
  { kind: 'arrived', at: new Date('2026-01-05T08:00:00Z'), by: system, about: { imported: true } },
]

const seer = (n: number, name: string, more: Partial<Seer>): Seer => ({
  contactId: id(n),
  name,
  company: 'Muster Holding AG',
  roles: ['fleet'],
  fromAbove: false,
  asAuthor: false,
  ...more,
})

const seers: Seer[] = [
  seer(20, 'Rieder Anja', {}),
  seer(21, 'Mustermann Rolf', { roles: ['full_access'], fromAbove: true }),
  seer(22, 'Studer Daniel', { roles: [], asAuthor: true }),
  seer(23, '', { contactId: null, name: null, company: null, roles: ['full_access'], fromAbove: true }),
]

const said = (n: number, own: boolean, body: string): Message => ({
  id: id(30 + n),
  author_name: own ? 'Franziska Keller' : 'Sophie Dubois',
  body,
  written_at: new Date(`2026-11-23T08:1${n}:00Z`),
  own,
  by_staff: !own,
  seconds_left: 0,
})

const conversation = (n: number, subject: string): ConversationRow => ({
  id: id(n),
  subject,
  about_kind: 'policy',
  about_label: null,
  company: 'Muster Holding AG',
  last_author: 'Sophie Dubois',
  last_at: new Date('2026-11-23T08:12:00Z'),
  unread: n === 2,
})

const talk: RecordTalk = {
  current: {
    row: conversation(2, 'Frage zur Prämie 2027'),
    talk: {
      conversationId: id(2),
      messages: [
        said(1, true, 'Guten Tag\n\nWarum steigt die Prämie um 4 Prozent?'),
        said(2, false, 'Guten Tag Frau Keller\n\nWegen der zwei Schäden in diesem Jahr.'),
      ],
      files: new Map(),
      firstNew: id(32),
      earlierThan: null,
      past: false,
      mark: '2.2.0',
    },
  },
  others: [conversation(5, 'Neuer Standort in Littau')],
  moreOthers: false,
}

const silence: RecordTalk = { current: null, others: [], moreOthers: false }

const file = (n: number): DocumentRow => ({
  id: id(40 + n),
  title: n ? 'Fahrzeugausweis LU 212 333' : 'Police MF-10.207.239',
  category: n ? 'Fahrzeugausweis' : 'Police',
  dated_on: '2026-11-18',
  media_type: 'application/pdf',
  byte_size: 182_400,
  is_new: n === 1,
  scan_state: 'clean',
  confidential: false,
  company: 'Muster Holding AG',
  policy_id: id(1),
  policy_number: 'MF-10.207.239',
  line: 'Motorfahrzeugflotte',
})

const documents = { rows: [file(0), file(1)], total: 2, capped: false, page: 1, pages: 1 }
/** The message that nobody has written yet. */
export const writing = { id: id(50), body: '', files: { draftId: id(50), files: [], errors: [], tooMuch: false } }
const noDocuments = { rows: [], total: 0, capped: false, page: 1, pages: 1 }

const deadlines: Deadline[] = [
  {
    kind: 'notice',
    id: id(1),
    day: '2028-09-30',
    name: 'Motorfahrzeugflotte',
    rule: { by: 'clause', months: 3, endsOn: '2028-12-31' },
    company: 'Muster Holding AG',
    insurer: 'Alpina Allgemeine Versicherungsgesellschaft',
    policyId: id(1),
    policyNumber: 'MF-10.207.239',
    updatedAt: new Date('2026-11-20T08:00:00Z'),
  },
]

/** A record as most people see it. `more` replaces parts, e.g. `{ documents: null }` for a kind that has none. */
export function invented<R>(record: R, more: Partial<Opened<R>> = {}): Opened<R> {
  const around: Around = { standing, happened, seers: [] }
  return { record, around, talk, documents, deadlines, writing, unread: 1, ...more }
}

/** The same for somebody who looks after the company's contacts. */
export function inventedManaged<R>(record: R, more: Partial<Opened<R>> = {}): Opened<R> {
  return { ...invented(record, more), around: { standing: { ...standing, managed: true }, happened, seers } }
}

/** A record of which little is known and about which nothing was said. */
export function inventedSparse<R>(record: R, more: Partial<Opened<R>> = {}): Opened<R> {
  const bare = { ...standing, audience: [], confidential: true, dataAsOf: null, managed: true }
  return {
    ...invented(record, { documents: noDocuments, deadlines: [], talk: silence, unread: 0, ...more }),
    around: { standing: bare, happened: happened.slice(-1), seers: [] },
  }
}
