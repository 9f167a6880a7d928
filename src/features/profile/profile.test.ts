import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(() => house.look('delete from attempt'))

async function signIn(email: string, extra: Record<string, string> = {}, userAgent?: string) {
  const browser = await house.visitor().get('/de-de/PortalLogin')
  const fields = { ...browser.hiddenFields('/de-de/PortalLogin'), email, password: demoPassword, ...extra }
  await browser.send('POST', '/de-de/PortalLogin', fields, userAgent ? { 'user-agent': userAgent } : {})
  expect(browser.status).toBe(303)
  return browser
}

const contactOf = async (id: string) =>
  (
    await house.look<Record<string, unknown>>(
      'select position, phone, mobile, last_name, email, version from contact where id = $1',
      [id],
    )
  )[0]!

test('everybody keeps the own function and telephone numbers up to date, and nothing else of the contact', async () => {
  const person = await house.person({ roles: ['fleet'], name: 'Selbst' })
  await person.get('/de-de/profile')
  expect(person.text()).toContain('Name und E-Mail-Adresse ändert in Ihrer Firma: Franziska Keller.')
  await person.post('/de-de/profile/contact', {
    position: 'Fuhrpark',
    phone: '031 555 11 22',
    mobile: '',
    last_name: 'Anders',
    email: 'anders@test.example',
  })
  expect(person.location).toBe('/de-de/profile?done=contact')
  expect((await person.follow()).text()).toContain('Ihre Kontaktangaben sind gespeichert')
  expect(await contactOf(person.contactId)).toMatchObject({
    position: 'Fuhrpark',
    phone: '+41315551122',
    mobile: null,
    last_name: 'Selbst',
    email: person.email,
  })
  const franziska = await house.known('franziska.keller@muster.example')
  expect((await franziska.get(`/de-de/contacts/${person.contactId}`)).text()).toContain('Fuhrpark')
})

test('the database itself keeps the own name, address and language for those who look after the contact', async () => {
  const person = await house.person()
  const asPerson = (sql: string) =>
    house.services.database.app.connect().then(async (client) => {
      try {
        await client.query('begin')
        await client.query(`select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)`, [
          await house.brokerageId(),
          person.accountId,
        ])
        await client.query('select access.work_out()')
        await client.query(sql, [person.contactId])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    })
  await expect(asPerson(`update contact set last_name = 'Anders' where id = $1`)).rejects.toThrow('for who looks after')
  await expect(asPerson(`update contact set email = 'x@test.example' where id = $1`)).rejects.toThrow('for who looks after')
  await asPerson(`update contact set phone = '+41315550000' where id = $1`)
  expect(await contactOf(person.contactId)).toMatchObject({ phone: '+41315550000' })
})

test('a number that is none is refused with what was typed; two at once see each other’s', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/profile')
  const form = person.html
  await person.post('/de-de/profile/contact', { position: 'Leitung', phone: 'anrufen!', mobile: '' })
  expect(person.status).toBe(422)
  expect(person.html).toContain('value="anrufen!"')
  expect(person.html).toContain('value="Leitung"')
  expect(person.html).toContain('href="#f-phone"')

  const franziska = await house.known('franziska.keller@muster.example')
  await franziska.get(`/de-de/contacts/${person.contactId}/edit`)
  await franziska.post(`/de-de/contacts/${person.contactId}/edit`, {
    last_name: person.name,
    email: person.email,
    position: 'Von der User Managerin',
    language: 'de',
  })
  expect(franziska.status).toBe(303)
  person.html = form
  await person.post('/de-de/profile/contact', { position: 'Von mir', phone: '', mobile: '' })
  expect(person.status).toBe(409)
  expect(person.text()).toContain('Von der User Managerin')
  expect(person.html).toContain('value="Von mir"')
  await person.post('/de-de/profile/contact', { position: 'Von mir', phone: '', mobile: '' })
  expect(person.status).toBe(303)
  expect(await contactOf(person.contactId)).toMatchObject({ position: 'Von mir' })
})

