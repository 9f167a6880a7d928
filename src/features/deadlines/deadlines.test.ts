import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { shortDate } from '../../platform/format.ts'
import { newId } from '../../platform/ids.ts'
import { daysBetween, later, saferDay, todayHere } from './deadline.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await clearDeadlines()
})
afterAll(() => house.close())

const today = todayHere()

// The export has deadlines of its own; with them ended, only what a test plants is there.
async function clearDeadlines() {
  const id = await house.brokerageId()
  await house.database.write(id, `update policy set state = 'expired' where brokerage_id = $1`, [id])
  await house.database.write(id, `update premium_invoice set state = 'paid' where brokerage_id = $1`, [id])
}

interface Planted {
  company?: string
  line?: string
  name: string
  starts?: string | null
  ends?: string | null
  months?: number | null
  state?: string
  confidential?: boolean
}

async function plant({ company = 'K-10001', line = 'MF', name, starts = null, ends = null, months = null, ...rest }: Planted) {
  const [id, brokerage] = [newId(), await house.brokerageId()]
  await house.database.write(
    brokerage,
    `insert into policy (brokerage_id, company_id, number, insurer, line_code, name, starts_on, ends_on, notice_months, state, confidential, published_at, id)
     select c.brokerage_id, c.id, $3, 'Alpina', $4, $3, $5, $6, $7, $8, $9, now(), $10 from company c where c.brokerage_id = $1 and c.source_key = $2`,
    [brokerage, company, name, line, starts, ends, months, rest.state ?? 'active', rest.confidential ?? false, id],
  )
  return id
}

/** The end of a contract with three months' notice whose last day of notice is `day`. */
const endFor = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).add({ months: 3 }).subtract({ days: 1 }).toString()

test('a fleet manager sees the last day, the clause in words, the safer day and what is left, under the month', async () => {
  const end = Temporal.PlainDate.from(today).add({ months: 6 }).with({ day: 15 }).toString()
  const day = Temporal.PlainDate.from(end).add({ days: 1 }).subtract({ months: 3 }).subtract({ days: 1 }).toString()
  await plant({ name: 'FRIST-KLAUSEL', ends: end, months: 3 })
  const anja = await house.person({ roles: ['fleet'] })
  await anja.get('/de-de/deadlines')
  expect(anja.status).toBe(200)
  const text = anja.text()
  expect(text).toContain(`Kündigungsfrist: FRIST-KLAUSEL`)
  expect(text).toContain(`Gemäss Vertragsklausel: Kündigungsfrist 3 Monate auf den ${shortDate(end)}`)
  expect(text).toContain(`Besser bis ${shortDate(saferDay(day))}`)
  expect(text).toContain(`noch ${daysBetween(today, day)} Tage`)
  expect(text).toContain('Frist gemäss Police/berechnet – massgebend ist der Vertrag')
  expect(anja.html).toMatch(new RegExp(`id="month-${day.slice(0, 7)}"[\\s\\S]*<th scope="row"[^>]*>${shortDate(day)}</th>`))
})

test('without a clause the law is named; short contracts and lines under other laws show nothing', async () => {
  const starts = later(later(today, { months: -66 }), { days: 1 })
  await plant({ name: 'FRIST-GESETZ', line: 'SACH', starts, ends: later(today, { months: 60 }) })
  await plant({ name: 'FRIST-KURZ', line: 'SACH', starts: later(today, { months: -6 }), ends: later(today, { months: 6 }) })
  await plant({ name: 'FRIST-BVG', line: 'BVG', starts, ends: later(today, { months: 60 }) })
  const person = await house.person({ roles: ['other_lines', 'occupational_pension'] })
  const text = (await person.get('/de-de/deadlines')).text()
  expect(text).toContain('FRIST-GESETZ')
  expect(text).toContain('Gemäss VVG Art. 35a')
  expect(text).not.toContain('FRIST-KURZ')
  expect(text).not.toContain('FRIST-BVG')
})

