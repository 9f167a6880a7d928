import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import type { Draft, DraftFile } from './drafts.ts'
import { type ClaimKind, claimKinds } from './kinds.ts'
import type { ObjectHit, PolicyOption } from './objects.ts'
import type { KindOffer } from './offers.ts'
import { checkPage } from './pages/check.tsx'
import { eventPage } from './pages/event.tsx'
import { filesPage } from './pages/files.tsx'
import { peoplePage } from './pages/people.tsx'
import { reportPage } from './pages/report.tsx'
import { sentMeanwhilePage } from './pages/sent-meanwhile.tsx'
import { startPage } from './pages/start.tsx'
import { reportPhrases } from './phrases.ts'
import type { ReportedClaim } from './report-queries.ts'
import { reportErrors } from './words.ts'

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000009${String(n).padStart(2, '0')}`

const draft: Draft = {
  id: id(1),
  kind: 'vehicle',
  data: {
    date: '03.11.2026',
    time: '14:30',
    place: 'Luzern, Pilatusplatz',
    what: 'Beim Abbiegen mit einem Velo zusammengestossen.\nNiemand verletzt, Kotflügel vorne rechts eingedrückt.',
    object_query: 'LU 123',
    object: id(10),
    policy: id(20),
    cause: 'collision',
    driver: 'Rieder Anja',
    counterparty: 'Peter Muster, Luzern, 041 555 01 23',
    counter_plate: 'LU 99887',
    injured: 'no',
    police_called: 'yes',
    police: 'Luzerner Polizei, Rapport 26-1188',
  },
  step: 'check',
  saved_at: new Date('2026-11-23T08:20:00Z'),
  submitted_at: null,
  claim_id: null,
  company_id: id(90),
}
const sick: Draft = {
  ...draft,
  kind: 'sickness',
  data: {
    date: '01.11.2026',
    what: 'Seit Anfang Monat krankgeschrieben.',
    person: 'Rieder Anja',
    workload: '80',
    incapacity: '100',
    incapacity_from: '01.11.2026',
    doctor: 'Dr. med. Muster, Luzern',
  },
}

const cyber: Draft = {
  ...draft,
  kind: 'cyber',
  data: {
    date: '23.11.2026',
    what: 'Alle Dateien tragen die Endung .locked.',
    ongoing: 'yes',
    systems: 'Dateiserver, Buchhaltung',
  },
}
const userManagers = ['Franziska Keller']

const offers: KindOffer[] = claimKinds.map((kind) => ({
  kind,
  open: kind !== 'accident' && kind !== 'sickness',
  roles: kind === 'accident' || kind === 'sickness' ? ['personal_lines'] : ['other_lines'],
}))

const hits: ObjectHit[] = Array.from({ length: 3 }, (_, n) => ({
  id: id(10 + n),
  plate: `LU 12345${n}`,
  make_model: ['VW Crafter', 'Skoda Octavia', 'Renault Kangoo'][n]!,
  name: '',
  location: null,
  kind: 'Fahrzeug',
  policy_id: id(20),
  policy_number: 'MF-10.207.239',
  insurer: 'Alpina Allgemeine',
}))
const policies: PolicyOption[] = [
  {
    id: id(20),
    number: 'MF-10.207.239',
    name: 'Motorfahrzeugflotte',
    insurer: 'Alpina Allgemeine',
    company_id: id(90),
    company: 'Muster Holding AG',
  },
]
const files: DraftFile[] = ['Nachricht der Gegenpartei.eml', 'Kotflügel vorne rechts.heic'].map((name, n) => ({
  id: id(30 + n),
  file_name: name,
  media_type: n ? 'image/heic' : 'message/rfc822',
  byte_size: 812_300 * (n + 1),
  sha256: Buffer.alloc(32),
  scan_state: n ? 'clean' : null,
}))

const claim: ReportedClaim = {
  id: id(1),
  number: 'S-2026-00012',
  kind: 'vehicle',
  occurred_on: '2026-11-03',
  reported_on: '2026-11-23',
  published_at: new Date('2026-11-23T08:31:00Z'),
  cause: 'Kollision',
  claimed: null,
  whole: true,
  answer_days: 1,
  place: draft.data.place!,
  description: draft.data.what!,
  details: {
    time: '14:30',
    object: 'LU 123450 · VW Crafter',
    driver: 'Rieder Anja',
    injured: 'no',
    police_called: 'yes',
    police: 'Luzerner Polizei, Rapport 26-1188',
    reporter: 'Franziska Keller',
  },
  author_account_id: inventedCustomer.id,
  company: 'Muster Holding AG',
  policy_id: id(20),
  policy_number: 'MF-10.207.239',
  policy_name: 'Motorfahrzeugflotte',
  files: files.map((file) => ({ ...file, title: file.file_name.replace(/\.[^.]+$/, ''), scan_state: 'unscanned' })),
}

export const gallery: GalleryEntry[] = [
  { name: 'start', render: (visit) => startPage(visit, { id: id(1), draft: null, offers, drafts: [draft, sick], userManagers }) },
  {
    name: 'start, nothing open',
    render: (visit) =>
      startPage(visit, {
        id: id(1),
        draft: null,
        offers: offers.map((offer) => ({ ...offer, open: false })),
        drafts: [],
        userManagers,
        closed: true,
      }),
  },
  {
    name: 'start, kind chosen anew',
    render: (visit) => startPage(visit, { id: id(1), draft, offers, drafts: [], userManagers }),
  },
  {
    name: 'event, empty',
    render: (visit) =>
      eventPage(visit, {
        draft: { ...draft, step: 'event', data: {} },
        values: {},
        errors: {},
        hits: null,
        policies: [...policies, { ...policies[0]!, id: id(21) }],
        proposed: null,
      }),
  },
  {
    name: 'event, objects found',
    render: (visit) => eventPage(visit, { draft, values: draft.data, errors: {}, hits, policies, proposed: policies[0]! }),
  },
  {
    name: 'event, refused',
    render: (visit) =>
      eventPage(visit, {
        draft,
        values: { date: '31.2.2026', object_query: 'Passat' },
        errors: reportErrors(visit.language, 'vehicle', [
          { field: 'date', code: 'day' },
          { field: 'what', code: 'required' },
        ]),
        hits: [],
        policies,
        proposed: null,
      }),
  },
  { name: 'people, vehicle', render: (visit) => peoplePage(visit, { draft, values: draft.data, errors: {} }) },
  ...(['property', 'liability', 'accident', 'other'] as ClaimKind[]).map(
    (kind): GalleryEntry => ({
      name: `people, ${kind}`,
      render: (visit) => peoplePage(visit, { draft: { ...draft, kind, data: {} }, values: {}, errors: {} }),
    }),
  ),
  { name: 'people, cyber', render: (visit) => peoplePage(visit, { draft: cyber, values: cyber.data, errors: {} }) },
  {
    name: 'people, incomplete',
    render: (visit) => peoplePage(visit, { draft: sick, values: sick.data, errors: {}, incomplete: true }),
  },
  {
    name: 'event, changed in another window',
    render: (visit) =>
      eventPage(visit, {
        draft: sick,
        values: sick.data,
        errors: {},
        hits: null,
        policies,
        proposed: policies[0]!,
        conflict: [
          [reportPhrases(visit.language).kind, 'A', 'B'],
          ['Krank seit', '01.11.2026', '02.11.2026'],
        ],
      }),
  },
  {
    name: 'sent from another window meanwhile',
    render: (visit) =>
      sentMeanwhilePage(visit, { ...draft, claim_id: id(1) }, [
        ['Hergang', 'Beim Abbiegen ein Velo gestreift.', 'Beim Abbiegen.'],
      ]),
  },
  {
    name: 'people, refused',
    render: (visit) =>
      peoplePage(visit, {
        draft: sick,
        values: {},
        errors: reportErrors(visit.language, 'sickness', [{ field: 'person', code: 'required' }]),
      }),
  },
  { name: 'files, none', render: (visit) => filesPage(visit, { draft, files: [], errors: [] }) },
  {
    name: 'files, refused',
    render: (visit) => filesPage(visit, { draft, files, errors: [reportPhrases(visit.language).files_too_many] }),
  },
  {
    name: 'check',
    render: (visit) =>
      checkPage(visit, {
        draft,
        object: 'LU 123450 · VW Crafter',
        policy: 'Motorfahrzeugflotte · MF-10.207.239',
        files,
        health: false,
        errors: {},
      }),
  },
  {
    name: 'check, changed in another window',
    render: (visit) =>
      checkPage(visit, { draft: cyber, object: null, policy: null, files: [], health: false, errors: {}, changed: true }),
  },
  {
    name: 'check, consent missing',
    render: (visit) =>
      checkPage(visit, {
        draft: sick,
        object: null,
        policy: null,
        files: [],
        health: true,
        errors: { consent: reportPhrases(visit.language).error_consent },
      }),
  },
  { name: 'sent', render: (visit) => reportPage(visit, claim, { sent: true }) },
  {
    name: 'report, without its health details',
    render: (visit) =>
      reportPage(
        visit,
        {
          ...claim,
          kind: 'accident',
          whole: false,
          place: null,
          cause: null,
          description: null,
          details: {},
          author_account_id: id(2),
          files: [],
        },
        { sent: false },
      ),
  },
  {
    name: 'report, for staff',
    render: (visit) => reportPage({ ...visit, actor: inventedStaff }, { ...claim, policy_id: null, files: [] }, { sent: false }),
  },
]
