import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { keysOf, type Visit } from '../platform/visit.ts'
import { ListBody } from './list.tsx'
import type { ListDescription } from './list-description.ts'
import { chosenOf } from './list-selection.tsx'
import { listState } from './list-state.ts'

interface Thing {
  id: string
  name: string
  lost: boolean
}

const ids = [1, 2, 3].map((n) => `0190a0b0-0000-7000-8000-00000000000${n}`)
const things: Thing[] = ids.map((id, n) => ({ id, name: `Ding ${n + 1}`, lost: n === 1 }))

const list = {
  path: '/things',
  icon: 'folder',
  words: () => ({ title: 'Dinge', lead: '', nothing_title: '', nothing_text: '' }),
  columns: [{ key: 'name', label: () => 'Name', sort: 'thing.name', cell: (row: Thing) => <em>{row.name}</em> }],
  views: [{ key: 'all', label: () => 'Alle' }],
  filters: [],
  order: { key: 'name', descending: false },
  id: 'thing.id',
  key: (row: Thing) => row.id,
  href: (row: Thing) => `/things/${row.id}`,
  selection: {
    actions: [
      { path: '/things/zip', label: () => 'Als ZIP', icon: 'download' },
      { path: '/things/read', label: () => 'Gelesen', icon: 'check' },
      { path: '/things/away', label: () => 'Weg damit', icon: 'x', when: () => false },
    ],
    offers: (row: Thing) => !row.lost,
  },
} as unknown as ListDescription<Thing>

const visit = {
  services: { keys: keysOf(Buffer.alloc(32, 1)) },
  formSecret: 'session',
  language: 'de',
  actor: { kind: 'customer', roles: new Set() },
} as unknown as Visit

function drawn(query: Record<string, unknown> = {}, described = list) {
  const result = { rows: things, total: 3, capped: false, page: 1, pages: 1 }
  return renderToString(<ListBody visit={visit} list={described} state={listState(list, query)} result={result} />)
}

test('every row that can be chosen has a box with a name, and every action a button with its own address and token', () => {
  const html = drawn()
  expect([...html.matchAll(/<input type="checkbox" name="row" value="([^"]+)"/g)].map((m) => m[1])).toEqual([ids[0], ids[2]])
  expect(html).toContain('aria-label="Ding 3 auswählen"')
  const buttons = [...html.matchAll(/formaction="([^"]+)" name="_token" value="([^"]+)"/g)]
  expect(buttons.map((m) => m[1])).toEqual(['/de-de/things/zip', '/de-de/things/read'])
  expect(new Set(buttons.map((m) => m[2])).size).toBe(2)
  expect(html.match(/name="_token"/g)).toHaveLength(2)
  expect(html).not.toContain('Weg damit')
})

test('without script a link chooses all of the page', () => {
  expect(drawn({ s: '1', n: '25' })).toContain('href="/de-de/things?n=25&amp;x=all"')
  expect(drawn({ x: 'all' }).match(/checked data-one|checked aria-label/g)).toHaveLength(2)
  expect(drawn()).not.toContain('checked')
})

test('a list without an action has no boxes', () => {
  const { selection: _, ...plain } = list
  for (const described of [plain, { ...plain, selection: { actions: [] } }]) {
    const html = drawn({}, described)
    expect(html).not.toContain('checkbox')
    expect(html).not.toContain('choose')
  }
})

test('what the bar sends is read with care: ids only, each once, as many as a page holds', () => {
  const many = Array.from({ length: 300 }, (_, n) => `0190a0b0-0000-7000-8000-${String(n).padStart(12, '0')}`)
  expect(chosenOf({ row: ids[0] }).ids).toEqual([ids[0]])
  expect(chosenOf({ row: [ids[0], ids[0], 'x', '%00', ids[1]], list: 'q=a&s=2' })).toEqual({
    ids: [ids[0], ids[1]],
    query: { q: 'a', s: '2' },
  })
  expect(chosenOf({ row: many }).ids).toHaveLength(100)
  for (const row of [undefined, {}, 1, '', ['']]) expect(chosenOf({ row, list: 7 }).ids).toEqual([])
})
