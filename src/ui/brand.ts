/**
 * A brokerage has one colour; everything drawn with it must stay readable, in light and in dark. So the tokens are computed
 * in OKLCH: the hue is kept, the lightness moves until the contrast is reached (WCAG 2.2: text 4.5, controls 3).
 */

type Rgb = [red: number, green: number, blue: number]
type Oklch = { lightness: number; chroma: number; hue: number }
export type Mode = 'light' | 'dark'
export type BrandColours = {
  /** Buttons; the brokerage's exact colour wherever text on it can be read. */
  fill: string
  /** Text on `fill` and `hover`. */
  on: string
  hover: string
  /** A breath of the colour behind the current entry. */
  soft: string
  /** Links, on canvas, surface and soft. */
  text: string
  /** Borders and markers. */
  line: string
}
export type BrandTokens = Record<Mode, BrandColours>

/** The grounds of `tokens.css` a brand colour has to stand out from. */
export const grounds: Record<Mode, { canvas: string; surface: string; ink: string }> = {
  light: { canvas: '#f5f6f8', surface: '#ffffff', ink: '#17202a' },
  dark: { canvas: '#10151b', surface: '#181f27', ink: '#e8ecf1' },
}

const white = '#ffffff'
const nearBlack = '#0b0f14'

/** The style sheet of one brokerage: six custom properties, each for light and dark. Throws unless `hex` is `#rrggbb`. */
export function brandCss(hex: string): string {
  const { light, dark } = brandTokens(hex)
  const names = Object.keys(light) as (keyof BrandColours)[]
  return `:root{${names.map((name) => `--brand-${name}:light-dark(${light[name]},${dark[name]})`).join(';')}}`
}

/** The six colours derived from one, per mode. Throws unless `hex` is `#rrggbb`. */
export function brandTokens(hex: string): BrandTokens {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error('A brand colour is written #rrggbb')
  return { light: coloursFor(hex.toLowerCase(), 'light'), dark: coloursFor(hex.toLowerCase(), 'dark') }
}

function coloursFor(hex: string, mode: Mode): BrandColours {
  const { lightness, chroma, hue } = toOklch(hex)
  const { canvas, surface } = grounds[mode]
  const away = mode === 'light' ? -1 : 1
  const soft = toHex({ lightness: mode === 'light' ? 0.95 : 0.29, chroma: Math.min(chroma, 0.035), hue })
  const { fill, on } = readableFill(hex)
  return {
    fill,
    on,
    hover: hoverOf(fill, on),
    soft,
    // Very strong colours glow as text, so links keep a little less of it.
    text: readable({ lightness, chroma: Math.min(chroma, 0.19), hue }, [canvas, surface, soft], 4.6, away),
    line: readable({ lightness, chroma, hue }, [canvas, surface], 3.1, away),
  }
}

function readableFill(hex: string): { fill: string; on: string } {
  const on = [white, nearBlack].find((text) => contrast(text, hex) >= 4.5)
  return on ? { fill: hex, on } : { fill: readable(toOklch(hex), [white], 4.5, -1), on: white }
}

// Moves away from the text colour, so that the contrast can only grow.
function hoverOf(fill: string, on: string): string {
  const colour = toOklch(fill)
  return toHex({ ...colour, lightness: clamp(colour.lightness + (on === white ? -0.06 : 0.06)) })
}

/** The nearest lightness, going one way, at which the colour reaches `least` on every ground. */
function readable(colour: Oklch, on: string[], least: number, direction: 1 | -1): string {
  for (let lightness = colour.lightness; lightness >= 0 && lightness <= 1; lightness += direction * 0.004) {
    const hex = toHex({ ...colour, lightness })
    if (on.every((ground) => contrast(hex, ground) >= least)) return hex
  }
  return direction < 0 ? '#000000' : white
}

/** Contrast of two colours after WCAG 2.2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex).map(toLinear) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

// The matrices are those of OKLab by Björn Ottosson.
function toOklch(hex: string): Oklch {
  const [red, green, blue] = toRgb(hex).map(toLinear) as Rgb
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) }
}

function toHex(colour: Oklch): string {
  const channels = linearRgb(withinScreen(colour)).map((value) => Math.round(clamp(toGamma(clamp(value))) * 255))
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

// The strongest chroma a screen can show at this lightness and hue.
function withinScreen(colour: Oklch): Oklch {
  if (isShowable(colour)) return colour
  let [low, high] = [0, colour.chroma]
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2
    if (isShowable({ ...colour, chroma: middle })) low = middle
    else high = middle
  }
  return { ...colour, chroma: low }
}

function isShowable(colour: Oklch): boolean {
  return linearRgb(colour).every((value) => value >= -1e-4 && value <= 1.0001)
}

function linearRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function toRgb(hex: string): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255) as Rgb
}

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const toGamma = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)
const clamp = (value: number) => Math.min(1, Math.max(0, value))
