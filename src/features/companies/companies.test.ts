import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { newId } from '../../platform/ids.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const companyId = async (key: string, number = '6323') =>
  (
    await house.look<{ id: string }>(
      'select c.id from company c join brokerage b on b.brokerage_id = c.brokerage_id where c.source_key = $1 and b.number = $2',
      [key, number],
    )
  )[0]!.id

const person = { salutation: 'mrs', first_name: 'Petra', last_name: 'Neumann', language: 'de' }

test('staff see their companies with who looks after them and where a User Manager is missing', async () => {
  const staff = await house.staff()
  await staff.get('/de-de/companies?q=Muster')
  expect(staff.status).toBe(200)
  for (const word of ['Firma', 'Ort', 'Betreuer', 'User Manager', 'Muster Holding AG', 'Lugano', 'Sophie Dubois', 'fehlt'])
    expect(staff.text()).toContain(word)
  await staff.get('/de-de/companies?v=without&n=100')
  expect(staff.text()).not.toContain('Muster Holding AG')
})

test('customers know no such addresses, and another brokerage’s companies do not exist', async () => {
  const manager = await house.person({ roles: ['user_manager', 'full_access', 'group_manager'] })
  const id = await companyId('K-10001')
  for (const path of ['/de-de/companies', `/de-de/companies/${id}`, `/de-de/companies/${id}/user-manager`])
    expect((await manager.get(path)).status).toBe(404)
  const staff = await house.staff()
  const foreign = await companyId('K-10001', '7101')
  expect((await staff.get(`/de-de/companies/${foreign}`)).status).toBe(404)
  expect((await staff.get('/de-de/companies/nothing')).status).toBe(404)
})

test('a company shows its holding up and down as links, and its people', async () => {
  const staff = await house.staff()
  const [id, parent] = [await companyId('K-10002'), await companyId('K-10001')]
  await staff.get(`/de-de/companies/${id}`)
  expect(staff.html).toContain(`<a href="/de-de/companies/${parent}">Muster Holding AG</a>`)
  expect(staff.text()).toContain('Muster Logistik AG')
  await staff.get(`/de-de/companies/${parent}`)
  expect(staff.html).toContain(`<a href="/de-de/companies/${id}">Muster Bau AG</a>`)
  expect(staff.text()).toContain('Keller Franziska')
})

test('somebody new becomes User Manager in one go: contact, account, role and welcome mail', async () => {
  const staff = await house.staff()
  const id = await companyId('K-10006')
  const path = `/de-de/companies/${id}/user-manager`
  const email = `${newId()}@test.example`
  await staff.get(path)
  const form = staff.html
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      const tab = staff.tab()
      tab.html = form
      expect((await tab.post(path, { ...person, email })).status).toBe(303)
    }),
  )
  const contacts = await house.look<{ id: string; company_id: string }>('select id, company_id from contact where email = $1', [
    email,
  ])
  expect(contacts).toEqual([{ id: contacts[0]!.id, company_id: id }])
  await staff.get(`/de-de/contacts/${contacts[0]!.id}`)
  expect(staff.text()).toContain('Portalkonto eingeladen')
  const roles = await house.look<{ role: string }>(
    'select g.role from role_grant g join portal_account a on a.id = g.account_id where a.contact_id = $1 order by 1',
    [contacts[0]!.id],
  )
  expect(roles.map(({ role }) => role)).toEqual(['customer', 'user_manager'])
  expect((await house.letters()).filter((letter) => letter.recipient === email).map((letter) => letter.event)).toEqual([
    'welcome',
  ])
})

test('somebody with an account keeps the other roles and gets User Manager on top', async () => {
  const staff = await house.staff()
  const known = await house.person({ company: 'K-10002', roles: ['fleet'] })
  const path = `/de-de/companies/${known.companyId}/user-manager`
  await staff.get(path)
  await staff.post(path, { person: known.contactId })
  await staff.follow()
  expect(staff.text()).toContain('Rollen gespeichert: + User Manager')
  await known.get('/de-de/contacts')
  expect(known.text()).toContain('Erstelle Neu')
  expect((await known.get('/de-de/policies')).status).toBe(200)
})

test('the form says what is missing, keeps what was typed, and does nothing by halves', async () => {
  const staff = await house.staff()
  const id = await companyId('K-10003')
  const path = `/de-de/companies/${id}/user-manager`
  await staff.get(path)
  await staff.post(path, { ...person, last_name: '', email: 'nix' })
  expect(staff.status).toBe(422)
  expect(staff.text()).toContain('Bitte korrigieren Sie 2 Angaben')
  expect(staff.html).toContain('value="nix"')
  // The address has an account at the company: the contact is not left behind either.
  const known = await house.person({ company: 'K-10003' })
  const before = await house.look('select id from contact where company_id = $1', [id])
  await staff.post(path, { ...person, email: known.email })
  expect(staff.status).toBe(422)
  expect(staff.text()).toContain('gibt es in der Firma schon ein Portalkonto')
  expect(await house.look('select id from contact where company_id = $1', [id])).toHaveLength(before.length)
  // A contact of another company is none of this one's.
  const stranger = await house.person({ company: 'K-10001' })
  await staff.post(path, { person: stranger.contactId })
  expect(staff.status).toBe(404)
})

test('auditors look, but register nobody', async () => {
  const auditor = await house.staff('auditor')
  const staff = await house.staff()
  const id = await companyId('K-10001')
  const path = `/de-de/companies/${id}/user-manager`
  await auditor.get(`/de-de/companies/${id}`)
  expect(auditor.status).toBe(200)
  expect(auditor.html).not.toContain(path)
  expect((await auditor.get(path)).status).toBe(403)
  await staff.get(path)
  const email = `${newId()}@test.example`
  expect((await auditor.send('POST', path, { ...staff.hiddenFields(path), ...person, email })).status).toBe(403)
  expect(await house.look('select id from contact where email = $1', [email])).toEqual([])
})

test('what waits for a second person stands on top of the companies, and is confirmed there', async () => {
  const anja = await house.person({ roles: ['user_manager'] })
  const path = `/de-de/contacts/${anja.contactId}`
  await anja.get(path)
  await anja.post(`${path}/account/roles`, { roles: ['user_manager', 'fleet'] })
  const staff = await house.staff()
  await staff.get('/de-de/companies')
  expect(staff.text()).toContain(`Flottenmanager für ${anja.name}`)
  const [request] = await house.look<{ id: string }>("select id from role_request where account_id = $1 and state = 'pending'", [
    anja.accountId,
  ])
  await staff.post(`/de-de/role-requests/${request!.id}/approval`)
  expect(staff.status).toBe(303)
  expect((await staff.get('/de-de/companies')).text()).not.toContain(`Flottenmanager für ${anja.name}`)
})
