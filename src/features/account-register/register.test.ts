import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const invite = async (n: number) => {
  const person = await house.person({ company: 'K-10002', name: `Eingeladen ${n}` })
  await house.look("update portal_account set state = 'invited', activated_at = null where id = $1", [person.accountId])
  return person
}

/** Presses a button of the bar below the register, with its own token, for these rows. */
async function press(person: Visitor, path: string, rows: string[]) {
  await person.get('/de-de/accounts?n=100')
  const button = [...person.html.matchAll(/<button\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`formaction="${path}"`))
  const _token = /\bvalue="([^"]+)"/.exec(button ?? '')?.[1] ?? ''
  await person.post(path, { _token, list: '', row: rows } as never)
}

test('staff see every account with its state, roles, last sign-in and second factor; a failed invitation stands out', async () => {
  const staff = await house.staff()
  const bounced = await invite(1)
  await house.look(
    "insert into mail (brokerage_id, event, recipient, language, company_id, account_id, state) values ($1, 'welcome', $2, 'de', $3, $4, 'failed')",
    [await house.brokerageId(), bounced.email, bounced.companyId, bounced.accountId],
  )
  await staff.get('/de-de/accounts?q=Keller')
  for (const word of ['Keller Franziska', 'Muster Holding AG', 'User Manager', 'aktiv', 'nein'])
    expect(staff.text()).toContain(word)
  await staff.get('/de-de/accounts?v=stuck&n=100')
  expect(staff.text()).toContain('nicht zustellbar')
  expect(staff.text()).toContain(bounced.name)
  expect(staff.text()).not.toContain('Keller Franziska')
  expect(staff.text()).toContain('keinen aktiven User Manager')
})

test('several invitations are sent again at once; whoever is active is none', async () => {
  const staff = await house.staff()
  const [one, two, active] = [await invite(2), await invite(3), await house.person({ company: 'K-10002' })]
  await press(staff, '/de-de/accounts/invitations', [one.accountId, two.accountId, active.accountId])
  expect((await staff.follow()).text()).toContain('Einladungen gesendet: 2. Nicht gesendet: 1')
  const letters = (await house.letters()).filter(({ event }) => event === 'welcome').map(({ recipient }) => recipient)
  expect(letters.sort()).toEqual([one.email, two.email].sort())
})

test('ended sessions are over at once, and the history says so; accounts of others are no choice', async () => {
  const staff = await house.staff()
  const [person, other] = [await house.person(), await house.person({ brokerage: '7101' })]
  await press(staff, '/de-de/accounts/sessions', [person.accountId, other.accountId])
  expect((await staff.follow()).text()).toContain('Beendete Sitzungen: 1')
  expect((await person.get('/de-de/')).location).toContain('PortalLogin')
  expect((await other.get('/de-de/')).status).toBe(200)
  expect(
    await house.look("select id from event where verb = 'portal_account.sessions_ended' and subject_id = $1", [person.accountId]),
  ).toHaveLength(1)
})

test('auditors look only; account managers see the accounts of their companies; customers have no such address', async () => {
  const [auditor, anna, customer] = [
    await house.staff('auditor'),
    await house.colleague('account_manager'),
    await house.person({ roles: ['user_manager'] }),
  ]
  const person = await house.person({ company: 'K-10003' })
  await house.look('update company set account_manager_id = $1 where id = $2', [anna.staffId, person.companyId])
  await auditor.get('/de-de/accounts')
  expect(auditor.html).not.toContain('/accounts/sessions')
  expect((await auditor.send('POST', '/de-de/accounts/sessions', { row: person.accountId })).status).toBe(403)
  expect((await anna.get('/de-de/accounts/export.csv')).html.trim().split('\n')).toHaveLength(2)
  await anna.get('/de-de/accounts')
  expect(anna.text()).toContain(person.name)
  expect((await customer.get('/de-de/accounts')).status).toBe(404)
})
