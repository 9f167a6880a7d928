import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { newId } from '../../platform/ids.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const entered = {
  salutation: 'mrs',
  first_name: 'Lea',
  last_name: 'Neu',
  email: '',
  position: 'HR',
  phone: '',
  mobile: '',
  language: 'fr',
}

describe('the list of contacts', () => {
  test('shows a User Manager the contacts of the own company in the manual’s columns', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    await manager.get('/de-de/contacts')
    expect(manager.status).toBe(200)
    const text = manager.text()
    for (const word of ['Vollständiger Name', 'E-Mail', 'Position', 'Telefon (geschäftlich)', 'Mobiltelefon', 'Erstelle Neu'])
      expect(text).toContain(word)
    expect(text).toContain('Keller Franziska')
    expect(text).toContain('031 555 00 96')
    expect(manager.html).not.toMatch(/>\s*\+41\s*</)
  })

  test('shows everybody else only the own contact and the broker’s', async () => {
    const person = await house.person({ roles: ['fleet'] })
    await person.get('/de-de/contacts')
    const text = person.text()
    expect(text).toContain(person.name)
    expect(text).not.toContain('Keller Franziska')
    expect(text).not.toContain('Erstelle Neu')
    expect(text).toContain('Ihr Kontakt beim Broker')
    expect(text).toContain('1 bis 1 von 1')
  })

  test('finds by name in either order, by part of a telephone number, and by company for staff', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    for (const term of ['anja rieder', 'Rieder A', '031 555 00 96', '5550096'])
      expect((await manager.get(`/de-de/contacts?q=${encodeURIComponent(term)}`)).text()).toContain('1 bis 1 von 1')
    const staff = await house.staff()
    expect((await staff.get('/de-de/contacts?q=Muster+Holding')).text()).toContain('Rieder Anja')
    expect((await manager.get('/de-de/contacts?q=%25')).text()).toContain('Keine Treffer')
  })

  test('narrows to those with and without a portal account', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    await house.person({ name: 'Mitkonto' })
    expect((await manager.get('/de-de/contacts?v=with&n=100')).text()).toContain('Mitkonto')
    expect((await manager.get('/de-de/contacts?v=without&n=100')).text()).not.toContain('Mitkonto')
    expect((await manager.get('/de-de/contacts?v=suspended')).text()).toContain('Keine Einträge in dieser Ansicht')
  })
})

describe('a new contact', () => {
  test('is created once, however often the form is sent', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    await manager.get('/de-de/contacts/new')
    const id = manager.hiddenFields('/de-de/contacts/new')._id!
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const tab = manager.tab()
        tab.html = manager.html
        return tab.post('/de-de/contacts/new', { ...entered, phone: '+41' }).then((t) => expect(t.status).toBe(303))
      }),
    )
    const rows = await house.look<{ phone: string | null; company_id: string }>(
      'select phone, company_id from contact where id = $1',
      [id],
    )
    expect(rows).toEqual([{ phone: null, company_id: manager.companyId }])
    expect(await house.look("select id from event where subject_id = $1 and verb = 'contact.created'", [id])).toHaveLength(1)
  })

  test('comes back with every error and everything typed', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    await manager.get('/de-de/contacts/new')
    await manager.post('/de-de/contacts/new', { ...entered, last_name: ' ', email: 'nix@', phone: 'abc', position: 'Leiterin' })
    expect(manager.status).toBe(422)
    const text = manager.text()
    expect(manager.html).toContain('<title>Fehler: ')
    expect(text).toContain('Bitte korrigieren Sie 3 Angaben')
    expect(text).toContain('Geben Sie den Nachnamen ein')
    for (const value of ['nix@', 'abc', 'Leiterin', 'Lea']) expect(manager.html).toContain(`value="${value}"`)
  })

  test('with an address that somebody at the company has is asked about first', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    await manager.get('/de-de/contacts/new')
    await manager.post('/de-de/contacts/new', { ...entered, email: 'Anja.Rieder@Muster.example' })
    expect(manager.status).toBe(422)
    expect(manager.text()).toContain('schon erfasst: Rieder Anja')
    await manager.post('/de-de/contacts/new', { ...entered, email: 'Anja.Rieder@Muster.example', same_email: 'on' })
    expect(manager.status).toBe(303)
  })

  test('is nothing for people who look after nobody, nor for auditors, nor in another company', async () => {
    const person = await house.person({ roles: ['full_access'] })
    expect((await person.get('/de-de/contacts/new')).status).toBe(403)
    expect((await (await house.staff('auditor')).get('/de-de/contacts/new')).status).toBe(403)
    const manager = await house.person({ roles: ['user_manager'] })
    const [other] = await house.look<{ id: string }>("select id from company where source_key = 'K-10003'")
    await manager.get('/de-de/contacts/new')
    const id = manager.hiddenFields('/de-de/contacts/new')._id!
    await manager.post('/de-de/contacts/new', { ...entered, company_id: other!.id })
    expect(manager.status).toBe(422)
    expect(await house.look('select id from contact where id = $1', [id])).toEqual([])
  })

  test('in another company than given by staff: staff choose any', async () => {
    const staff = await house.staff()
    const [company] = await house.look<{ id: string }>("select id from company where source_key = 'K-10003'")
    await staff.get(`/de-de/contacts/new?company=${company!.id}`)
    await staff.post('/de-de/contacts/new', entered)
    expect(staff.status).toBe(303)
    await staff.follow()
    expect(staff.text()).toContain('Kontakt gespeichert.')
  })
})

