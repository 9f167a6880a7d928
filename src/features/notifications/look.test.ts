import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { lookForNews, mostAtOnce } from './look.ts'

let house: House
let works: ReturnType<typeof worksIn>
let brokerageId: string
beforeAll(async () => {
  house = await startHouse()
  works = worksIn(house)
  brokerageId = await house.brokerageId()
})
beforeEach(async () => {
  // The demonstration was imported a moment ago; here it has been there for long.
  for (const table of ['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'])
    await exported(
      `update ${table} set published_at = now() - interval '1 year' where brokerage_id = (select access.brokerage())`,
    )
})
afterAll(async () => {
  await works.close()
  await house.close()
})

type Person = Awaited<ReturnType<House['person']>>

const look = ({ accountId }: Person) => lookForNews(house.services, { brokerageId, personId: accountId })

/** Somebody for whom was looked this long ago. */
async function looked(roles: Parameters<House['person']>[0], ago = '1 hour'): Promise<Person> {
  const person = await house.person(roles)
  await look(person)
  await house.look('update notification_look set looked_at = now() - $2::interval where account_id = $1', [person.accountId, ago])
  return person
}

const told = async ({ accountId }: Person) =>
  (
    await house.look<{ told: string }>(
      `select n.kind || coalesce(' ' || n.detail, '') || ' ' || coalesce(p.number, i.number, f.number, d.title, '') as told
       from notification n
       left join policy p on p.id = n.about_id left join premium_invoice i on i.id = n.about_id
       left join invoice f on f.id = n.about_id left join document d on d.id = n.about_id
       where n.account_id = $1 order by 1`,
      [accountId],
    )
  ).map((row) => row.told)

/** As an export does it: by the operator, without a person. */
const exported = (sql: string, ...values: unknown[]) => house.database.write(brokerageId, sql, values)

const inHolding = (table: string) =>
  `brokerage_id = (select access.brokerage()) and company_id = (select id from company where source_key = 'K-10001'
    and brokerage_id = (select access.brokerage())) and ${table}.published_at is not null`

test('who is here for the first time is told of nothing that was there, and later of what an export brought, as far as they see it', async () => {
  const fleet = await house.person({ roles: ['fleet'] })
  const pension = await looked({ roles: ['occupational_pension'] })
  await look(fleet)
  expect(await told(fleet)).toEqual([])
  await house.look(`update notification_look set looked_at = now() - interval '1 hour' where account_id = $1`, [fleet.accountId])
  await exported(
    `update policy set published_at = now() - interval '5 minutes' where line_code in ('MF', 'DO') and ${inHolding('policy')}`,
  )
  for (const person of [fleet, pension]) await look(person)
  const [policy] = await house.look<{ number: string }>(
    `select p.number from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     where p.brokerage_id = $1 and c.source_key = 'K-10001' and p.line_code = 'MF'`,
    [brokerageId],
  )
  expect(await told(fleet)).toEqual([`policy_new ${policy!.number}`])
  expect(await told(pension)).toEqual([])
  await look(fleet)
  expect(await told(fleet)).toHaveLength(1)
  await fleet.get('/de-de/notifications')
  expect(fleet.text()).toContain(`Neue Police: ${policy!.number}`)
})

test('what an export changes in a policy or a premium invoice is told in words', async () => {
  const fleet = await looked({ roles: ['fleet'] })
  await exported(
    `update policy set premium_gross = premium_gross + 100, ends_on = ends_on + 365 where line_code = 'MF' and ${inHolding('policy')}`,
  )
  await exported(
    `update premium_invoice set state = 'reminded' where id = (select i.id from premium_invoice i join policy p on p.brokerage_id = i.brokerage_id
       and p.id = i.policy_id where p.line_code = 'MF' and i.state <> 'reminded' and i.company_id = $1 order by i.number limit 1)`,
    fleet.companyId,
  )
  await look(fleet)
  const lines = await told(fleet)
  expect(lines.map((line) => line.replace(/ \S+$/, ''))).toEqual(['policy_changed dates,premium', 'premium_reminded reminded'])
  await fleet.get('/de-de/notifications')
  expect(fleet.status).toBe(200)
  expect(fleet.text()).toContain('Police geändert')
})

test('what fell due and notices that come near are told once, on the day', async () => {
  const person = await looked({ roles: ['full_access'] }, '1 day')
  await exported(
    `update invoice set state = 'open', due_on = (now() at time zone 'Europe/Zurich')::date - 1 where id = (select id from invoice where ${inHolding('invoice')} limit 1)`,
  )
  await exported(
    `update policy set notice_months = 3, state = 'active', ends_on = ((now() at time zone 'Europe/Zurich')::date + 30 + 1 + interval '3 months')::date - 1
     where line_code = 'MF' and ${inHolding('policy')}`,
  )
  await look(person)
  const lines = await told(person)
  expect(lines.filter((line) => line.startsWith('invoice_overdue'))).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('deadline')).length).toBeGreaterThan(0)
  await look(person)
  expect(await told(person)).toEqual(lines)
})

test('a portfolio that is taken over at once is no news', async () => {
  const person = await looked({ roles: ['full_access'] })
  await exported(
    `insert into invoice (brokerage_id, company_id, number, subject, invoiced_on, net, vat_rate, vat, total, published_at)
     select $1, $2, 'T-' || n, 'Übernahme', '2026-01-01', 1, 0, 0, 1, now() - interval '1 minute' from generate_series(1, $3::int) n`,
    brokerageId,
    person.companyId,
    mostAtOnce + 1,
  )
  await look(person)
  expect((await told(person)).filter((line) => line.startsWith('invoice_new'))).toEqual([])
})

test('two workers at once tell once, and the hour’s job finds who waits', async () => {
  const person = await looked({ roles: ['other_lines'] })
  await exported(
    `update policy set published_at = now() - interval '5 minutes' where line_code = 'BHP' and ${inHolding('policy')}`,
  )
  await Promise.all([look(person), look(person), look(person)])
  const [of] = await house.look<{ all: number; once: number }>(
    `select count(*)::int as all, count(distinct (kind, about_id))::int as once from notification where account_id = $1`,
    [person.accountId],
  )
  expect(of!.all).toBeGreaterThan(0)
  expect(of!.once).toBe(of!.all)
  const late = await looked({ roles: ['other_lines'] }, '2 hours')
  await works.run('looks')
  expect(await works.runWaiting('look')).toEqual([])
  const [row] = await house.look<{ fresh: boolean }>(
    `select looked_at > now() - interval '5 minutes' as fresh from notification_look where account_id = $1`,
    [late.accountId],
  )
  expect(row).toEqual({ fresh: true })
})

test('a suspended account is told of nothing', async () => {
  const person = await looked({ roles: ['full_access'] })
  await exported(`update portal_account set state = 'suspended', state_reason = 'Austritt' where id = $1`, person.accountId)
  await exported(`update policy set published_at = now() - interval '5 minutes' where ${inHolding('policy')}`)
  await look(person)
  expect(await told(person)).toEqual([])
})
