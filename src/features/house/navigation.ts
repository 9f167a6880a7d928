import { href, type Visit } from '../../platform/visit.ts'
import type { NavItem } from '../../ui/layouts/Shell.tsx'
import { seesGroup } from '../group/access.ts'
import { housePhrases } from './phrases.ts'

export const areas = [
  { key: 'home', path: '/', icon: 'house', shortcut: 'g s' },
  { key: 'policies', path: '/policies', icon: 'file-text', shortcut: 'g p' },
  { key: 'premium_invoices', path: '/premium-invoices', icon: 'receipt' },
  { key: 'insured_objects', path: '/insured-objects', icon: 'car' },
  { key: 'claims', path: '/claims', icon: 'siren', shortcut: 'g f' },
  { key: 'invoices', path: '/invoices', icon: 'wallet' },
  { key: 'requests', path: '/requests', icon: 'circle-question-mark', shortcut: 'g a' },
  { key: 'documents', path: '/documents', icon: 'folder', shortcut: 'g d' },
  { key: 'contacts', path: '/contacts', icon: 'users', shortcut: 'g k' },
] as const

/**
 * What only staff have, below the manual's nine («Eingang», the day's work, stands right after the start): the place for «Import» is
 * after the companies. A page adds its line here when it exists, and its name in `phrases.ts`.
 */
const staffAreas = [
  { key: 'companies', path: '/companies', icon: 'building-2', shortcut: 'g c' },
  { key: 'imports', path: '/imports', icon: 'upload' },
  { key: 'accounts', path: '/accounts', icon: 'key-round' },
  { key: 'audit', path: '/audit', icon: 'history' },
  { key: 'settings', path: '/settings', icon: 'settings' },
] as const

/** The area that a list is, by its address; null for none. */
export function areaOf(path: string): Area {
  return [...areas, ...staffAreas].find((area) => area.path === path)?.key ?? null
}

type StaffArea = (typeof staffAreas)[number]['key']

export type Area = (typeof areas)[number]['key'] | StaffArea | 'inbox' | 'group' | 'profile' | null

/** The nine entries in the manual's order; behind them what only a holding or staff have. */
export function navigation(visit: Omit<Visit, 'db'>, current: Area): NavItem[] {
  const t = housePhrases(visit.language)
  const entry = (area: { key: Exclude<Area, 'profile' | null>; path: string; icon: string; shortcut?: string }): NavItem => ({
    label: t[area.key],
    href: href(visit, area.path),
    icon: area.icon,
    current: area.key === current,
    shortcut: 'shortcut' in area ? area.shortcut : undefined,
  })
  const entries = areas.map(entry)
  if (visit.actor.kind === 'staff')
    entries.splice(1, 0, {
      ...entry({ key: 'inbox', path: '/inbox', icon: 'inbox', shortcut: 'g i' }),
      live: { topic: 'inbox:me', one: t.waiting_one, other: t.waiting_other },
    })
  if (seesGroup(visit.actor)) entries.push(entry({ key: 'group', path: '/group', icon: 'building-2', shortcut: 'g o' }))
  if (visit.actor.kind === 'staff') entries.push(...staffAreas.map(entry))
  if (visit.actor.kind === 'customer' && visit.actor.roles.has('user_manager'))
    entries.push(entry({ key: 'audit', path: '/audit', icon: 'history' }))
  return entries
}
