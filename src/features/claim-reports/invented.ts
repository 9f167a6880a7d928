import { inventedCustomer } from '../house/invented.ts'
import type { Draft, DraftFile } from './drafts.ts'
import { claimKinds } from './kinds.ts'
import type { ObjectHit, PolicyOption } from './objects.ts'
import type { KindOffer } from './offers.ts'
import type { ReportedClaim } from './report-queries.ts'

// Reports of the gallery: invented, and never in a database.

export const id = (n: number) => `0190a0b0-0000-7000-8000-0000000009${String(n).padStart(2, '0')}`

export const draft: Draft = {
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
export const sick: Draft = {
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

export const cyber: Draft = {
  ...draft,
  kind: 'cyber',
  data: {
    date: '23.11.2026',
    what: 'Alle Dateien tragen die Endung .locked.',
    ongoing: 'yes',
    systems: 'Dateiserver, Buchhaltung',
  },
}
export const userManagers = ['Franziska Keller']

export const offers: KindOffer[] = claimKinds.map((kind) => ({
  kind,
  open: kind !== 'accident' && kind !== 'sickness',
  roles: kind === 'accident' || kind === 'sickness' ? ['personal_lines'] : ['other_lines'],
}))

export const hits: ObjectHit[] = Array.from({ length: 3 }, (_, n) => ({
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
export const policies: PolicyOption[] = [
  {
    id: id(20),
    number: 'MF-10.207.239',
    name: 'Motorfahrzeugflotte',
    insurer: 'Alpina Allgemeine',
    company_id: id(90),
    company: 'Muster Holding AG',
  },
]
export const files: DraftFile[] = ['Nachricht der Gegenpartei.eml', 'Kotflügel vorne rechts.heic'].map((name, n) => ({
  id: id(30 + n),
  file_name: name,
  media_type: n ? 'image/heic' : 'message/rfc822',
  byte_size: 812_300 * (n + 1),
  sha256: Buffer.alloc(32),
  scan_state: n ? 'clean' : null,
}))

export const inventedReport: ReportedClaim = {
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
