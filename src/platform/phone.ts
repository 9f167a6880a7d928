import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * Reads a telephone number as people type it into E.164 (`+41315550096`). Nothing, or only a country code («+41», as
 * exports fill empty fields), is no number: null and ok. `ok` is false when there is something that cannot be one.
 */
export function normalisePhone(text: string, defaultCountry: CountryCode = 'CH'): { value: string | null; ok: boolean } {
  const trimmed = text.trim()
  const digits = trimmed.replace(/[\s./()\u00a0\u202f-]/g, '')
  if (digits === '' || /^(\+|00)(\d{1,2}|[2-9]\d{2})?$/.test(digits)) return { value: null, ok: true }
  const swiss = defaultCountry === 'CH' && /^(?:\+41|0041|0(?!0))(?:0(?!0))?([1-9]\d{8})$/.exec(digits)
  if (swiss) return { value: `+41${swiss[1]}`, ok: true }
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : trimmed
  const number = parsePhoneNumberFromString(international, { defaultCountry, extract: false })
  // Possible, not valid: number plans change more often than this library is updated.
  if (!number?.isPossible() || number.ext || !/^\+\d{5,15}$/.test(number.number)) return { value: null, ok: false }
  return { value: number.number, ok: true }
}

/** How a stored number is shown: national within Switzerland («031 555 00 96»), international otherwise; null gives ''. */
export function showPhone(e164: string | null): string {
  if (e164 === null) return ''
  const swiss = /^\+41(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(e164)
  if (swiss) return `0${swiss.slice(1).join(' ')}`
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164
}