test('devices are listed in words, and one of them is signed out, «angemeldet bleiben» included', async () => {
  const email = 'rolf.mustermann@muster.example'
  const phone = await signIn(email, { remember: 'on' }, 'Mozilla/5.0 (iPhone; CPU iPhone OS 20_0) Version/20.0 Safari/604.1')
  const here = await signIn(email)
  await here.get('/de-de/profile/security')
  expect(here.text()).toContain('Safari, iPhone')
  expect(here.text()).toMatch(/dieses Gerät/)
  expect(here.text()).toContain('von der Adresse 127.0.0.1')
  const ends = [...here.html.matchAll(/action="(\/de-de\/profile\/sessions\/[0-9a-f-]{36}\/end)"/g)].map((match) => match[1]!)
  expect(ends).toHaveLength(1)
  await here.post(ends[0]!)
  expect(here.location).toBe('/de-de/profile/security?done=session')
  expect((await phone.get('/de-de/policies')).location).toContain('PortalLogin')
  expect(phone.cookies.has('r')).toBe(false)
  expect((await here.get('/de-de/policies')).status).toBe(200)
})

test('a remembered browser is forgotten: what it has open ends, and it does not come back', async () => {
  const email = 'stefan.zurbriggen@muster.example'
  const remembered = await signIn(email, { remember: 'on' })
  const here = await signIn(email)
  await here.get('/de-de/profile/security')
  expect(here.text()).toContain('Diese Browser kommen ohne Passwort wieder herein')
  const forget = /action="(\/de-de\/profile\/remembered\/[0-9a-f-]{36}\/revocation)"/.exec(here.html)![1]!
  await here.post(forget)
  expect(here.location).toBe('/de-de/profile/security?done=forgotten')
  expect((await remembered.get('/de-de/policies')).location).toContain('PortalLogin')
  expect((await here.follow()).text()).toContain('Kein Browser bleibt angemeldet')
})

test('nobody ends a session or forgets a browser of somebody else', async () => {
  const rolf = await signIn('rolf.mustermann@muster.example', { remember: 'on' })
  const ids = await house.look<{ session: string; remember: string }>(
    `select s.id as session, s.remember_id as remember from session s join login l on l.id = s.login_id
     where l.email_key = 'rolf.mustermann@muster.example' and s.ended_at is null and s.remember_id is not null order by s.created_at desc limit 1`,
  )
  const own = await house.person()
  for (const [owner, path] of [
    ['session', `/profile/sessions/${ids[0]!.session}/end`],
    ['browser', `/profile/remembered/${ids[0]!.remember}/revocation`],
    ['nothing', '/profile/sessions/0190a0b0-0000-7000-8000-000000000000/end'],
  ]) {
    await own.get('/de-de/profile/security')
    const { formToken } = await import('../../platform/visit.ts')
    const [session] = await house.look<{ id: string }>('select id from session where account_id = $1', [own.accountId])
    const _token = formToken({ services: house.services, formSecret: session!.id }, path!)
    await own.send('POST', `/de-de${path}`, { _token })
    expect([owner, own.status]).toEqual([owner, 404])
  }
  expect((await rolf.get('/de-de/policies')).status).toBe(200)
})

