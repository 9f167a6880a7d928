/** What can be reported (interface W9), in the order of the tiles. The lines of each stand in SQL: access.claim_kind_lines. */
export const claimKinds = ['vehicle', 'property', 'liability', 'accident', 'sickness', 'cyber', 'other'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** Whose report carries health data by itself (besonders schützenswert, DSG Art. 5): it needs consent. */
export const healthKinds: readonly ClaimKind[] = ['accident', 'sickness']

export const kindIcons: Record<ClaimKind, string> = {
  vehicle: 'car',
  property: 'building-2',
  liability: 'users',
  accident: 'life-buoy',
  sickness: 'heart-pulse',
  cyber: 'monitor',
  other: 'circle-question-mark',
}

/** The steps with an address of their own, after the choice of the kind. */
export const steps = ['event', 'people', 'files', 'check'] as const
export type Step = (typeof steps)[number]

/** True for one of the kinds; what comes from a form or an address is checked with it. */
export function isKind(value: unknown): value is ClaimKind {
  return claimKinds.includes(value as ClaimKind)
}
