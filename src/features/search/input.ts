/** What to look for, cleaned as lists do it: one line, at most 120 characters; what no text can be counts as nothing. */
export function searchTerm(query: Record<string, unknown>): string {
  const value = query.q
  if (typeof value !== 'string' || !value.isWellFormed()) return ''
  return value
    .replace(/[\u0000-\u001f]/g, ' ')
    .slice(0, 120)
    .normalize('NFC')
    .trim()
}
