import type { Actor, Staff } from '../../platform/actor.ts'
import { mapsLines } from '../sharing/access.ts'
import { mayManageStaff } from '../staff/access.ts'
import type { settingsPhrases } from './phrases.ts'

/** The headings of the hub, in the order they stand there. */
export const groups = ['people', 'customers', 'appearance', 'data'] as const
type Words = ReturnType<typeof settingsPhrases>

export interface SettingsSection {
  /** Its name in `phrases.ts`; `<key>_about` is the sentence below it. */
  key: Extract<keyof Words, string>
  path: string
  icon: string
  group: (typeof groups)[number]
  /** Who is led there; the route asks the same function. */
  may: (staff: Staff) => boolean
  /** Everybody of these sees the page, and only some may change what stands there. */
  changes?: (actor: Actor) => boolean
}

const everybody = () => true

/**
 * What the brokerage arranges for itself. A page that comes with its feature adds one line here, in its group, and two phrases
 * (`key`, `key_about`) in `phrases.ts`; its pages are drawn by `settingsFrame`.
 */
export const settingsSections: SettingsSection[] = [
  { key: 'staff', path: '/settings/staff', icon: 'users', group: 'people', may: everybody, changes: mayManageStaff },
  { key: 'sign_in', path: '/settings/sign-in', icon: 'shield-check', group: 'people', may: everybody, changes: mayManageStaff },
  { key: 'sharing', path: '/settings/sharing', icon: 'eye', group: 'customers', may: everybody, changes: mapsLines },
]

/** The sections this member of staff is led to. */
export function sectionsFor(actor: Actor): SettingsSection[] {
  return actor.kind === 'staff' ? settingsSections.filter(({ may }) => may(actor)) : []
}
