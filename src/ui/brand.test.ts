import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brandCss, brandTokens, contrast, grounds, type Mode } from './brand.ts'

const modes: Mode[] = ['light', 'dark']
const named = ['#ffffff', '#000000', '#ffff00', '#00ff00', '#0000ff', '#ff0000', '#808080', '#7f7f7f', '#ffd500', '#e2001a']

describe('the colour of a brokerage', () => {
  test('stays readable whatever it is: 4,000 random colours, light and dark', () => {
    const unreadable = [...named, ...randomColours(4000)].flatMap((hex) => modes.flatMap((mode) => failures(hex, mode)))
    expect(unreadable).toEqual([])
  }, 60_000)

  test('is used as it is where white or black text can be read on it', () => {
    expect(brandTokens('#0b5cad').light.fill).toBe('#0b5cad')
    expect(brandTokens('#ffd500').light).toMatchObject({ fill: '#ffd500', on: '#0b0f14' })
    expect(brandTokens('#ffd500').light.text).not.toBe('#ffd500')
  })

  test('becomes a style sheet, and nothing else becomes one', () => {
    expect(brandCss('#0B5CAD')).toMatch(
      /^:root\{--brand-fill:light-dark\(#0b5cad,#0b5cad\);(--brand-\w+:light-dark\(#\w{6},#\w{6}\);?){5}\}$/,
    )
    expect(() => brandCss('#fff')).toThrow()
    expect(() => brandCss('#ffffff}body{')).toThrow()
  })
})

describe('the colours of tokens.css', () => {
  const tokens = readTokens()
  const pairs: [string, string, number][] = [
    ...['canvas', 'surface', 'raised', 'sunken', 'hover'].flatMap((ground): [string, string, number][] => [
      ['ink', ground, 7],
      ['ink-2', ground, 4.5],
      ['ink-3', ground, 4.5],
    ]),
    ...['canvas', 'surface', 'raised'].flatMap((ground): [string, string, number][] => [
      ['line-2', ground, 3],
      ['focus', ground, 3],
      ['bad', ground, 4.5],
    ]),
    ...['ok', 'warn', 'bad', 'info'].flatMap((tone): [string, string, number][] => [
      [tone, `${tone}-bg`, 4.5],
      [tone, 'surface', 4.5],
      ['ink', `${tone}-bg`, 7],
      ['ink-2', `${tone}-bg`, 4.5],
    ]),
    ...[1, 2, 3, 4, 5, 6].map((n): [string, string, number] => [`chart-${n}`, 'surface', 3]),
  ]

  test.each(pairs)('%s on %s reaches %d in light and in dark', (front, ground, least) => {
    for (const mode of modes) expect(contrast(tokens[mode][front]!, tokens[mode][ground]!)).toBeGreaterThanOrEqual(least)
  })

  test('are those the brand colours are computed against', () => {
    for (const mode of modes) expect(tokens[mode]).toMatchObject(grounds[mode])
  })
})

function failures(hex: string, mode: Mode): string[] {
  const { fill, on, hover, soft, text, line } = brandTokens(hex)[mode]
  const { canvas, surface, ink } = grounds[mode]
  const least: [string, string, string, number][] = [
    ['on fill', on, fill, 4.5],
    ['on hover', on, hover, 4.5],
    ['text on canvas', text, canvas, 4.5],
    ['text on surface', text, surface, 4.5],
    ['text on soft', text, soft, 4.5],
    ['ink on soft', ink, soft, 7],
    ['secondary ink on soft', mode === 'light' ? '#46535f' : '#b4bfca', soft, 4.5],
    ['line on canvas', line, canvas, 3],
    ['line on surface', line, surface, 3],
  ]
  return least.filter(([, a, b, least]) => contrast(a, b) < least).map(([what]) => `${hex} ${mode}: ${what}`)
}

// The same colours on every run, so that a failure can be looked at again.
function randomColours(amount: number): string[] {
  let seed = 12345
  return Array.from({ length: amount }, () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return `#${(seed & 0xffffff).toString(16).padStart(6, '0')}`
  })
}

function readTokens(): Record<Mode, Record<string, string>> {
  const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8')
  const found = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  return {
    light: Object.fromEntries(found.map(([, name, light]) => [name!, light!])),
    dark: Object.fromEntries(found.map(([, name, , dark]) => [name!, dark!])),
  }
}