test('what ran out, is not active, or is not the person’s is not there', async () => {
  await plant({ name: 'FRIST-VORBEI', ends: endFor(later(today, { days: -1 })), months: 3 })
  await plant({ name: 'FRIST-HEUTE', ends: endFor(today), months: 3 })
  await plant({ name: 'FRIST-GEKUENDIGT', ends: later(today, { months: 6 }), months: 3, state: 'terminated' })
  await plant({ name: 'FRIST-VERTRAULICH', ends: later(today, { months: 6 }), months: 3, confidential: true })
  await plant({ name: 'FRIST-TOCHTER', company: 'K-10003', ends: later(today, { months: 6 }), months: 3 })
  await plant({ name: 'FRIST-FREMD', company: 'K-10006', ends: later(today, { months: 6 }), months: 3 })
  const fleet = await house.person({ roles: ['fleet'] })
  const seen = async (who: Visitor) =>
    [
      ...(await who.get('/de-de/deadlines'))
        .text()
        .matchAll(/Kündigungsfrist: FRIST-(HEUTE|VORBEI|GEKUENDIGT|VERTRAULICH|TOCHTER|FREMD)/g),
    ].map((m) => m[1])
  expect((await seen(fleet)).filter((name) => name !== 'HEUTE')).toEqual([])
  // No notice can arrive any more: then the end of the contract is what is next.
  expect(fleet.text()).toContain('Vertrag läuft ab: FRIST-VORBEI')
  expect(await seen(await house.person({ roles: ['user_manager', 'group_manager'] }))).toEqual([])
  const group = await seen(await house.person({ roles: ['fleet', 'group_manager'] }))
  expect([group.includes('TOCHTER'), group.includes('FREMD'), group.includes('VERTRAULICH')]).toEqual([true, false, false])
  expect(await seen(await house.person({ roles: ['full_access'] }))).toContain('VERTRAULICH')
  const staff = await house.staff()
  expect(await seen(staff)).toEqual(expect.arrayContaining(['TOCHTER', 'FREMD', 'VERTRAULICH']))
  expect(staff.text()).toContain('Muster Logistik AG')
})

test('views: ninety days, twelve months, all; an unknown one is the ordinary one', async () => {
  for (const [name, days] of [
    ['FRIST-NAH', 90],
    ['FRIST-WEIT', 91],
    ['FRIST-SPAET', 500],
  ] as const)
    await plant({ name, ends: endFor(later(today, { days })), months: 3 })
  const person = await house.person({ roles: ['fleet'] })
  const seen = async (query: string) =>
    [
      ...new Set([...(await person.get(`/de-de/deadlines${query}`)).text().matchAll(/FRIST-(NAH|WEIT|SPAET)/g)].map((m) => m[1])),
    ].sort()
  // At an end of month no contract has this very last day; then the nearest earlier one counts.
  expect(await seen('?v=quarter')).not.toContain('SPAET')
  expect(await seen('?v=quarter')).toContain('NAH')
  expect(await seen('')).toEqual(['NAH', 'WEIT'])
  expect(await seen('?v=nonsense')).toEqual(['NAH', 'WEIT'])
  expect(await seen('?v=all')).toEqual(['NAH', 'SPAET', 'WEIT'])
})