test('«Meine Rechte» say what each role opens, since when and by whom, in numbers of the one rule', async () => {
  const person = await house.person({ roles: ['fleet', 'personal_lines'] })
  await house.look(
    `update role_grant set granted_by = 'Franziska Keller', approved_by = 'Sophie Dubois', valid_until = '2099-01-31 12:00+01', reason = 'Vertretung'
     where account_id = $1 and role = 'fleet'`,
    [person.accountId],
  )
  await person.get('/de-de/profile/rights')
  const [fleet] = await house.look<{ policies: number; objects: number }>(
    `select (select count(*)::int from policy p join company c on c.id = p.company_id where c.source_key = 'K-10001' and c.brokerage_id = $1 and p.line_code = 'MF') as policies,
      (select count(*)::int from insured_object o join policy p on p.id = o.policy_id join company c on c.id = p.company_id
       where c.source_key = 'K-10001' and c.brokerage_id = $1 and p.line_code = 'MF') as objects`,
    [await house.brokerageId()],
  )
  const text = person.text()
  const part = text.slice(text.indexOf('Flottenmanager Zugang'), text.indexOf('Customers Technische'))
  expect(part).toContain(`Öffnet ${fleet!.policies} Police`)
  expect(part).toContain(`${fleet!.objects} versicherte`)
  expect(part).toContain('vergeben von Franziska Keller. Freigegeben von Sophie Dubois. Endet am 31.01.2099. Grund: Vertretung')
  expect(text).not.toContain('Berufliche Vorsorge Datensätze')

  const rolf = await house.known('rolf.mustermann@muster.example')
  await rolf.get('/de-de/profile/rights')
  const [all] = await house.look<{ all: number; below: number }>(
    `select count(*)::int as all, count(*) filter (where c.source_key <> 'K-10001')::int as below from policy p join company c on c.id = p.company_id
     where c.brokerage_id = $1 and c.source_key in ('K-10001', 'K-10002', 'K-10003', 'K-10004')`,
    [await house.brokerageId()],
  )
  expect(rolf.text()).toContain(`Öffnet ${all!.all} Policen`)
  expect(rolf.text()).toContain(`In untergeordneten Firmen kommen dadurch in Reichweite: ${all!.below} Policen`)
})

test('rights are those at the company where one is now; former and asked roles stand apart', async () => {
  const nadia = await signIn('nadia.berger@matte.example')
  const at = async (company: string) => {
    const [account] = await house.look<{ id: string }>(
      `select a.id from portal_account a join login l on l.id = a.login_id join company c on c.id = a.company_id
       where l.email_key = 'nadia.berger@matte.example' and c.source_key = $1`,
      [company],
    )
    await nadia.get('/de-de/')
    await nadia.post('/de-de/profile/company', { account: account!.id })
    await nadia.get('/de-de/profile/rights')
    return account!.id
  }
  const there = await at('K-10008')
  expect(nadia.text()).toContain('Ihre Rollen bei Matte Maschinen AG')
  expect(nadia.text()).toContain('Berufliche Vorsorge')
  expect(nadia.text()).not.toContain('Kompletter Zugriff')
  await house.database.write(
    await house.brokerageId(),
    `insert into role_grant (brokerage_id, account_id, company_id, role, valid_from, valid_until, granted_by, withdrawn_by)
     select brokerage_id, id, company_id, 'fleet', '2026-01-01 12:00+01', '2026-02-01 12:00+01', 'Sophie Dubois', 'Chiara Hänni' from portal_account where id = $1`,
    [there],
  )
  await nadia.get('/de-de/profile/rights')
  expect(nadia.text()).toContain('vom 01.01.2026 bis 01.02.2026, vergeben von Sophie Dubois, entzogen von Chiara Hänni')
  await at('K-10007')
  expect(nadia.text()).toContain('Ihre Rollen bei Matte Treuhand GmbH')
  expect(nadia.text()).toContain('Kompletter Zugriff')
  expect(nadia.text()).not.toContain('Chiara Hänni, ')
  expect(nadia.text()).not.toContain('Berufliche Vorsorge')
})

test('accepted terms can be read again as they were accepted; others’ and unknown ones are not there', async () => {
  const anja = await house.known('anja.rieder@muster.example')
  await anja.get('/de-de/profile/data')
  expect(anja.html).toContain('href="/de-de/profile/terms/1"')
  await anja.get('/de-de/profile/terms/1')
  expect(anja.text()).toContain('Der Wortlaut ist noch genau der, den Sie akzeptiert haben.')
  for (const version of ['2', '0', 'x', '99999999999'])
    expect((await anja.get(`/de-de/profile/terms/${version}`)).status).toBe(404)
  const staff = await house.staff()
  expect((await staff.get('/de-de/profile/data')).status).toBe(200)
  for (const path of ['/profile/rights', '/profile/terms/1']) expect((await staff.get(`/de-de${path}`)).status).toBe(404)
})
