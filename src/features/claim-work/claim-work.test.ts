import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
let sophie: Visitor
let marc: Visitor
beforeAll(async () => {
  house = await startHouse()
  sophie = await house.staff('administrator')
  marc = await house.staff('account_manager')
})
afterAll(() => house.close())

async function claim() {
  const [row] = await house.look<{ id: string; paid: string | null }>(
    `select c.id, c.paid::text from claim c join company f on f.id = c.company_id join policy p on p.id = c.policy_id
     join brokerage b on b.brokerage_id = c.brokerage_id
     where b.number = '6323' and f.source_key = 'K-10001' and p.line_code = 'MF' and not c.confidential order by c.id limit 1`,
  )
  return row!
}

test('adjuster, reserve and payments are kept; customers see the sum, neither payee nor reserve in what happened', async () => {
  const { id, paid } = await claim()
  await sophie.get(`/de-de/claims/${id}/work`)
  await sophie.post(`/de-de/claims/${id}/work`, {
    insurer_contact: 'Petra Huber',
    insurer_email: 'petra@helvia.example',
    reserve: "12'000",
  })
  expect(sophie.status).toBe(303)
  await sophie.get(`/de-de/claims/${id}/work`)
  await sophie.post(`/de-de/claims/${id}/payments`, {
    kind: 'payment',
    paid_on: '3.11.2026',
    amount: '1500.50',
    payee: 'KANARI Garage',
  })
  expect(sophie.status).toBe(303)
  await sophie.get(`/de-de/claims/${id}/work`)
  await sophie.post(`/de-de/claims/${id}/payments`, { kind: 'refund', paid_on: '4.11.2026', amount: '500.50', payee: '' })
  await sophie.follow()
  for (const words of ['Petra Huber', 'KANARI Garage', 'Rückzahlung']) expect(sophie.html).toContain(words)
  const [row] = await house.look<{ same: boolean }>(
    'select paid = coalesce($2::numeric, 0) + 1000 as same from claim where id = $1',
    [id, paid],
  )
  expect(row!.same).toBe(true)
  const anja = await house.person({ roles: ['fleet', 'user_manager'] })
  await anja.get(`/de-de/claims/${id}`)
  expect(anja.status).toBe(200)
  expect(anja.html).not.toContain('KANARI')
  expect(anja.html).not.toContain('12’000')
  expect((await anja.get(`/de-de/claims/${id}/work`)).status).toBe(404)
  const events = await house.look<{ details: object }>(`select details from event where subject_id = $1`, [id])
  expect(JSON.stringify(events)).not.toMatch(/12000|KANARI/)
})

test('of two at once one pays, and a wrong amount is refused with what to do', async () => {
  const { id } = await claim()
  await Promise.all([sophie.get(`/de-de/claims/${id}/work`), marc.get(`/de-de/claims/${id}/work`)])
  const fields = { kind: 'payment', paid_on: '5.11.2026', amount: '10' }
  await Promise.all([sophie.post(`/de-de/claims/${id}/payments`, fields), marc.post(`/de-de/claims/${id}/payments`, fields)])
  expect([sophie.status, marc.status].sort()).toEqual([303, 409])
  expect(await house.look(`select from claim_payment where claim_id = $1 and paid_on = '2026-11-05'`, [id])).toHaveLength(1)
  await sophie.get(`/de-de/claims/${id}/work`)
  await sophie.post(`/de-de/claims/${id}/payments`, { ...fields, amount: '-3' })
  expect(sophie.status).toBe(422)
  expect(sophie.text()).toContain('Geben Sie einen Betrag über null an')
  const auditor = await house.staff('auditor')
  expect((await auditor.get(`/de-de/claims/${id}/work`)).status).toBe(403)
})
