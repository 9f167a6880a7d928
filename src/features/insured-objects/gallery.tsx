import { inventedResult as claims } from '../claims/gallery.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { invented, inventedManaged, inventedSparse } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { insuredObjectList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import type { InsuredObjectRow } from './queries.ts'
import { insuredObjectRecord } from './record.tsx'
import type { ObjectWithRelated } from './related.ts'

const row = (n: number): InsuredObjectRow => ({
  id: `0190a0b0-0000-7000-8000-00000000020${n}`,
  kind: n < 6 ? 'Fahrzeug' : ['Gebäude', 'Personengruppe', 'Kühlhaus'][n % 3]!,
  name: n < 6 ? '' : 'Lagerhalle Nord, Landwirtschaftsbetrieb',
  shown_name: n < 6 ? 'Toyota Hilux' : 'Lagerhalle Nord, Landwirtschaftsbetrieb',
  plate: n < 6 ? `TI 29436${n}` : null,
  make_model: n < 6 ? 'Toyota Hilux' : null,
  valid_from: '2026-01-01',
  valid_to: n === 2 ? '2026-06-30' : null,
  company: 'Muster Holding AG',
  policy_id: '0190a0b0-0000-7000-8000-000000000001',
  policy_number: 'MF-10.207.239',
  insurer: 'Alpina Allgemeine Versicherungsgesellschaft',
  line: 'Motorfahrzeugflotte',
})

const none = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
const details = { company_id: row(0).id, cost_centre: '100', currency: 'CHF', related: { claims: none, samePlate: none } }
const own = { documents: null, deadlines: null }

const vehicle: ObjectWithRelated = {
  ...row(1),
  ...details,
  master_number: '849.479.707',
  vin: 'JRY1V1R1K9GE605US',
  first_registered_on: '2018-09-26',
  value: '55200.00',
  location: 'Rosenweg 1, 6900 Lugano',
  related: { claims, samePlate: { ...none, rows: [row(2)], total: 1 } },
}

const building: ObjectWithRelated = {
  ...row(6),
  ...details,
  master_number: null,
  vin: null,
  first_registered_on: null,
  value: '526000.00',
  location: 'Rosenweg 1, 6900 Lugano',
}

const state = { view: 'all', search: '', order: insuredObjectList.order, size: 10, page: 1 }

export const inventedResult = {
  rows: Array.from({ length: 9 }, (_, n) => row(n)),
  total: 38,
  capped: false,
  page: 1,
  pages: 4,
}

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, inventedResult) },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  { name: 'vehicle', render: (visit) => recordPage(visit, insuredObjectRecord, inventedManaged(vehicle, own)) },
  { name: 'building', render: (visit) => recordPage(visit, insuredObjectRecord, invented(building, own)) },
  {
    name: 'no longer valid, confidential, kind without a word of ours',
    render: (visit) =>
      recordPage(
        visit,
        insuredObjectRecord,
        inventedSparse({ ...building, kind: 'Kühlhaus', shown_name: null, name: '', valid_to: '2026-06-30' }, own),
      ),
  },
]
