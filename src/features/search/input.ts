import { type Kind, kinds } from './kinds.ts'

const longest = 120

/** What to look for: one line, at most 120 characters; what no text can be is left out. */
export function searchTerm(query: Record<string, unknown>): string {
  if (typeof query.q !== 'string') return ''
  return [...query.q.toWellFormed().replace(/[\u0000-\u001f\u007f\ufffd]/g, ' ')]
    .slice(0, longest)
    .join('')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The one kind that is shown, `?k=policies`; null for all of them. */
export function searchedKind(query: Record<string, unknown>): Kind | null {
  return kinds.find(({ key }) => key === query.k)?.kind ?? null
}

/** The page within a kind, from 1. */
export function searchedPage(query: Record<string, unknown>): number {
  const page = Number(typeof query.s === 'string' && /^\d{1,4}$/.test(query.s) ? query.s : 1)
  return Math.max(1, page)
}
