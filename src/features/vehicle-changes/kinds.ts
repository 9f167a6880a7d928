import type { CategoryKey } from '../service-requests/categories.ts'
import type { DetailKey } from '../service-requests/details.ts'

/** The requests that change what is insured of a vehicle. */
export const changeKinds = ['vehicle_in', 'vehicle_out', 'plate_change'] as const satisfies readonly CategoryKey[]
export type ChangeKind = (typeof changeKinds)[number]

/** Whether a request is one of them. */
export function isChangeKind(category: string): category is ChangeKind {
  return (changeKinds as readonly string[]).includes(category)
}

/** What the form asks besides the policy or the vehicle and the day; a name with a mark must be filled in. */
export const asked: Record<ChangeKind, (DetailKey | `${DetailKey}!`)[]> = {
  vehicle_in: ['make_model!', 'plate', 'master_number', 'vin', 'first_registered_on', 'value'],
  vehicle_out: [],
  plate_change: ['new_plate!', 'make_model', 'master_number'],
}

export const fieldsOf = (kind: ChangeKind) =>
  asked[kind].map((name) => ({ key: name.replace('!', '') as DetailKey, required: name.endsWith('!') }))

/** A new vehicle hangs on a policy; what else happens, happens to a vehicle that is there. */
export const needsPolicy = (kind: ChangeKind) => kind === 'vehicle_in'
