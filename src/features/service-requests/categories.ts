import type { DetailKey } from './details.ts'

export const categoryKeys = [
  'offer',
  'contract_change',
  'vehicle_in',
  'vehicle_out',
  'plate_change',
  'certificate',
  'termination',
  'access_question',
] as const
export type CategoryKey = (typeof categoryKeys)[number]

interface Category {
  icon: string
  /** What it asks for besides, in the order of the form; a name with a mark must be filled in. */
  details: (DetailKey | `${DetailKey}!`)[]
  body: 'required' | 'optional'
  /** «Gewünschtes Datum», with its own label per category; none where a date means nothing. */
  date: 'required' | 'optional' | 'none'
  /** Whether the form offers policies to choose from when it was opened on no record; `needed`: one of them must be chosen. */
  policies: 'none' | 'offered' | 'needed'
  /** The plate is that of a vehicle the person sees: proposed while typing, and the request is tied to it. */
  knownPlate?: true
  /** Nothing is covered before somebody confirms it: said on the form and on the page of the request. */
  noCover?: true
}

/** The kinds of requests (domain 2.5) and what each asks for. */
export const categories: Record<CategoryKey, Category> = {
  offer: { icon: 'umbrella', details: ['line', 'current_insurer'], body: 'required', date: 'optional', policies: 'none' },
  contract_change: { icon: 'pencil', details: [], body: 'required', date: 'optional', policies: 'offered' },
  vehicle_in: {
    icon: 'car',
    // The plate of a new vehicle is often not given out yet.
    details: [
      ...(['make_model!', 'plate', 'master_number', 'vin', 'first_registered_on', 'value'] as const),
      ...(['cover!', 'leasing', 'lessor', 'evn!'] as const),
    ],
    body: 'optional',
    date: 'required',
    policies: 'offered',
    noCover: true,
  },
  vehicle_out: {
    icon: 'car',
    details: ['plate!', 'reason!', 'make_model'],
    body: 'optional',
    date: 'required',
    policies: 'offered',
    knownPlate: true,
    noCover: true,
  },
  plate_change: {
    icon: 'refresh-cw',
    details: ['plate!', 'new_plate!', 'make_model', 'master_number', 'evn!'],
    body: 'optional',
    date: 'required',
    policies: 'offered',
    knownPlate: true,
    noCover: true,
  },
  certificate: {
    icon: 'shield-check',
    details: ['recipient!', 'purpose', 'sum', 'certificate_language', 'send_to'],
    body: 'optional',
    date: 'optional',
    policies: 'offered',
  },
  termination: { icon: 'calendar', details: [], body: 'required', date: 'optional', policies: 'needed' },
  access_question: { icon: 'key-round', details: ['person'], body: 'required', date: 'none', policies: 'offered' },
}

/** The fields of a category without their marks. */
export function detailsOf(category: CategoryKey): { key: DetailKey; required: boolean }[] {
  return categories[category].details.map((name) => ({ key: name.replace('!', '') as DetailKey, required: name.endsWith('!') }))
}
