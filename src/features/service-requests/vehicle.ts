const cantons = 'AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH|FL'
const swiss = new RegExp(`^(${cantons})(\\d{1,6})(U?)$`)
const likeSwiss = new RegExp(`^(${cantons})\\d`)

/**
 * A number plate in its usual spelling: `lu·123456` → `LU 123456`, dealers' plates `LU 1234 U` (domain 2.4). One that begins with a
 * canton and goes on otherwise is none (undefined); plates of other countries stay as written, in capitals.
 */
export function readPlate(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[\s.·•*-]/g, '')
  const match = swiss.exec(bare)
  if (match) return [match[1], match[2], match[3]].filter(Boolean).join(' ')
  if (likeSwiss.test(bare) || !/^(?=.*\d)[A-Z0-9ÄÖÜ]{2,12}$/.test(bare)) return undefined
  return typed.toUpperCase().replace(/\s+/g, ' ').trim()
}

/** `123.456.789` from nine digits however they are divided; undefined for anything else. */
export function readMasterNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.'’-]/g, '')
  return /^\d{9}$/.test(digits) ? digits.replace(/(\d{3})(\d{3})(\d{3})/, '$1.$2.$3') : undefined
}

/** A chassis number without spaces, in capitals. */
export function readVin(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '')
  return /^[A-Z0-9]{4,25}$/.test(bare) ? bare : undefined
}

/** Whether a chassis number looks wrong: 17 signs without I, O and Q; those of old vehicles are shorter, so nobody is stopped. */
export function isDoubtfulVin(vin: string): boolean {
  return !/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)
}
