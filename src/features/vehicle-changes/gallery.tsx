import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { inventedRequest } from '../inbox/invented.ts'
import { requestErrors } from '../service-requests/errors.ts'
import { type CheckState, checkPage } from './pages/check.tsx'
import { formPage } from './pages/form.tsx'

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
const request = { ...inventedRequest, category: 'vehicle_in' as const }
const policy = {
  id: id(50),
  number: 'MF-10.207.233',
  name: 'Motorfahrzeugflotte',
  insurer: 'Helvia Versicherungen',
  audience: ['fleet'],
  object_kind: 'Fahrzeug',
}
const vehicle = {
  id: id(60),
  plate: 'LU 123456',
  make_model: 'Skoda Octavia',
  master_number: '987.654.321',
  valid_from: '2024-03-01',
  valid_to: null,
  version: 2,
  policy_id: id(50),
  audience: ['fleet'],
}
const values = { target: policy.id, make_model: 'VW Crafter', plate: 'LU 123456', master_number: '123.456.789', on: '30.11.2026' }
const empty = { policies: [policy], vehicles: [vehicle], errors: {} }
const checked: CheckState = {
  request,
  wanted: {
    target: policy.id,
    on: '2026-11-30',
    details: { make_model: 'VW Crafter', plate: 'LU 123456', master_number: '123.456.789', value: '58400.00' },
  },
  target: { policy, vehicle: null },
  samePlate: vehicle,
  id: id(70),
  answer: 'Guten Tag Franziska Keller\n\nWir haben VW Crafter · LU 123456 per 30. November 2026 in Ihre Police aufgenommen.',
  state: 'done',
  confirm: true,
  error: null,
  conflict: false,
}
const plate: CheckState = {
  ...checked,
  request: { ...request, category: 'plate_change' },
  wanted: { target: vehicle.id, on: '2026-11-30', details: { new_plate: 'LU 654321' } },
  target: { policy: null, vehicle },
  samePlate: null,
}

const staff = (visit: Visit) => ({
  ...visit,
  actor: { ...inventedStaff, theme: visit.actor.kind === 'visitor' ? ('system' as const) : visit.actor.theme },
  accountManager: null,
})

export const gallery: GalleryEntry[] = [
  { name: 'new vehicle', render: (visit) => formPage(staff(visit), { ...empty, request, values }) },
  {
    name: 'refused',
    render: (visit) =>
      formPage(staff(visit), {
        ...empty,
        request,
        values: { ...values, plate: 'LU 12 3X' },
        errors: requestErrors(visit.language, 'vehicle_in', [{ field: 'plate', code: 'plate' }]),
      }),
  },
  {
    name: 'no policies',
    render: (visit) => formPage(staff(visit), { ...empty, policies: [], request, values: {} }),
  },
  { name: 'check', render: (visit) => checkPage(staff(visit), checked) },
  { name: 'check, changed meanwhile', render: (visit) => checkPage(staff(visit), { ...plate, conflict: true }) },
]
