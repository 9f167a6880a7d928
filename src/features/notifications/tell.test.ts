import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Db } from '../../platform/db.ts'
import { asPerson } from '../../platform/same-actor.ts'
import type { Kind } from './kinds.ts'
import { tellAbout, tellMe } from './tell.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

/** Tells as a member of staff, in a transaction of theirs. */
async function tell(kind: Kind, table: string, id: string, by: 'administrator' | 'auditor' = 'administrator') {
  const staff = await house.staff(by)
  await as(staff.staffId, (db) =>
    tellAbout(
      { db, actor: { kind: 'staff', firstName: 'Sophie', lastName: 'Dubois' } as never },
      { kind, about: { kind: table, id } },
    ),
  )
  return staff
}

async function as<T>(personId: string, work: (db: Db) => Promise<T>) {
  return asPerson(house.services, { brokerageId: await house.brokerageId(), actorId: personId }, work)
}

/** The people who were told about a record, whether they see it now or not. */
async function toldAbout(id: string): Promise<string[]> {
  const rows = await house.look<{ who: string }>(
    'select coalesce(account_id, staff_id) as who from notification where about_id = $1',
    [id],
  )
  return rows.map(({ who }) => who)
}

const pages: Record<string, string> = {
  policy: 'policies',
  premium_invoice: 'premium-invoices',
  claim: 'claims',
  document: 'documents',
  invoice: 'invoices',
  insured_object: 'insured-objects',
}

async function everybody() {
  return Promise.all([
    house.person({ company: 'K-10003' }),
    house.person({ company: 'K-10003', roles: ['fleet'] }),
    house.person({ company: 'K-10003', roles: ['other_lines'] }),
    house.person({ company: 'K-10003', roles: ['occupational_pension', 'personal_lines'] }),
    house.person({ company: 'K-10003', roles: ['full_access'] }),
    house.person({ company: 'K-10003', roles: ['user_manager', 'file_manager'] }),
    // The holding above: its Konzernmanager see down to it, its others do not.
    house.person({ company: 'K-10001', roles: ['fleet', 'other_lines'] }),
    house.person({ company: 'K-10001', roles: ['fleet', 'group_manager'] }),
    house.person({ company: 'K-10001', roles: ['other_lines', 'group_manager'] }),
    house.person({ company: 'K-10001', roles: ['group_manager'] }),
    house.person({ company: 'K-10001', roles: ['full_access', 'group_manager'] }),
    // A sister, and another firm altogether.
    house.person({ company: 'K-10002', roles: ['full_access', 'group_manager'] }),
    house.person({ company: 'K-10005', roles: ['full_access', 'fleet', 'other_lines'] }),
    house.person({ brokerage: '7101', roles: ['full_access', 'group_manager'] }),
  ])
}

describe.each([
  ['policy_changed', 'policy', `line_code = 'MF' and not confidential`],
  ['policy_new', 'policy', `line_code <> 'MF'`],
  ['premium_new', 'premium_invoice', `'fleet' = any (audience)`],
  ['premium_suspended', 'premium_invoice', `'other_lines' = any (audience)`],
  ['claim_state', 'claim', `'fleet' = any (audience)`],
  ['document_new', 'document', `'fleet' = any (audience)`],
  ['document_version', 'document', `'other_lines' = any (audience)`],
  ['invoice_new', 'invoice', 'true'],
] as const)('%s', (kind, table, where) => {
  test('is told to exactly those who can open the record', async () => {
    const [record] = await house.look<{ id: string }>(
      `select t.id from ${table} t join company c on c.brokerage_id = t.brokerage_id and c.id = t.company_id
       join brokerage b on b.brokerage_id = t.brokerage_id where c.source_key = 'K-10003' and b.number = '6323' and ${where} order by t.id limit 1`,
    )
    expect(record, `the demonstration has a ${table} where ${where}`).toBeDefined()
    // One of them is for «Kompletter Zugriff» alone.
    if (kind === 'policy_new')
      await house.database.write(await house.brokerageId(), 'update policy set confidential = true where id = $1', [record!.id])
    const people = await everybody()
    const staff = await tell(kind, table, record!.id)
    const told = await toldAbout(record!.id)
    const opened: boolean[] = []
    for (const [n, person] of people.entries()) {
      await person.get(`/de-de/${pages[table]}/${record!.id}`)
      opened.push(person.status === 200)
      expect([n, told.includes(person.accountId)]).toEqual([n, person.status === 200])
    }
    // The test could not fail if everybody or nobody saw it.
    expect(new Set(opened).size).toBe(2)
    expect(told).not.toContain(staff.staffId)
    expect(new Set(told).size).toBe(told.length)
  })
})

