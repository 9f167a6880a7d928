// The printed page uses Helvetica, one of the fonts that the QR-bill's rules allow; every PDF reader brings it along, and it knows
// the letters of Western Europe only (WinAnsi). Banks wrote names from elsewhere without their accents for decades; so do we here.
const known =
  /[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/

const besides: Record<string, string> = { '\u202f': ' ', '\u2009': ' ', '−': '-', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', ı: 'i' }

/** A text in the letters that the page can show: `Kovačić` → `Kovacic`; what is left over becomes `?`. */
export function printable(text: string, max?: number): string {
  const letters = [...text.normalize('NFC')].map((letter) => {
    if (known.test(letter)) return letter
    const plain = besides[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
    return [...plain].every((part) => known.test(part)) ? plain : '?'
  })
  return letters.join('').slice(0, max).trim()
}
