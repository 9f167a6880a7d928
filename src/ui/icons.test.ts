import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const names = JSON.parse(readFileSync(new URL('icons.json', import.meta.url), 'utf8')) as string[]

test('every icon of the sprite exists, and stands there once', () => {
  const icons = new URL('../../node_modules/lucide-static/icons/', import.meta.url)
  expect(names.filter((name) => !existsSync(new URL(`${name}.svg`, icons)))).toEqual([])
  expect(names).toEqual([...new Set(names)].sort())
})

test('every icon a page names is in the sprite', () => {
  const files = globSync('src/**/*.tsx', { cwd: new URL('../../', import.meta.url) })
  const used = files.flatMap((file) => {
    const code = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    return [...code.matchAll(/(?:<Icon name|\bicon)(?:=|: )["']([a-z0-9-]+)["']/g)].map((match) => match[1]!)
  })
  expect(used.length).toBeGreaterThan(5)
  expect([...new Set(used)].filter((name) => !names.includes(name))).toEqual([])
})
