import type { GalleryEntry } from '../house/gallery.ts'
import { insuredObjectList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import type { InsuredObject, InsuredObjectRow } from './queries.ts'

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

const details = { cost_centre: '100', data_as_of: null, confidential: false, currency: 'CHF' }

const vehicle: InsuredObject = {
  ...row(1),
  ...details,
  master_number: '849.479.707',
  vin: 'JRY1V1R1K9GE605US',
  first_registered_on: '2018-09-26',
  value: '55200.00',
  location: 'Rosenweg 1, 6900 Lugano',
}

const building: InsuredObject = {
  ...row(6),
  ...details,
  master_number: null,
  vin: null,
  first_registered_on: null,
  value: '526000.00',
  location: 'Rosenweg 1, 6900 Lugano',
  data_as_of: '2026-11-13',
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
  { name: 'vehicle', render: (visit) => showPage(visit, vehicle) },
  { name: 'building', render: (visit) => showPage(visit, building) },
  {
    name: 'no longer valid, confidential, kind without a word of ours',
    render: (visit) =>
      showPage(visit, { ...building, kind: 'Kühlhaus', shown_name: null, name: '', valid_to: '2026-06-30', confidential: true }),
  },
]