async function motorPolicy(company = 'K-10001') {
  const [policy] = await house.look<{ id: string; number: string }>(
    `select p.id, p.number from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = 'MF' and not p.confidential and c.source_key = $1 and b.number = '6323' order by p.number limit 1`,
    [company],
  )
  return policy!
}

test('whoever loses the role hears and counts nothing of it any more, and of it again with the role', async () => {
  const policy = await motorPolicy()
  const [anja, beat] = await Promise.all([house.person({ roles: ['fleet'] }), house.person({ roles: ['fleet'] })])
  await tell('policy_changed', 'policy', policy.id)
  expect((await anja.get('/de-de/')).text()).toContain('Police geändert')
  const [link] = /\/de-de\/notifications\/[0-9a-f-]{36}/.exec(anja.html)!
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [anja.accountId])
  for (const page of ['/', '/notifications', '/notifications?area=policies', '/notifications?unread=1']) {
    await anja.get(`/de-de${page}`)
    expect(anja.status).toBe(200)
    expect(anja.html).not.toContain(policy.number)
    expect(anja.text()).not.toMatch(/Police geändert|Policen 1/)
  }
  for (const path of [link, `${link}/group`]) expect((await anja.get(path)).status).toBe(404)
  expect((await beat.get('/de-de/notifications')).text()).toContain(policy.number)
  await house.look(`update role_grant set valid_until = null where account_id = $1 and role = 'fleet'`, [anja.accountId])
  expect((await anja.get('/de-de/notifications')).text()).toContain(policy.number)
})

test('a record that is made confidential is hidden from those who were told of it', async () => {
  const policy = await motorPolicy('K-10003')
  const anja = await house.person({ company: 'K-10003', roles: ['fleet'] })
  const boss = await house.person({ company: 'K-10003', roles: ['full_access'] })
  await tell('policy_changed', 'policy', policy.id)
  await house.database.write(await house.brokerageId(), 'update policy set confidential = true where id = $1', [policy.id])
  expect((await anja.get('/de-de/notifications')).text()).not.toContain(policy.number)
  expect((await boss.get('/de-de/notifications')).text()).toContain(policy.number)
})

test('suspended people, auditors and what the teller does not see tell and are told nothing', async () => {
  const policy = await motorPolicy('K-10002')
  const anja = await house.person({ company: 'K-10002', roles: ['fleet'] })
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [anja.accountId])
  await tell('policy_changed', 'policy', policy.id, 'auditor')
  expect(await toldAbout(policy.id)).toEqual([])
  const stranger = await house.person({ company: 'K-10002', roles: ['other_lines'] })
  const colleague = await house.person({ company: 'K-10002', roles: ['fleet'] })
  const asStranger = (id: string) =>
    as(stranger.accountId, (db) =>
      tellAbout(
        { db, actor: { kind: 'customer', firstName: 'Eva', lastName: 'Fremd' } as never },
        { kind: 'policy_changed', about: { kind: 'policy', id } },
      ),
    )
  await asStranger(policy.id)
  expect(await toldAbout(policy.id)).toEqual([])
  await tell('policy_changed', 'policy', policy.id)
  const told = await toldAbout(policy.id)
  expect(told).toContain(colleague.accountId)
  expect(told).not.toContain(anja.accountId)
})

