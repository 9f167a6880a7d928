import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Pager, pageList } from './Pager.tsx'

const drawn = (page: number, pages: number) =>
  pageList(page, pages)
    .map((entry) => entry ?? '…')
    .join(' ')

describe('the list of pages', () => {
  test('is whole when short, and shows first, last and neighbours when long', () => {
    expect(drawn(1, 1)).toBe('1')
    expect(drawn(1, 2)).toBe('1 2')
    expect(drawn(3, 5)).toBe('1 2 3 4 5')
    expect(drawn(1, 20)).toBe('1 2 … 20')
    expect(drawn(4, 20)).toBe('1 2 3 4 5 … 20')
    expect(drawn(5, 20)).toBe('1 … 4 5 6 … 20')
    expect(drawn(17, 20)).toBe('1 … 16 17 18 19 20')
    expect(drawn(20, 20)).toBe('1 … 19 20')
  })

  test('always holds every neighbour, in order, and no gap that hides a single page', () => {
    for (let pages = 1; pages <= 30; pages++)
      for (let page = 1; page <= pages; page++) {
        const list = pageList(page, pages)
        const numbers = list.filter((entry) => entry !== null)
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        for (const wanted of [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages))
          expect(numbers).toContain(wanted)
        list.forEach((entry, index) => {
          if (entry === null) expect(list[index + 1]! - list[index - 1]!).toBeGreaterThan(2)
        })
      }
  })
})

describe('the pager', () => {
  const pager = (total: number, capped: boolean) => (
    <Pager
      from={1}
      to={10}
      total={total}
      capped={capped}
      page={1}
      pages={Math.ceil(total / 10)}
      hrefFor={(page) => `?s=${page}`}
    />
  )

  test('says what is shown, and that there is more than was counted', () => {
    expect(render(pager(48, false))).toContain('1 bis 10 von 48 Einträgen')
    expect(render(pager(10_000, true))).toContain('1 bis 10 von mehr als 10’000 Einträgen')
  })

  test('marks the page one is on and leads to the others', () => {
    const html = render(pager(48, false))
    expect(html).toMatch(/href="\?s=1"[^>]*aria-current="page"/)
    expect(html).toContain('href="?s=5"')
    expect(html).not.toContain('rel="prev"')
    expect(render(pager(4, false))).not.toContain('<nav')
  })
})
