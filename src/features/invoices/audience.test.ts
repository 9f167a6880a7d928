import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { asBrokerage, asOperator } from '../../platform/db.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const audiences = async (number: string) =>
  (
    await house.look<{ audience: string; n: number }>(
      `select array_to_string(i.audience, ',') as audience, count(*)::int as n from invoice i join brokerage b using (brokerage_id)
       where b.number = $1 group by 1 order by 1`,
      [number],
    )
  ).map(({ audience }) => audience)

test('who sees the broker’s invoices changes for those that are there, in this brokerage alone, shared and confidential ones stay', async () => {
  const id = await house.brokerageId()
  const fleet = await house.person({ roles: ['fleet'] })
  expect(await audiences('6323')).toEqual(['other_lines'])
  expect((await fleet.get('/de-de/invoices')).html).not.toMatch(/href="\/de-de\/invoices\/[0-9a-f-]{36}"/)
  await house.database.write(
    id,
    `update invoice set confidential = true where id = (select id from invoice where brokerage_id = $1 order by id limit 1)`,
    [id],
  )
  await house.database.write(
    id,
    `update invoice set shared_with = '{personal_lines}' where id = (select id from invoice where brokerage_id = $1 order by id offset 1 limit 1)`,
    [id],
  )
  await asBrokerage(house.database.operator, id, (db) =>
    db
      .updateTable('brokerage')
      .set({ invoice_audience: ['fleet'] })
      .where('brokerage_id', '=', id)
      .execute(),
  )
  expect(await audiences('6323')).toEqual(['', 'fleet', 'personal_lines'])
  expect(await audiences('7101')).toEqual(['other_lines'])
  expect((await fleet.get('/de-de/invoices')).html).toMatch(/href="\/de-de\/invoices\/[0-9a-f-]{36}"/)
})

test('also when the operator changes it without having entered the brokerage, and the context is as before', async () => {
  const there = await house.brokerageId('7101')
  const context = await asOperator(house.database.operator, async (db) => {
    await db
      .updateTable('brokerage')
      .set({ invoice_audience: ['personal_lines'] })
      .where('number', '=', '7101')
      .execute()
    return db.selectFrom('invoice').select('id').where('brokerage_id', '=', there).execute()
  })
  expect(context).toEqual([])
  expect(await audiences('7101')).toEqual(['personal_lines'])
})