test('premium invoices that are due stand in their month, overdue ones in front, paid and unknown ones nowhere', async () => {
  const policy = await plant({ name: 'FRIST-PRAEMIE', line: 'SACH' })
  for (const [number, due, state, kind] of [
    ['PR-SPAET', later(today, { days: -5 }), 'open', 'renewal'],
    ['PR-BALD', later(today, { days: 1 }), 'due', 'renewal'],
    ['PR-BEZAHLT', later(today, { days: 1 }), 'paid', 'renewal'],
    ['PR-UNBEKANNT', later(today, { days: 1 }), 'unknown', 'renewal'],
    ['PR-GUTSCHRIFT', later(today, { days: 1 }), 'open', 'credit'],
  ])
    await house.database.write(
      await house.brokerageId(),
      `insert into premium_invoice (brokerage_id, company_id, policy_id, number, kind, due_on, total, state, published_at)
       select brokerage_id, company_id, id, $2, $5, $3, 1234.5, $4, now() from policy where id = $1`,
      [policy, number, due, state, kind],
    )
  const person = await house.person({ roles: ['other_lines'] })
  const text = (await person.get('/de-de/deadlines?v=quarter')).text()
  expect(text).toMatch(/Überfällig[\s\S]*Prämie fällig: PR-SPAET[\s\S]*seit 5 Tagen überfällig[\s\S]*PR-BALD[\s\S]*morgen/)
  expect(text).toContain('Prämienrechnung PR-BALD über CHF 1’234.50, laut Export')
  expect(text).not.toMatch(/PR-(BEZAHLT|UNBEKANNT|GUTSCHRIFT)/)
  expect((await (await house.person({ roles: ['fleet'] })).get('/de-de/deadlines')).text()).not.toContain('PR-BALD')
})