describe('editing a contact', () => {
  async function somebody() {
    const manager = await house.person({ roles: ['user_manager'] })
    const id = newId()
    await house.look(
      `insert into contact (brokerage_id, id, company_id, first_name, last_name, email, email_key, language)
       select brokerage_id, $1, id, 'Nora', 'Weiss', $3, $3, 'de' from company where id = $2`,
      [id, manager.companyId, `${id}@test.example`],
    )
    return { manager, path: `/de-de/contacts/${id}/edit`, id }
  }

  test('of somebody else’s company is not there; the own one cannot be edited without the role', async () => {
    const { path, id } = await somebody()
    const stranger = await house.person({ company: 'K-10003', roles: ['user_manager'] })
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.get(`/de-de/contacts/${id}`)).status).toBe(404)
    const person = await house.person({ roles: ['fleet'] })
    expect((await person.get(`/de-de/contacts/${person.contactId}`)).status).toBe(200)
    expect((await person.get(`/de-de/contacts/${person.contactId}/edit`)).status).toBe(403)
    expect((await person.get('/de-de/contacts/not-an-id')).status).toBe(404)
  })

  test('that somebody else changed meanwhile shows both values and keeps what was typed', async () => {
    const { manager, path, id } = await somebody()
    await manager.get(path)
    const slow = manager.tab()
    slow.html = manager.html
    await manager.post(path, { ...entered, last_name: 'Weiss', position: 'Leiterin', email: '' })
    expect(manager.status).toBe(303)
    await slow.post(path, { ...entered, last_name: 'Weiss', position: 'Assistentin', email: '' })
    expect(slow.status).toBe(409)
    expect(slow.text()).toContain('Jemand war schneller')
    expect(slow.text()).toMatch(/Position Assistentin Leiterin/)
    expect(slow.html).toContain('value="Assistentin"')
    await slow.post(path, { ...entered, last_name: 'Weiss', position: 'Assistentin', email: '' })
    expect(slow.status).toBe(303)
    expect(await house.look('select position from contact where id = $1', [id])).toEqual([{ position: 'Assistentin' }])
  })

  test('keeps the version that was seen when the form comes back with errors', async () => {
    const { manager, path, id } = await somebody()
    await manager.get(path)
    await house.look("update contact set position = 'von jemand anderem', version = version + 1 where id = $1", [id])
    await manager.post(path, { ...entered, last_name: '' })
    expect(manager.status).toBe(422)
    await manager.post(path, { ...entered, last_name: 'Weiss' })
    expect(manager.status).toBe(409)
  })

  test('of an invited person: a new address kills the link, and sending again goes to the new one', async () => {
    const { manager, path, id } = await somebody()
    const page = `/de-de/contacts/${id}`
    await manager.get(page)
    await manager.post(`${page}/account`)
    expect(manager.status).toBe(303)
    await manager.get(path)
    const address = `neu-${id}@test.example`
    await manager.post(path, { ...entered, last_name: 'Weiss', email: address })
    await manager.follow()
    expect(manager.text()).toContain('gilt der Link der bisherigen Einladung nicht mehr')
    const links = () =>
      house.look<{ dead: boolean }>(
        `select revoked_at is not null as dead from activation_token t join portal_account a on a.id = t.account_id
         where a.contact_id = $1 order by t.id`,
        [id],
      )
    expect(await links()).toEqual([{ dead: true }])
    await manager.post(`${page}/account/invitation`)
    expect(manager.status).toBe(303)
    expect(await links()).toEqual([{ dead: true }, { dead: false }])
    const letters = (await house.letters()).filter((letter) => letter.recipient === address)
    expect(letters.map((letter) => letter.event)).toEqual(['welcome'])
    const [login] = await house.look<{ email: string }>(
      'select l.email from login l join portal_account a on a.login_id = l.id where a.contact_id = $1',
      [id],
    )
    expect(login!.email).toBe(address)
  })

  test('of an active person never changes the name they sign in with', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    const person = await house.person({ roles: ['fleet'] })
    const path = `/de-de/contacts/${person.contactId}/edit`
    await manager.get(path)
    expect(manager.text()).toContain('Ändert nur die Kontaktadresse')
    await manager.post(path, { ...entered, email: `${newId()}@test.example` })
    await manager.follow()
    expect(manager.text()).toContain('Der Benutzername für die Anmeldung bleibt')
    expect(manager.text()).toContain(person.email)
    const [login] = await house.look<{ email: string }>(
      'select l.email from login l join portal_account a on a.login_id = l.id where a.id = $1',
      [person.accountId],
    )
    expect(login!.email).toBe(person.email)
  })
})
