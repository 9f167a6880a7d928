import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

let house: House
let claim: { id: string; number: string }
beforeAll(async () => {
  house = await startHouse()
  const [found] = await house.look<{ id: string; number: string }>(
    `select l.id, l.number from claim l join policy p on p.id = l.policy_id join company c on c.id = p.company_id
     where c.source_key = 'K-10001' and p.line_code = 'MF' and not p.confidential limit 1`,
  )
  claim = found!
  await change(`update claim set reserve = 77777.70, paid = 123.45 where id = $1`, [claim.id])
})
afterAll(() => house.close())

const change = async (sql: string, values: unknown[]) => house.database.write(await house.brokerageId(), sql, values)

test('the reserve is told to Kompletter Zugriff and staff alone, in the list and on the page', async () => {
  const fleet = await house.person({ roles: ['fleet', 'user_manager'] })
  for (const path of [`/de-de/claims/${claim.id}`, `/de-de/claims?n=100&q=${claim.number}`]) {
    await fleet.get(path)
    expect(fleet.text()).toContain('CHF 123.45')
    expect(fleet.html).not.toContain('77’777.70')
    expect(fleet.html).not.toContain('Reserve')
    for (const someone of [await house.person({ roles: ['full_access'] }), await house.staff()]) {
      await someone.get(path)
      expect(someone.text()).toContain('CHF 77’777.70')
    }
  }
})

test('whoever may know the reserve reads who else may', async () => {
  const full = await house.person({ roles: ['full_access'] })
  await full.get(`/de-de/claims/${claim.id}`)
  expect(full.text()).toContain('andere Personen Ihrer Firma sehen sie nicht')
  const staff = await house.staff()
  await staff.get(`/de-de/claims/${claim.id}`)
  expect(staff.text()).toContain('nur Personen mit der Portalrolle Kompletter Zugriff')
})

test('the order of the list does not betray reserves to those who may not know them', async () => {
  const ids = async (person: { get(path: string): Promise<unknown>; html: string }, order: string) => {
    await person.get(`/de-de/claims?n=100&o=${order}`)
    return [...person.html.matchAll(/<th scope="row"[^>]*><a href="\/de-de\/claims\/([0-9a-f-]{36})"/g)].map((match) => match[1]!)
  }
  const fleet = await house.person({ roles: ['fleet'] })
  expect((await ids(fleet, 'reserve')).length).toBeGreaterThan(1)
  expect(await ids(fleet, 'reserve')).toEqual(await ids(fleet, '-reserve'))
  const full = await house.person({ roles: ['full_access'] })
  expect((await ids(full, '-reserve'))[0]).toBe(claim.id)
})

test('the views part the open from the closed, and every state has its word', async () => {
  const staff = await house.staff()
  const counts = await house.look<{ open: number; closed: number }>(
    `select count(*) filter (where r.state not in ('settled', 'rejected', 'closed')) as open,
       count(*) filter (where r.state in ('settled', 'rejected', 'closed')) as closed
     from claim r join brokerage b on b.brokerage_id = r.brokerage_id where b.number = '6323'`,
  )
  await staff.get('/de-de/claims?v=open')
  expect(staff.text()).toContain(`von ${counts[0]!.open} Einträgen`)
  await staff.get('/de-de/claims?v=closed')
  expect(staff.text()).toContain(`von ${counts[0]!.closed} Einträgen`)
  for (const state of ['draft', 'reported', 'forwarded', 'in_progress', 'query', 'settled', 'rejected', 'closed']) {
    await change('update claim set state = $2 where id = $1', [claim.id, state])
    await staff.get(`/en-us/claims/${claim.id}`)
    expect(staff.html).not.toContain('undefined')
    expect(staff.html).not.toMatch(/class="badge[^"]*"><\/span>/)
  }
})

test('what happened is text, whatever somebody typed', async () => {
  await change('update claim set description = $2, cause = $3 where id = $1', [
    claim.id,
    '<script>alert(1)</script>\nzweite Zeile',
    '"><img src=x onerror=alert(1)>',
  ])
  const full = await house.person({ roles: ['full_access'] })
  await full.get(`/de-de/claims/${claim.id}`)
  expect(full.html).not.toContain('<script>alert')
  expect(full.html).not.toContain('<img')
  expect(full.html).toContain('<p>zweite Zeile</p>')
})
