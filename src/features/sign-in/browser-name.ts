/** «Firefox, Windows»: as much of a browser's self-description as helps to recognise it. */
export function browserName(userAgent: string): string {
  const browsers = [
    ['Edg/', 'Microsoft Edge'],
    ['Firefox/', 'Mozilla Firefox'],
    ['Chrome/', 'Google Chrome'],
    ['Safari/', 'Safari'],
  ]
  const systems = [
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS', 'macOS'],
    ['Linux', 'Linux'],
  ]
  const names = [browsers, systems].map((list) => list.find(([sign]) => userAgent.includes(sign!))?.[1])
  return names.filter(Boolean).join(', ') || '–'
}
