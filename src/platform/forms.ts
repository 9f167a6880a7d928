import * as z from 'zod'

/** The text of one form field: trimmed, NFC, at most `max` characters; an array or a missing field counts as ''. NUL never passes. */
export function text(max: number) {
  return z
    .preprocess((value) => (typeof value === 'string' ? value : ''), z.string())
    .transform((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value) && value.isWellFormed(), 'unreadable')
    .refine((value) => [...value].length <= max, 'too_long')
}

/** Like `text`, but must not be empty. */
export function requiredText(max: number) {
  return text(max).refine((value) => value !== '', 'required')
}

/** A checkbox: present means true. */
export const checkbox = z.preprocess((value) => value === 'on' || value === '1' || value === 'true', z.boolean())

/** One of a few values; anything else is refused with the code `choose`. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: 'choose' })
}

/** Several of a few values (checkboxes of one name); a single one arrives as a plain string. Unknown ones are refused. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(values, { error: 'choose' })).transform((list) => [...new Set(list)]),
  )
}

/** A UUID in an address or a hidden field. */
export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'unreadable')

/** `version` of the row a form was opened with (optimistic locking, security.md R5). */
export const version = z.coerce.number().int().min(1).max(2_000_000_000)

/** What a form shows again after it was refused: every field as typed, passwords never. */
export function typed(body: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, typeof body[name] === 'string' ? (body[name] as string) : '']))
}