test('one deadline goes into the calendar as a file, for those who see the policy', async () => {
  const id = await plant({ name: 'FRIST-DATEI', ends: later(today, { months: 9 }), months: 3 })
  const anja = await house.person({ roles: ['fleet'] })
  await anja.get(`/de-de/policies/${id}`)
  expect(anja.html).toContain(`href="/de-de/deadlines/${id}/event"`)
  await anja.get(`/de-de/deadlines/${id}/event`)
  expect(anja.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(anja.html).toContain('SUMMARY:Kündigungsfrist: FRIST-DATEI (FRIST-DATEI)')
  const other = await house.person({ roles: ['other_lines'] })
  expect((await other.get(`/de-de/deadlines/${id}/event`)).status).toBe(404)
})

describe('an event that opens a window', () => {
  const enter = async (who: Visitor, policy: string, values: Record<string, string>) => {
    await who.get(`/de-de/policies/${policy}/events/new`)
    if (who.status === 200) await who.post(`/de-de/policies/${policy}/events/new`, values)
    return who
  }

  test('is entered by staff, counted by its law, seen by whoever sees the policy, and taken back', async () => {
    const policy = await plant({ name: 'FENSTER-UVG', line: 'UVG', ends: later(today, { months: 30 }), months: 3 })
    const sophie = await house.staff()
    const received = shortDate(later(today, { days: -10 }))
    await enter(sophie, policy, { kind: 'change', happened_on: received, note: 'Satz steigt' })
    expect(sophie.status).toBe(303)
    await sophie.follow()
    expect(sophie.text()).toContain('Das Ereignis ist erfasst')
    const anja = await house.person({ roles: ['personal_lines'] })
    await anja.get('/de-de/deadlines?k=notice')
    expect(anja.text()).toContain('Kündigungsfenster: FENSTER-UVG')
    expect(anja.text()).toContain(
      `Änderung mitgeteilt am ${received}: Kündigung innert 30 Tagen nach Empfang (UVG Art. 59a) – Satz steigt`,
    )
    expect(anja.text()).toContain('noch 20 Tage')
    await anja.get('/de-de/deadlines?k=premium')
    expect(anja.text()).not.toContain('FENSTER-UVG')
    expect((await (await house.person({ roles: ['fleet'] })).get('/de-de/deadlines')).text()).not.toContain('FENSTER-UVG')
    expect((await anja.get(`/de-de/policies/${policy}/events/new`)).status).toBe(404)
    await sophie.get(`/de-de/policies/${policy}`)
    const withdrawal = new RegExp(`/policies/${policy}/events/[0-9a-f-]{36}/withdrawal`).exec(sophie.html)![0]
    await sophie.post(`/de-de${withdrawal}`)
    expect((await anja.get('/de-de/deadlines?k=notice')).text()).not.toContain('FENSTER-UVG')
  })

  test('of a pension contract needs the day it takes effect, of others the day the contract names: what is missing is said', async () => {
    const pension = await plant({ name: 'FENSTER-BVG', line: 'BVG', ends: later(today, { months: 30 }), months: 6 })
    const fleet = await plant({ name: 'FENSTER-MF', line: 'MF', ends: later(today, { months: 30 }), months: 3 })
    const sophie = await house.staff()
    const day = shortDate(today)
    await enter(sophie, pension, { kind: 'change', happened_on: day, note: 'Bleibt stehen' })
    expect(sophie.status).toBe(422)
    expect(sophie.text()).toContain('ab wann die Änderung gilt')
    expect(sophie.html).toContain('Bleibt stehen')
    await enter(sophie, fleet, { kind: 'change', happened_on: day })
    expect([sophie.status, sophie.text().includes('letzten Tag gemäss Vertrag')]).toEqual([422, true])
    await enter(sophie, fleet, { kind: 'claim_payment', happened_on: shortDate(later(today, { days: -1 })) })
    expect([sophie.status, sophie.text().includes('abgelaufen')]).toEqual([422, true])
    await enter(sophie, fleet, { kind: 'nonsense', happened_on: '31.2.2026', note: 'x'.repeat(201) })
    expect(sophie.status).toBe(422)
    await enter(sophie, pension, { kind: 'change', happened_on: day, effective_on: shortDate(later(today, { days: 91 })) })
    expect(sophie.status).toBe(303)
    const pensions = await house.person({ roles: ['occupational_pension'] })
    expect((await pensions.get('/de-de/deadlines')).text()).toMatch(/FENSTER-BVG[\s\S]*BVG Art\. 53f[\s\S]*noch 60 Tage/)
  })

  test('is entered once when it is sent twice, and by no auditor', async () => {
    const policy = await plant({ name: 'FENSTER-ZWEI', ends: later(today, { months: 30 }), months: 3 })
    const sophie = await house.staff()
    await sophie.get(`/de-de/policies/${policy}/events/new`)
    const values = { kind: 'ownership', happened_on: shortDate(today) }
    await Promise.all([1, 2].map(() => sophie.post(`/de-de/policies/${policy}/events/new`, values)))
    expect(await house.look('select 1 from contract_event where policy_id = $1', [policy])).toHaveLength(1)
    const auditor = await house.staff('auditor')
    expect((await auditor.get(`/de-de/policies/${policy}/events/new`)).status).toBe(403)
  })
})

test('an open claim says when its rights lapse, to whoever sees the claim; a settled one does not', async () => {
  const policy = await plant({ name: 'FRIST-VERJAEHRT', ends: later(today, { months: 30 }), months: 3 })
  const occurred = Temporal.PlainDate.from(today).subtract({ years: 5 }).add({ days: 40 }).toString()
  for (const [number, state] of [
    ['S-VERJAEHRT', 'in_progress'],
    ['S-ERLEDIGT', 'settled'],
  ])
    await house.database.write(
      await house.brokerageId(),
      `insert into claim (brokerage_id, company_id, policy_id, number, occurred_on, state, published_at)
       select brokerage_id, company_id, id, $2, $3, $4, now() from policy where id = $1`,
      [policy, number, occurred, state],
    )
  const stefan = await house.person({ roles: ['fleet'] })
  await stefan.get('/de-de/deadlines?k=limitation')
  expect(stefan.text()).toMatch(/Schaden verjährt: S-VERJAEHRT[\s\S]*VVG Art\. 46[\s\S]*noch 40 Tage/)
  expect(stefan.text()).not.toContain('S-ERLEDIGT')
  const other = await house.person({ roles: ['occupational_pension'] })
  expect((await other.get('/de-de/deadlines')).text()).not.toContain('S-VERJAEHRT')
})
