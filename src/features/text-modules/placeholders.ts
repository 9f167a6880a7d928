export const placeholders = ['kontakt', 'firma', 'nummer', 'betreff', 'ich', 'broker'] as const
export type Placeholder = (typeof placeholders)[number]

const mark = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The first placeholder that is none; null where all are known. */
export function unknownPlaceholder(text: string): string | null {
  for (const [, name] of text.matchAll(mark)) if (!placeholders.includes(name as Placeholder)) return name || '{{}}'
  return null
}

/** The text with what the placeholders stand for; what is not known is left empty. */
export function filledIn(text: string, values: Record<Placeholder, string>): string {
  return text.replace(mark, (whole, name: string) => (Object.hasOwn(values, name) ? values[name as Placeholder] : whole))
}
