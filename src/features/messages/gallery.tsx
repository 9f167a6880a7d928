import { inventedFile } from '../attachments/invented.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import { conversationList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { type NewState, newPage } from './pages/new.tsx'
import { showPage } from './pages/show.tsx'
import { messagePhrases } from './phrases.ts'
import type { Conversation, ConversationRow, Message } from './queries.ts'
import type { Talk } from './talk.ts'

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`

const row = (n: number): ConversationRow => ({
  id: id(n),
  subject: n % 2 ? 'Frage zur Prämie 2027' : 'Neuer Standort in Littau: Was ist mitversichert und ab wann?',
  about_kind: n % 2 ? 'policy' : null,
  about_label: n % 2 ? 'MF-10.207.233 · Motorfahrzeugflotte' : null,
  company: 'Muster Holding AG',
  last_author: n % 2 ? 'Sophie Dubois' : 'Franziska Keller',
  last_at: new Date('2026-11-23T08:10:00Z'),
  unread: n === 1,
})

const conversation: Conversation = {
  id: id(1),
  subject: 'Frage zur Prämie 2027',
  company_id: id(90),
  about_kind: 'policy',
  about_id: id(50),
  audience: ['fleet'],
  author_account_id: inventedCustomer.id,
  person: 'Franziska Keller',
  company: 'Muster Holding AG',
  about_label: 'MF-10.207.233 · Motorfahrzeugflotte',
}

const said = (n: number, own: boolean, body: string, seconds = 0): Message => ({
  id: id(n),
  author_name: own ? 'Franziska Keller' : 'Sophie Dubois',
  body,
  written_at: new Date(`2026-11-23T08:1${n}:00Z`),
  own,
  by_staff: !own,
  seconds_left: seconds,
})

const messages = [
  said(1, true, 'Guten Tag\n\nWarum steigt die Prämie um 4 Prozent?'),
  said(2, false, 'Guten Tag Frau Keller\n\nWegen der zwei Schäden in diesem Jahr. Ich habe Konkurrenzofferten angefragt.'),
  said(3, true, 'Danke. Bis wann haben Sie diese?', 24),
]

const talk = (more: Partial<Talk> = {}): Talk => ({
  conversationId: id(1),
  messages,
  files: new Map([
    [id(2), [inventedFile, { ...inventedFile, id: id(61), file_name: 'foto-schaden.jpg', media_type: 'image/jpeg' }]],
  ]),
  firstNew: null,
  earlierThan: null,
  past: false,
  mark: '3.2.1',
  ...more,
})

const state = { view: 'all', search: '', order: conversationList.order, size: 10, page: 1 }
const recent = [row(1), row(2), row(3)]
const none = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
const files = { draftId: id(9), files: [], errors: [], tooMuch: false }
const answer = { id: id(8), body: '', files }
const form: NewState = { id: id(9), about: null, people: null, values: { subject: '', body: '', to: '' }, errors: {}, files }
const fleet = { kind: 'policy', id: id(50), companyId: id(90), label: 'MF-10.207.233 · Motorfahrzeugflotte' } as const

export const gallery: GalleryEntry[] = [
  {
    name: 'list',
    render: (visit) => listPage(visit, state, { rows: [row(1), row(2), row(3)], total: 3, capped: false, page: 1, pages: 1 }, 1),
  },
  { name: 'list, nothing yet', render: (visit) => listPage(visit, state, none, 0) },
  { name: 'write', render: (visit) => newPage(visit, form) },
  { name: 'write about a policy', render: (visit) => newPage(visit, { ...form, about: fleet }) },
  {
    name: 'write, refused',
    render: (visit) => {
      const t = messagePhrases(visit.language)
      return newPage(visit, { ...form, errors: { subject: t.error_subject, body: t.error_body } })
    },
  },
  {
    name: 'write, as staff',
    render: (visit) =>
      newPage(
        { ...visit, actor: inventedStaff, accountManager: null },
        { ...form, people: [{ id: id(7), company_id: id(90), full_name: 'Keller Franziska', company: 'Muster Holding AG' }] },
      ),
  },
  {
    name: 'conversation',
    render: (visit) => showPage(visit, conversation, { talk: talk({ firstNew: id(2) }), recent, answer, unread: 2 }),
  },
  {
    name: 'conversation, too late to take back',
    render: (visit) =>
      showPage(visit, conversation, { talk: talk({ messages: messages.slice(0, 2) }), recent, answer, unread: 0, tooLate: true }),
  },
  {
    name: 'conversation, earlier messages',
    render: (visit) =>
      showPage(visit, conversation, { talk: talk({ earlierThan: id(1), past: true }), recent, answer, unread: 0 }),
  },
  {
    name: 'conversation, a file refused and one kept',
    render: (visit) => {
      const wrong = uploadErrors(visit, { files: [], refused: [{ name: 'macro.docm', reason: 'macros' }], tooMuch: null })
      const kept = { ...files, files: [inventedFile], errors: wrong }
      return showPage(visit, conversation, {
        talk: talk(),
        recent,
        answer: { ...answer, body: 'Im Anhang.', files: kept },
        unread: 0,
      })
    },
  },
  {
    name: 'conversation, answer refused',
    render: (visit) => {
      const error = messagePhrases(visit.language).error_body
      return showPage(visit, conversation, { talk: talk(), recent, answer: { ...answer, error }, unread: 0 })
    },
  },
]
