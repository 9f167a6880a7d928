import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnyList, allLists } from '../src/records/list-description.ts'
import { isChoice, isRange } from '../src/records/list-filters.ts'
import { routes } from '../src/routes.ts'
import { canary, plantCanaries, plantTalk } from './canaries.ts'
import { type House, startHouse } from './house.ts'
import type { Visitor } from './visitor.ts'

// Every list, as several people: each view, each filter, each order, on the page, on paper and in both exports. A new list is
// in here by itself. What one person sees is counted in four ways, and they must agree.

let house: House
const people = new Map<string, Visitor>()

beforeAll(async () => {
  house = await startHouse()
  await plantCanaries(house)
  await plantTalk(house)
  people.set('no role', await house.person())
  people.set('fleet', await house.person({ roles: ['fleet'] }))
  people.set('every line', await house.person({ roles: ['occupational_pension', 'personal_lines', 'fleet', 'other_lines'] }))
  people.set('group', await house.person({ roles: ['full_access', 'group_manager', 'user_manager'] }))
  people.set('staff', await house.staff())
})
afterAll(() => house.close())

const forbidden: Record<string, string[]> = {
  'no role': Object.values(canary),
  fleet: Object.values(canary),
  'every line': Object.values(canary),
  group: [canary.brokerage, canary.company, canary.draft],
  staff: [canary.brokerage, canary.draft],
}

// The trail grows with every export: it has a test of its own (features/audit).
const lists = allLists().filter(({ path }) => path !== '/audit')
const staffOnly = (list: AnyList) => ['/companies', '/accounts'].includes(list.path)
const whoReads = (list: AnyList) => [...Object.keys(forbidden)].filter((who) => who === 'staff' || !staffOnly(list))

/** What the address shows: how many, and the names of the rows of its first page. */
async function shown(who: string, address: string): Promise<{ total: number; names: string[] }> {
  const person = people.get(who)!
  await person.get(`/de-de${address}`)
  expect([who, address, person.status]).toEqual([who, address, 200])
  for (const text of forbidden[who]!) expect([who, address, person.html.includes(text)]).toEqual([who, address, false])
  const total = /(?:bis [\d’]+ von|· ) ?([\d’]+) Eintr[äa]g/.exec(person.text())?.[1]?.replace('’', '') ?? '0'
  const names = [...person.html.matchAll(/<tr data-row[^>]*>.*?<th scope="row"[^>]*><a href="([^"]+)"/gs)].map(
    (match) => match[1]!,
  )
  return { total: Number(total), names }
}

async function file(who: string, address: string) {
  const person = people.get(who)!
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  // Ten an hour are enough for people, not for this.
  await house.look(`delete from event where verb = 'list.exported'`)
  const answer = await house.app.inject({ url: `/de-de${address}`, headers: { host: person.host, cookie } })
  expect([who, address, answer.statusCode]).toEqual([who, address, 200])
  for (const text of forbidden[who]!) expect([who, address, answer.body.includes(text)]).toEqual([who, address, false])
  return answer
}

const csvRows = (body: string) => body.trimEnd().split('\r\n').length - 1

test('every list has its four addresses, a view of its own and a filter', () => {
  expect(lists.map(({ path }) => path).sort()).toEqual([
    '/accounts',
    '/claims',
    '/companies',
    '/contacts',
    '/documents',
    '/insured-objects',
    '/invoices',
    '/messages',
    '/policies',
    '/premium-invoices',
    '/requests',
  ])
  for (const list of lists) {
    for (const below of ['', '/print', '/export.xlsx', '/export.csv'])
      expect(routes.some(({ method, path }) => method === 'GET' && path === list.path + below)).toBe(true)
    expect([list.path, list.views.length > 1, list.filters.length > 0]).toEqual([list.path, true, true])
    expect(list.columns.some(({ key }) => key === list.order.key)).toBe(true)
    for (const keys of [list.columns, list.views, list.filters].map((all) => all.map(({ key }) => key)))
      expect([list.path, new Set(keys).size]).toEqual([list.path, keys.length])
  }
})

