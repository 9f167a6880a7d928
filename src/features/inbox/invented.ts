import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import type { Message } from '../messages/queries.ts'
import type { ServiceRequest } from '../service-requests/queries.ts'
import type { ItemState } from './item-state.ts'
import type { InboxState } from './pages/inbox.tsx'
import type { Item, ItemRow } from './queries.ts'

// For the gallery alone: invented, and never in a database.

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)

const plain: ItemRow = {
  id: id(1),
  kind: 'conversation',
  company_id: id(90),
  company: 'Muster Holding AG',
  account_id: inventedCustomer.id,
  person: 'Franziska Keller',
  woken_at: ago(6),
  waiting_since: ago(6),
  due_at: ago(2),
  late: true,
  assigned_staff_id: null,
  assigned: null,
  snoozed_until: null,
  snoozed: false,
  done: false,
  done_at: null,
  done_by: null,
  talk_subject: 'Neuer Standort in Littau: Was ist mitversichert und ab wann?',
  request_number: null,
  request_subject: null,
  request_category: null,
  request_state: null,
  urgent: false,
  claim_number: null,
  claim_kind: null,
  claim_state: null,
  role: null,
  mail_event: null,
  mail_recipient: null,
}

const details = { answers: 1, answered_by: null, version: 3, expires_at: null, mail_error: null, mail_at: null }

export const conversationItem: Item = { ...plain, ...details }

export const requestItem: Item = {
  ...plain,
  ...details,
  id: id(2),
  kind: 'service_request',
  talk_subject: null,
  request_number: 'A-2026-0007',
  request_subject: 'Fahrzeug einlösen: LU 123456',
  request_category: 'vehicle_in',
  request_state: 'new',
  urgent: true,
  due_at: new Date(Date.now() + 30 * 60_000),
  late: false,
  assigned_staff_id: inventedStaff.id,
  assigned: 'Sophie Dubois',
}

const rows: ItemRow[] = [
  conversationItem,
  requestItem,
  {
    ...plain,
    id: id(3),
    kind: 'claim',
    talk_subject: null,
    claim_number: 'S-2026-0012',
    claim_state: 'reported',
    company: 'Muster Bau AG',
    due_at: new Date(Date.now() + 26 * 3_600_000),
  },
  { ...plain, id: id(4), kind: 'role_request', talk_subject: null, role: 'fleet', waiting_since: null, due_at: null },
  {
    ...plain,
    id: id(5),
    kind: 'mail',
    talk_subject: null,
    mail_recipient: 'anja.rieder@muster.example',
    waiting_since: null,
    due_at: null,
    snoozed: true,
    snoozed_until: new Date(Date.now() + 20 * 3_600_000),
  },
]

export const inventedRequest: ServiceRequest = {
  id: id(2),
  number: 'A-2026-0007',
  category: 'vehicle_in',
  subject: 'Fahrzeug einlösen: LU 123456',
  state: 'new',
  state_since: ago(6),
  urgent: true,
  author_name: 'Franziska Keller',
  created_at: ago(6),
  company: 'Muster Holding AG',
  company_id: id(90),
  audience: ['fleet'],
  version: 1,
  lately: true,
  handler_staff_id: inventedStaff.id,
  handler_name: 'Sophie Dubois',
  next_step: null,
  next_on: null,
  cover_confirmed_at: null,
  cover_confirmed_by: null,
  outcome_id: null,
  body: 'Das Fahrzeug wird am Montag abgeholt.',
  details: { make_model: 'VW Crafter', plate: 'LU 123456', master_number: '123.456.789', cover: 'full', evn: 'yes' },
  wished_on: '2026-11-30',
  about_kind: 'policy',
  about_id: id(50),
  about_label: 'MF-10.207.233 · Motorfahrzeugflotte',
  author_account_id: inventedCustomer.id,
}

const message: Message = {
  id: id(40),
  author_name: 'Franziska Keller',
  body: 'Guten Tag\n\nWir ziehen im Februar nach Littau. Was müssen wir melden?',
  written_at: ago(6),
  own: false,
  by_staff: false,
  seconds_left: 0,
}

/** An open item as its page shows it. */
export function itemOf(item: Item, more: Partial<ItemState> = {}): ItemState {
  return {
    item,
    subject:
      item.kind === 'service_request'
        ? { kind: item.kind, request: inventedRequest, files: [] }
        : {
            kind: 'conversation',
            conversation: {
              id: item.id,
              subject: item.talk_subject ?? '',
              company_id: item.company_id,
              about_kind: null,
              about_id: null,
              audience: [],
              author_account_id: item.account_id,
              person: item.person,
              company: item.company,
              about_label: null,
            },
          },
    talk: {
      conversationId: item.id,
      messages: [message],
      files: new Map(),
      firstNew: message.id,
      earlierThan: null,
      past: false,
      mark: '1',
    },
    answer: { id: id(70), body: '', files: { draftId: id(70), files: [], errors: [], tooMuch: false } },
    noteId: id(71),
    notes: [
      {
        id: id(80),
        author_name: 'Marc Hostettler',
        body: 'Police zuerst prüfen: Littau ist nicht im Geltungsbereich.',
        written_at: ago(1),
      },
    ],
    writers: [],
    modules: [
      {
        id: id(85),
        language: 'de',
        shortcut: 'eingang',
        name: 'Eingang bestätigen',
        body: 'Guten Tag Franziska Keller\n\nWir haben Ihre Nachricht erhalten.',
        version: 1,
      },
    ],
    macros: [
      {
        id: id(86),
        name: 'Beim Versicherer nachfragen',
        shortcut: 'eingang',
        state: 'waiting_insurer',
        assign: 'me',
        finishes: false,
        snooze_days: 3,
        version: 1,
      },
    ],
    aside: {
      company: { id: id(90), name: 'Muster Holding AG', number: 'K-10001', town: 'Luzern', manager: 'Sophie Dubois' },
      contact: {
        id: id(91),
        name: 'Franziska Keller',
        position: 'Leiterin Finanzen',
        phone: '+41415550123',
        language: 'de',
        last_sign_in: ago(7),
      },
      open: { requests: 3, claims: 1, policies: 14 },
      last: { at: ago(6), name: 'Franziska Keller', id: id(1), kind: null, about: null },
    },
    handlers: [
      { id: inventedStaff.id, name: 'Sophie Dubois' },
      { id: id(95), name: 'Marc Hostettler' },
    ],
    mark: '3.1.',
    back: {},
    ...more,
  }
}

/** The inbox with a few things of each kind. */
export function inventedState(more: Partial<InboxState> = {}): InboxState {
  return {
    key: 'team',
    search: '',
    listed: { rows, page: 1, more: true },
    counts: {
      ...{ mine: 1, team: 5, unassigned: 4, late: 1, messages: 1, requests: 1 },
      ...{ claims: 1, approvals: 1, snoozed: 1, mails: 0, done: 0 },
    },
    hours: 4,
    handlers: itemHandlers,
    open: null,
    unread: 1,
    ...more,
  }
}

const itemHandlers = [
  { id: inventedStaff.id, name: 'Sophie Dubois' },
  { id: id(95), name: 'Marc Hostettler' },
]
