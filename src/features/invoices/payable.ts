// The letters that a QR-bill may carry since November 2025 (Implementation Guidelines 2.3): Basic Latin, Latin-1, Latin Extended-A,
// the Romanian Ș and Ț, and the euro. Banks refuse the others.
const known = /[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]/

const besides: Record<string, string> = {
  '\u202f': ' ',
  '\u2009': ' ',
  '–': '-',
  '—': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
  '•': '-',
}

/** A text in the letters that a QR-bill may carry: `Kovačić` stays, `Hồ` becomes `Ho`, what is left over `?`. */
export function payable(text: string, max?: number): string {
  const letters = [...text.normalize('NFC')].map((letter) => {
    if (known.test(letter)) return letter
    const plain = besides[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
    return [...plain].every((part) => known.test(part)) ? plain : '?'
  })
  return [...letters.join('')].slice(0, max).join('').trim()
}
