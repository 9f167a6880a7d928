import { describe, expect, test } from 'vitest'
import { policyList } from '../features/policies/list.tsx'
import { readAmount, readDay, readFilters } from './list-filters.ts'
import { canonicalQuery, chosenView, isChanged, listHref, listState, queryObject, stateQuery } from './list-state.ts'

const id = '0190a0b0-0000-7000-8000-000000000001'
const state = (query: string) => listState(policyList, queryObject(query))

test.each([
  ['', ''],
  ['v=active&n=25&s=3', 'v=active'],
  ['v=none&o=nothing&n=7&s=-1&f.nothing=1', ''],
  ['f.state=active&f.state=offer&f.state=active', 'f.state=active&f.state=offer'],
  ['f.ends.to=31.12.2026&f.ends.from=tomorrow&q=+Flotte+', 'q=Flotte&f.ends.to=2026-12-31'],
  ['f.premium.from=1%E2%80%99000&f.premium.to=1e9', 'f.premium.from=1000.00'],
  [`o=-ends&f.state=%00&f.line=${'x'.repeat(300)}`, 'o=-ends'],
])('the canonical form of «%s» is «%s»', (query, canonical) => {
  expect(canonicalQuery(policyList, query)).toBe(canonical)
  expect(canonicalQuery(policyList, canonical)).toBe(canonical)
})

test('an address says all of the state again', () => {
  const now = state('v=ended&q=Alpina&o=-ends&n=25&s=3&f.state=expired&f.ends.from=1.1.2026')
  const address = listHref(policyList, now, { page: 3 })
  expect(state(address.split('?')[1]!)).toEqual(now)
  expect(listHref(policyList, now, {}, '/export.xlsx')).toBe(
    '/policies/export.xlsx?v=ended&q=Alpina&o=-ends&f.ends.from=2026-01-01&f.state=expired',
  )
})

describe('a saved view', () => {
  const saved = { id, query: 'v=active&q=Alpina' }

  test('counts as it is when it was only just chosen, and as changed within', () => {
    expect(chosenView(queryObject(`v=${id}`))).toEqual({ id, asItIs: true })
    expect(chosenView(queryObject(`v=${id}&q=x&f.state=offer`))).toEqual({ id, asItIs: true })
    expect(chosenView(queryObject(`v=${id}&w=${id}&b=active`))).toEqual({ id, asItIs: false })
    expect(chosenView(queryObject('v=active'))).toBeNull()
  })

  test('stands in a short address until it is changed', () => {
    const asSaved = { ...state(saved.query), saved }
    expect(listHref(policyList, asSaved, { page: 2 })).toBe(`/policies?v=${id}&s=2`)
    const changed = { ...asSaved, search: '' }
    expect(isChanged(policyList, changed)).toBe(true)
    const address = listHref(policyList, changed)
    expect(stateQuery(policyList, state(address.split('?')[1]!))).toBe('v=active')
  })

  test('left for a standard view takes its search and filters along', () => {
    expect(stateQuery(policyList, state(`v=ended&w=${id}&b=active&q=Alpina&f.state=active&o=-ends`))).toBe('v=ended')
  })
})

test('days and amounts are read as people write them', () => {
  expect(['3.11.2026', ' 03.11.26 ', '2026-11-03'].map(readDay)).toEqual(['2026-11-03', '2026-11-03', '2026-11-03'])
  expect(['31.2.2026', '1.1.1700', 'morgen', '2026-13-01', '1.1.202'].map(readDay)).toEqual([null, null, null, null, null])
  expect(["1'000", 'CHF 1’234.5', '−5', '12,25'].map(readAmount)).toEqual(['1000.00', '1234.50', '-5.00', '12.25'])
  expect(['1e9', '', '1.234', 'NaN', '9'.repeat(13)].map(readAmount)).toEqual([null, null, null, null, null])
})

test('a filter takes a few values at most, and none that are no texts', () => {
  const many = Array.from({ length: 100 }, (_, n) => `x${n}`)
  expect(readFilters(policyList.filters!, { 'f.line': many }).line).toHaveLength(20)
  expect(readFilters(policyList.filters!, { 'f.line': { a: 1 }, 'f.state': ['\ud800', 7, null] })).toEqual({})
})
