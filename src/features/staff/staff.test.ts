import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { newId } from '../../platform/ids.ts'

let house: House
let work: ReturnType<typeof worksIn>
beforeAll(async () => {
  house = await startHouse()
  work = worksIn(house)
})
afterAll(async () => {
  await work.close()
  await house.close()
})

const nova = { first_name: 'Nova', last_name: 'Lenz', phone: '041 555 01 23', function: 'assistant', language: 'fr' }

test('an administrator invites by mail; the colleague sets the own password and is inside', async () => {
  const admin = await house.staff()
  const email = `${newId()}@broker6323.example`
  await admin.get('/de-de/settings/staff/new')
  const form = admin.html
  // Pressed twice at the same moment: one colleague.
  await Promise.all(
    [1, 2].map(async () => {
      const tab = admin.tab()
      tab.html = form
      await tab.post('/de-de/settings/staff/new', { ...nova, email })
      expect(tab.status).toBe(303)
    }),
  )
  const members = await house.look<{ id: string; phone: string }>('select id, phone from staff_member where email = $1', [email])
  expect(members.map(({ phone }) => phone)).toEqual(['+41415550123'])
  await work.runWaiting('staff_invitation')
  const letter = (await house.letters()).find(({ recipient }) => recipient === email)!
  expect([letter.event, letter.language, letter.values.by]).toEqual(['staff_invited', 'fr', 'Sophie Dubois'])
  const newcomer = house.visitor()
  const link = new URL(letter.values.link!)
  await (await newcomer.get(link.pathname + link.search)).follow()
  expect((await admin.get(`/de-de/settings/staff/${members[0]!.id}`)).text()).toContain('eingeladen')
  await newcomer.post('/fr-fr/password/reset', { password: 'Kx7!qmvz-Wolke', confirmation: 'Kx7!qmvz-Wolke' })
  const [member] = await house.look<{ activated: boolean }>(
    'select activated_at is not null as activated from staff_member where email = $1',
    [email],
  )
  expect(member).toEqual({ activated: true })
  await admin.get(`/de-de/settings/staff/${members[0]!.id}`)
  expect(admin.text()).toContain('Sophie Dubois hat eingeladen als Assistenz')
})

test('an address that opens a customer’s account, or is a colleague’s already, is not invited, and what was typed stays', async () => {
  const admin = await house.staff()
  const customer = await house.person()
  for (const [email, sentence] of [
    [customer.email, 'gehört zu einem Portalkonto'],
    ['sophie.dubois@broker6323.example', 'arbeitet schon jemand'],
    ['nix', 'Geben Sie eine E-Mail-Adresse ein'],
  ] as const) {
    await admin.get('/de-de/settings/staff/new')
    await admin.post('/de-de/settings/staff/new', { ...nova, email })
    expect(admin.status).toBe(422)
    expect(admin.text()).toContain(sentence)
    expect(admin.html).toContain(`value="${email}"`)
  }
})

test('nobody but an administrator changes the house, and nobody the own function', async () => {
  const admin = await house.colleague('administrator')
  const own = `/de-de/settings/staff/${admin.staffId}`
  await admin.get(own)
  await admin.post(own, { first_name: 'A', last_name: 'B', phone: '', function: 'auditor' })
  expect(admin.status).toBe(409)
  expect(admin.text()).toContain('Die eigene Funktion')
  expect((await admin.send('POST', `${own}/departure`, admin.hiddenFields(own))).status).toBe(403)
  for (const fn of ['account_manager', 'assistant', 'auditor'] as const) {
    const other = await house.colleague(fn)
    await other.get('/de-de/settings/staff')
    expect(other.html).not.toContain('/settings/staff/new')
    for (const path of ['/settings/staff/new', '/settings/teams/new']) expect((await other.get(`/de-de${path}`)).status).toBe(403)
    const [kept] = await house.look<{ function: string }>('select function from staff_member where id = $1', [admin.staffId])
    expect(kept!.function).toBe('administrator')
  }
})

test('the last administrator stays, also when all are taken away at the same moment', async () => {
  const host = '7101'
  const first = await house.staff('administrator', host)
  const others = [await house.colleague('administrator', host), await house.colleague('administrator', host)]
  const all = [first, ...others]
  // Each takes the next one's function away, in a circle.
  await Promise.all(
    all.map(async (one, index) => {
      const path = `/de-de/settings/staff/${all[(index + 1) % all.length]!.staffId}`
      await one.get(path)
      await one.post(path, { first_name: 'X', last_name: 'Y', phone: '', function: 'account_manager' })
      expect([303, 403, 409]).toContain(one.status)
    }),
  )
  const left = await house.look(
    `select s.id from staff_member s join brokerage b on b.brokerage_id = s.brokerage_id
     where b.number = '7101' and s.function = 'administrator' and s.state = 'active'`,
  )
  expect(left.length).toBeGreaterThanOrEqual(1)
})

test('who leaves is outside at once, hands the companies over, and keeps a name in the history', async () => {
  const admin = await house.staff()
  const [leaver, successor] = [await house.colleague('account_manager'), await house.colleague('account_manager')]
  await house.look("update company set account_manager_id = $1 where source_key = 'K-10007' and brokerage_id = $2", [
    leaver.staffId,
    await house.brokerageId(),
  ])
  expect((await leaver.get('/de-de/companies')).text()).toContain('1 von 1')
  const path = `/de-de/settings/staff/${leaver.staffId}`
  await admin.get(path)
  await admin.post(`${path}/departure`, { successor: successor.staffId })
  expect(admin.status).toBe(303)
  expect((await leaver.get('/de-de/companies')).location).toContain('PortalLogin')
  expect((await successor.get('/de-de/companies')).text()).toContain('1 von 1')
  expect((await admin.follow()).text()).toContain('Sophie Dubois hat den Zugang beendet')
  await admin.post(`${path}/return`)
  expect((await admin.follow()).text()).toContain('Wieder aufgenommen')
})

test('two who edit a colleague see each other’s values', async () => {
  const admin = await house.staff()
  const colleague = await house.colleague('assistant')
  const path = `/de-de/settings/staff/${colleague.staffId}`
  const tab = admin.tab()
  await tab.get(path)
  await admin.get(path)
  await admin.post(path, { first_name: 'Erste', last_name: 'Frau', phone: '', function: 'assistant' })
  expect(admin.status).toBe(303)
  await tab.post(path, { first_name: 'Zweiter', last_name: 'Frau', phone: '', function: 'assistant' })
  expect(tab.status).toBe(409)
  expect(tab.text()).toContain('Jemand war schneller')
  expect(tab.text()).toContain('Erste')
  expect(tab.html).toContain('value="Zweiter"')
})
