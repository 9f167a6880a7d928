/** The bar of a mail in the brokerage's colour, and black or white on it, whichever reads better. */
export function brandColours(colour: string): { fill: string; text: string } {
  const fill = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#0b5cad'
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(fill.slice(at, at + 2), 16) / 255)) as [number, number, number]
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return { fill, text: 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000' }
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