test('an unpublished record is told to nobody but staff, one for later not before its time', async () => {
  const brokerage = await house.brokerageId()
  const policy = await motorPolicy('K-10007')
  const anja = await house.person({ company: 'K-10007', roles: ['fleet'] })
  await house.database.write(brokerage, 'update policy set published_at = null where id = $1', [policy.id])
  await tell('policy_new', 'policy', policy.id)
  expect(await toldAbout(policy.id)).not.toContain(anja.accountId)
  await house.database.write(brokerage, `update policy set published_at = now() + interval '2 days' where id = $1`, [policy.id])
  await tell('policy_new', 'policy', policy.id)
  expect(await toldAbout(policy.id)).toContain(anja.accountId)
  expect((await anja.get('/de-de/notifications')).text()).not.toContain(policy.number)
  const [row] = await house.look<{ later: boolean }>(
    `select visible_from > now() + interval '1 day' as later from notification where about_id = $1 and account_id = $2`,
    [policy.id, anja.accountId],
  )
  expect(row!.later).toBe(true)
})

test('who does something with one account is not told of it with another account of the same person', async () => {
  const policy = await motorPolicy('K-10002')
  const above = await house.person({ company: 'K-10001', roles: ['fleet', 'group_manager'] })
  const below = await house.person({ company: 'K-10002', roles: ['fleet'] })
  // One address, two accounts; a trigger keeps anybody from making it so afterwards.
  await house.look(`begin; set local session_replication_role = replica;
    update portal_account set login_id = (select login_id from portal_account where id = '${below.accountId}') where id = '${above.accountId}'; commit`)
  const other = await house.person({ company: 'K-10001', roles: ['fleet', 'group_manager'] })
  await as(below.accountId, (db) =>
    tellAbout(
      { db, actor: { kind: 'customer', firstName: 'Anja', lastName: 'Rieder' } as never },
      { kind: 'policy_changed', about: { kind: 'policy', id: policy.id } },
    ),
  )
  const told = await toldAbout(policy.id)
  expect(told).toContain(other.accountId)
  expect(told).not.toContain(above.accountId)
  expect(told).not.toContain(below.accountId)
})

test('a job tells the one person it worked for, and nobody else', async () => {
  const [document] = await house.look<{ id: string }>(
    `select d.id from document d join company c on c.brokerage_id = d.brokerage_id and c.id = d.company_id join brokerage b on b.brokerage_id = d.brokerage_id
     where 'fleet' = any (d.audience) and c.source_key = 'K-10001' and b.number = '6323' limit 1`,
  )
  const [anja, beat] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['fleet'] })]
  await as(anja.accountId, (db) => tellMe(db, { kind: 'package_ready', about: { kind: 'document', id: document!.id } }))
  expect((await anja.get('/de-de/notifications')).text()).toContain('Ihr ZIP mit')
  expect((await beat.get('/de-de/notifications')).text()).not.toContain('Ihr ZIP')
})

test('a colleague’s claim and its documents reach those who see it, and whoever answers for the company', async () => {
  const [claim] = await house.look<{ id: string }>(
    `select x.id from claim x join company c on c.brokerage_id = x.brokerage_id and c.id = x.company_id join brokerage b on b.brokerage_id = x.brokerage_id
     where 'fleet' = any (x.audience) and c.source_key = 'K-10001' and b.number = '6323' limit 1`,
  )
  const [author, colleague] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['fleet'] })]
  await as(author.accountId, (db) =>
    tellAbout(
      { db, actor: { kind: 'customer', firstName: 'Anja', lastName: 'Rieder' } as never },
      { kind: 'claim_reported', about: { kind: 'claim', id: claim!.id } },
    ),
  )
  expect((await colleague.get('/de-de/notifications')).text()).toContain('Anja Rieder hat einen Schaden gemeldet')
  const staff = await house.look('select 1 from notification where about_id = $1 and staff_id is not null', [claim!.id])
  expect(staff.length).toBeGreaterThan(0)
})
