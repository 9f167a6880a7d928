import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { phone } from '../src/features/imports/readers.ts'
import { readRows } from '../src/features/imports/rows.ts'
import { unmarked } from '../src/platform/csv.ts'
import { type House, startHouse } from './house.ts'

// What goes out can come in again: telephone numbers above all, which spreadsheets love to turn into sums.

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

async function exported(format: 'csv' | 'xlsx') {
  const staff = await house.staff()
  const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await house.app.inject({ url: `/de-de/contacts/export.${format}`, headers: { host: staff.host, cookie } })).rawPayload
}

const stored = async () =>
  new Map(
    (
      await house.look<{ email: string; mobile: string | null }>(
        `select c.email, c.mobile from contact c join brokerage b using (brokerage_id) where b.number = '6323' and c.email is not null`,
      )
    ).map(({ email, mobile }) => [email, mobile]),
  )

test('«+41 …» leaves as CSV and is read by our own import as the same number', async () => {
  const path = join(inject('dataDir'), 'round-trip.csv')
  const bytes = await exported('csv')
  await writeFile(path, bytes)
  expect(bytes.toString()).toMatch(/;'\+41\d{9};/)
  const numbers = await stored()
  let seen = 0
  const columns: string[] = []
  for await (const { cells } of readRows(path, 'utf-8', () => {})) {
    if (columns.length === 0) columns.push(...cells!)
    else {
      const [email, mobile] = ['E-Mail', 'Mobiltelefon'].map((name) => cells![columns.indexOf(name)]!)
      if (!numbers.has(email!)) continue
      expect(phone(unmarked(mobile!))).toBe(numbers.get(email!) ?? null)
      if (mobile) seen++
    }
  }
  expect(seen).toBeGreaterThan(10)
})

test('and as a workbook it is a text, no sum and no formula', async () => {
  const [sheet] = (await readXlsx(await exported('xlsx'))).sheets
  const [head, ...rows] = sheet!.rows
  const [email, mobile] = ['E-Mail', 'Mobiltelefon'].map((name) => head!.indexOf(name))
  const numbers = await stored()
  for (const row of rows)
    if (numbers.has(String(row[email!]))) expect(row[mobile!] ?? null).toBe(numbers.get(String(row[email!])))
  expect(rows.filter((row) => String(row[mobile!]).startsWith('+41')).length).toBeGreaterThan(10)
})
