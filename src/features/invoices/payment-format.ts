/** `CH44 3199 9123 0008 8901 2`: an IBAN as it stands on a QR-bill. */
export function ibanShown(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}

/** `21 00000 00003 13947 14300 09017` for a QR reference, groups of four for any other (RF…), as on a QR-bill. */
export function referenceShown(reference: string): string {
  if (!/^\d{27}$/.test(reference)) return ibanShown(reference)
  return reference.replace(/\d(?=(\d{5})+$)/g, '$& ')
}

/** `8.1 %` from the database's `8.10`. */
export function rateShown(rate: string): string {
  return `${Number(rate)}\u00a0%`
}
