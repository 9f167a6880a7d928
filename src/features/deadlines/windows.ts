import { later } from './deadline.ts'
import type { Law } from './laws.ts'

/** What opens a window to end a contract before its time (domain 2.2). */
export const windowKinds = ['change', 'claim_payment', 'ownership', 'application'] as const
export type WindowKind = (typeof windowKinds)[number]

/** Which rule gives the end of a window. */
export type WindowRule = 'agreed' | 'uvg_59a' | 'bvg_53f' | 'vvg_42' | 'vvg_54' | 'vvg_2a'

export interface ContractEvent {
  kind: WindowKind
  /** ISO dates. */
  happened_on: string
  effective_on: string | null
  agreed_day: string | null
}

/** The events that mean something under a law: accident and pension insurance know only the change that was announced. */
export function kindsUnder(law: Law): WindowKind[] {
  return law === 'vvg' ? [...windowKinds] : ['change']
}

/**
 * The last day on which a notice may arrive because of an event, and the rule that gives it; null where neither contract nor law
 * names one. What the contract says goes before the law.
 */
export function windowOf(event: ContractEvent, law: Law): { day: string; rule: WindowRule } | null {
  if (event.agreed_day !== null) return { day: event.agreed_day, rule: 'agreed' }
  switch (event.kind) {
    case 'claim_payment':
      // VVG Art. 42: at the latest on payment; cover then ends 14 days after the notice.
      return law === 'vvg' ? { day: event.happened_on, rule: 'vvg_42' } : null
    case 'ownership':
      // VVG Art. 54: the new owner refuses within 30 days of the change.
      return law === 'vvg' ? { day: later(event.happened_on, { days: 30 }), rule: 'vvg_54' } : null
    case 'application':
      // VVG Art. 2a: withdrawal within 14 days.
      return law === 'vvg' ? { day: later(event.happened_on, { days: 14 }), rule: 'vvg_2a' } : null
    case 'change':
      return changeUnder(event, law)
  }
}

function changeUnder(event: ContractEvent, law: Law): { day: string; rule: WindowRule } | null {
  // UVG Art. 59a: within 30 days of receiving the announcement.
  if (law === 'uvg') return { day: later(event.happened_on, { days: 30 }), rule: 'uvg_59a' }
  // BVG Art. 53f: with 30 days' notice to the day before the change holds.
  if (law === 'bvg' && event.effective_on !== null) return { day: later(event.effective_on, { days: -31 }), rule: 'bvg_53f' }
  // The VVG names no day for a change of premium: the contract does.
  return null
}

/** VVG Art. 46: claims on the insurer lapse five years after the event. */
export function limitationOf(occurredOn: string): string {
  return Temporal.PlainDate.from(occurredOn).add({ years: 5 }).toString()
}
