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

export const detailKeys = [
  'plate',
  'new_plate',
  'make_model',
  'master_number',
  'first_registered_on',
  'value',
  'recipient',
  'purpose',
  'certificate_language',
] as const
export type DetailKey = (typeof detailKeys)[number]

interface Category {
  icon: string
  /** What it asks for besides, in the order of the form; a name with a mark must be filled in. */
  details: (DetailKey | `${DetailKey}!`)[]
  body: 'required' | 'optional'
  /** «Gewünschtes Datum», with its own label per category; none where a date means nothing. */
  date: 'required' | 'optional' | 'none'
  /** Whether the form offers policies to choose from when it was opened on no record. */
  offersPolicies: boolean
  /** Nothing is covered before somebody confirms it: said on the form and on the page of the request. */
  noCover?: true
}

/** The kinds of requests (domain 2.5) and what each asks for. */
export const categories: Record<CategoryKey, Category> = {
  offer: { icon: 'umbrella', details: [], body: 'required', date: 'optional', offersPolicies: false },
  contract_change: { icon: 'pencil', details: [], body: 'required', date: 'optional', offersPolicies: true },
  vehicle_in: {
    icon: 'car',
    details: ['plate!', 'make_model!', 'master_number', 'first_registered_on', 'value'],
    body: 'optional',
    date: 'required',
    offersPolicies: true,
    noCover: true,
  },
  vehicle_out: {
    icon: 'car',
    details: ['plate!', 'make_model'],
    body: 'optional',
    date: 'required',
    offersPolicies: true,
    noCover: true,
  },
  plate_change: {
    icon: 'refresh-cw',
    details: ['plate!', 'new_plate!', 'make_model'],
    body: 'optional',
    date: 'required',
    offersPolicies: true,
    noCover: true,
  },
  certificate: {
    icon: 'shield-check',
    details: ['recipient!', 'purpose', 'certificate_language'],
    body: 'optional',
    date: 'optional',
    offersPolicies: true,
  },
  termination: { icon: 'calendar', details: [], body: 'required', date: 'optional', offersPolicies: true },
  access_question: { icon: 'key-round', details: [], body: 'required', date: 'none', offersPolicies: true },
}

/** The fields of a category without their marks. */
export function detailsOf(category: CategoryKey): { key: DetailKey; required: boolean }[] {
  return categories[category].details.map((name) => ({ key: name.replace('!', '') as DetailKey, required: name.endsWith('!') }))
}
