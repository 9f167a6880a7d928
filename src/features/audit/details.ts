import { count, dateTime, shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { assignableRoles, rolePhrases } from '../../records/roles.ts'
import { detailPhrases } from './detail-phrases.ts'

/** One thing that an event says: as it is, or as it was and became. */
export interface Detail {
  label: string
  text: string
  before?: string
}

/**
 * What an event says besides its verb, in words. Only what has a name here is shown: details of records say things that whoever
 * reads the trail need not know, so a new one stays hidden until somebody has thought about it.
 */
export function detailsOf(details: Record<string, unknown>, language: Language): Detail[] {
  const t = detailPhrases(language) as unknown as Record<string, string>
  return Object.entries(details).flatMap(([key, value]): Detail[] => {
    const label = t[key]
    if (typeof label !== 'string' || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
    if (isChange(value)) return [{ label, before: words(value[0], language), text: words(value[1], language) }]
    return [{ label, text: words(value, language) }]
  })
}

/** The same on one line, for tables and exports. */
export function detailsLine(details: Record<string, unknown>, language: Language): string {
  return detailsOf(details, language)
    .map(({ label, before, text }) => `${label}: ${before === undefined ? '' : `${before} → `}${text}`)
    .join('; ')
}

// Contacts and states are written as [before, after]; lists of roles are lists of words.
function isChange(value: unknown): value is [unknown, unknown] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((one) => one === null || typeof one !== 'object') &&
    !value.every(isRole)
  )
}

const isRole = (value: unknown) => assignableRoles.some((role) => role === value)

function words(value: unknown, language: Language): string {
  const t = detailPhrases(language)
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return count(value)
  if (Array.isArray(value)) return value.map((one) => words(one, language)).join(', ')
  if (typeof value === 'object') return roleWithEnd(value as Record<string, unknown>, language)
  return named(String(value), language)
}

function roleWithEnd({ role, until }: Record<string, unknown>, language: Language): string {
  const name = words(role, language)
  return typeof until === 'string' ? detailPhrases(language).until(name, moment(until)) : name
}

function named(text: string, language: Language): string {
  if (isRole(text)) return rolePhrases(language)[text as (typeof assignableRoles)[number]]
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return shortDate(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return moment(text)
  const t = detailPhrases(language) as unknown as Record<string, unknown>
  return typeof t[`is_${text}`] === 'string' ? (t[`is_${text}`] as string) : text
}

function moment(text: string): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? text : dateTime(at)
}
