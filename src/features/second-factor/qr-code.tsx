import { encode } from 'uqr'

/** A QR code as one path, dark on light in both themes, for cameras read nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  // Neighbours in a row are one bar.
  const bars = data.map((row, y) => row.map((dark, x) => (dark ? (row[x - 1] ? 'h1' : `M${x} ${y}.5h1`) : '')).join(''))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="216" height="216" role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path stroke="#000" d={bars.join('')} />
    </svg>
  )
}