describe.each(lists.map((list) => [list.path, list] as const))('%s', (path, list) => {
  test('each view holds a part, and page, paper, CSV and workbook hold the same', async () => {
    for (const who of whoReads(list)) {
      const all = await shown(who, path)
      if (who === 'staff') expect(all.total).toBeGreaterThan(0)
      for (const view of list.views) {
        const query = view.key === 'all' ? '' : `?v=${view.key}`
        const page = await shown(who, path + query)
        expect(page.total).toBeLessThanOrEqual(all.total)
        expect((await shown(who, `${path}/print${query}`)).total).toBe(page.total)
        expect([view.key, csvRows((await file(who, `${path}/export.csv${query}`)).body)]).toEqual([view.key, page.total])
      }
      const [sheet] = (await readXlsx((await file(who, `${path}/export.xlsx`)).rawPayload)).sheets
      expect([who, sheet!.rows.length - 1]).toEqual([who, all.total])
    }
  })

  test('each order holds every row, in both directions', async () => {
    for (const who of whoReads(list).filter((name) => name !== 'every line')) {
      const all = await shown(who, `${path}?n=100`)
      for (const column of list.columns.filter(({ sort }) => sort)) {
        for (const order of [column.key, `-${column.key}`]) {
          const page = await shown(who, `${path}?n=100&o=${order}`)
          expect([order, page.total]).toEqual([order, all.total])
          if (all.total <= 100) expect([who, order, [...page.names].sort()]).toEqual([who, order, [...all.names].sort()])
        }
      }
    }
  })

  test('each option of each filter holds a part; the parts of a choice make no more than the whole', async () => {
    for (const who of whoReads(list)) {
      const all = await shown(who, `${path}?p=filter`)
      const html = people.get(who)!.html
      const offered = (key: string) => [
        ...[...html.matchAll(new RegExp(`name="f\\.${key}" value="([^"]+)"`, 'g'))].map((match) => match[1]!),
        ...[
          ...(new RegExp(`<select name="f\\.${key}".*?</select>`, 's').exec(html)?.[0] ?? '').matchAll(
            /<option value="([^"]+)"/g,
          ),
        ].map((match) => match[1]!),
      ]
      for (const filter of list.filters.filter(isChoice)) {
        let sum = 0
        // Many (companies, insurers) are alike; some of them will do.
        for (const value of offered(filter.key).slice(0, 9)) {
          const query = `f.${filter.key}=${encodeURIComponent(value.replaceAll('&amp;', '&'))}`
          const { total } = await shown(who, `${path}?${query}`)
          expect(people.get(who)!.html).not.toContain('nicht vorhanden')
          sum += total
        }
        expect([who, filter.key, sum <= all.total]).toEqual([who, filter.key, true])
      }
    }
  })

  test('ranges and texts narrow, an end that nobody reaches leaves nothing, and nonsense changes nothing', async () => {
    for (const who of whoReads(list)) {
      const all = await shown(who, path)
      for (const filter of list.filters) {
        if (isChoice(filter)) continue
        const [far, near] = filter.kind === 'date-range' ? ['31.12.2299', '1.1.1800'] : ['999999999999', '-999999999999']
        const narrowed = isRange(filter)
          ? [`f.${filter.key}.from=${far}`, `f.${filter.key}.to=${near}`]
          : [`f.${filter.key}=Qqxyz%25`, `f.${filter.key}=%5C`]
        for (const query of narrowed) expect([query, (await shown(who, `${path}?${query}`)).total]).toEqual([query, 0])
        if (isRange(filter)) {
          const { total } = await shown(who, `${path}?f.${filter.key}.from=soon&f.${filter.key}.to=%00`)
          expect([filter.key, total]).toEqual([filter.key, all.total])
        }
      }
    }
  })

  test('a value that is not there for the person shows nothing, says so, and tells nothing', async () => {
    for (const who of whoReads(list)) {
      for (const filter of list.filters.filter(isChoice)) {
        if (filter.key === 'company' && who !== 'group' && who !== 'staff') continue
        // Only staff are offered it; to others the key means nothing.
        if (filter.key === 'sharing' && who !== 'staff') continue
        const address = `${path}?f.${filter.key}=0190a0b0-0000-7000-8000-000000000000`
        expect([address, (await shown(who, address)).total]).toEqual([address, 0])
        expect(people.get(who)!.text()).toMatch(/nicht vorhanden|nicht geöffnet/)
      }
    }
  })

  test('a view is kept, shared by a User Manager, and says when it was changed', async () => {
    const [manager, reader] = [people.get(staffOnly(list) ? 'staff' : 'group')!, people.get('fleet')!]
    const key = path.slice(1)
    const view = list.views[1]!.key
    await manager.get(`/de-de/views/new?list=${key}&query=${encodeURIComponent(`v=${view}&q=a`)}`)
    await manager.post('/de-de/views/new', { name: `Sicht ${key}`, ...(!staffOnly(list) && { shared: 'on' }) })
    expect(manager.status).toBe(303)
    await manager.follow()
    expect(manager.text()).toContain(`Ansicht «Sicht ${key}»`)
    expect(manager.text()).not.toContain('geändert')
    const id = /<option value="([0-9a-f-]{36})" selected/.exec(manager.html)![1]!
    await manager.get(`/de-de${path}?v=${id}&w=${id}&b=${view}&q=b`)
    expect(manager.text()).toMatch(/geändert Speichern Als neue Ansicht speichern/)
    if (staffOnly(list)) return
    await reader.get(`/de-de${path}?v=${id}`)
    if (reader.text().includes('nicht geöffnet')) return
    expect(reader.text()).toMatch(new RegExp(`Ansicht «Sicht ${key}» geteilt`))
    await reader.get(`/de-de${path}?v=${id}&w=${id}&b=${view}&q=b`)
    expect(reader.text()).toMatch(/geändert Als neue Ansicht speichern/)
  })
})
