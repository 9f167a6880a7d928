import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { formToken } from '../../platform/visit.ts'
import type { AssignableRole } from '../../records/roles.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>

const manager = (company = 'K-10001') => house.person({ roles: ['user_manager'], company })

/** A contact of this company without an account. */
async function contact(company = 'K-10001', email = true): Promise<{ id: string; path: string; email: string }> {
  const id = newId()
  const address = `${id}@test.example`
  await house.look(
    `insert into contact (brokerage_id, id, company_id, first_name, last_name, email, email_key, language)
     select brokerage_id, $1, id, 'Nina', 'Ohnekonto', $3, $3, 'fr' from company where source_key = $2
       and brokerage_id = (select brokerage_id from brokerage where number = '6323')`,
    [id, company, email ? address : null],
  )
  return { id, path: `/de-de/contacts/${id}`, email: address }
}

async function rolesOf(contactId: string): Promise<string[]> {
  const rows = await house.look<{ role: string }>(
    `select g.role from role_grant g join portal_account a on a.id = g.account_id
     where a.contact_id = $1 and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) order by 1`,
    [contactId],
  )
  return rows.map((row) => row.role)
}

const stateOf = async (contactId: string) =>
  (await house.look<{ state: string }>('select state from portal_account where contact_id = $1', [contactId]))[0]?.state

/** Opens the contact's page and presses Anwenden. */
async function apply(who: Person | Awaited<ReturnType<House['staff']>>, contactId: string, roles: AssignableRole[], more = {}) {
  const path = `/de-de/contacts/${contactId}`
  await who.get(path)
  return who.post(`${path}/account/roles`, { roles, ...more })
}

const pageOf = (person: { contactId: string }) => `/de-de/contacts/${person.contactId}`

describe('opening a portal account', () => {
  test('makes login, account, roles, link and the welcome mail in the contact’s language', async () => {
    const anja = await manager()
    const { id, path, email } = await contact()
    await anja.get(path)
    expect(anja.text()).toContain('Portalkonto inaktiv')
    expect(anja.text()).toContain('Sprache: Français')
    await anja.post(`${path}/account`, { roles: ['fleet', 'other_lines'], until_fleet: '31.12.2090' })
    expect(anja.status).toBe(303)
    await anja.follow()
    expect(anja.text()).toContain('Das Willkommens-Mail ist unterwegs.')
    expect(anja.text()).toContain('Portalkonto eingeladen')
    expect(anja.html).toContain('value="31.12.2090"')
    expect(await rolesOf(id)).toEqual(['customer', 'fleet', 'other_lines'])
    const [letter] = (await house.letters()).filter((one) => one.recipient === email)
    expect(letter).toMatchObject({ event: 'welcome', language: 'fr' })
    expect(letter!.values.link).toMatch(/^http:\/\/6323\.localhost.*\/fr-fr\/activate\?t=.{43}$/)
    expect(letter!.values.temporary_password).toHaveLength(12)
    const [until] = await house.look<{ until: Date }>(
      "select g.valid_until as until from role_grant g join portal_account a on a.id = g.account_id where a.contact_id = $1 and role = 'fleet'",
      [id],
    )
    expect(until!.until.toISOString()).toBe('2090-12-31T23:00:00.000Z')
  })

  test('at the same moment from many tabs opens one and sends one mail', async () => {
    const anja = await manager()
    const { id, path, email } = await contact()
    await anja.get(path)
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const tab = anja.tab()
        tab.html = anja.html
        await tab.post(`${path}/account`, { roles: ['fleet'], ...(n % 2 ? { _id: newId() } : {}) })
        expect(tab.status).toBe(303)
      }),
    )
    expect(await house.look('select id from portal_account where contact_id = $1', [id])).toHaveLength(1)
    expect((await house.letters()).filter((one) => one.recipient === email)).toHaveLength(1)
    expect(await rolesOf(id)).toEqual(['customer', 'fleet'])
  })

  test('needs an address, and says so', async () => {
    const anja = await manager()
    const { id, path } = await contact('K-10001', false)
    await anja.get(path)
    expect(anja.text()).toContain('Ergänzen Sie sie zuerst im Kontakt')
    const other = await contact()
    await anja.get(other.path)
    await house.look('update contact set email = null, email_key = null where id = $1', [other.id])
    await anja.post(`${other.path}/account`, { roles: [] })
    expect(anja.status).toBe(422)
    expect(await stateOf(id)).toBeUndefined()
    expect(await stateOf(other.id)).toBeUndefined()
  })

  test('with the address of somebody who has an account at the company is refused, and at another company shares the login', async () => {
    const anja = await manager()
    const person = await house.person({ roles: ['fleet'] })
    const twin = await contact()
    await house.look('update contact set email = $2, email_key = $2 where id = $1', [twin.id, person.email])
    await anja.get(twin.path)
    await anja.post(`${twin.path}/account`)
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain(`gibt es in der Firma schon ein Portalkonto: ${person.name}`)

    const elsewhere = await manager('K-10003')
    const same = await contact('K-10003')
    await house.look('update contact set email = $2, email_key = $2 where id = $1', [same.id, person.email])
    await elsewhere.get(same.path)
    await elsewhere.post(`${same.path}/account`)
    await elsewhere.follow()
    expect(elsewhere.text()).toContain('Portalkonto eingeladen')
    expect(await rolesOf(same.id)).toEqual(['customer'])
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'fleet'])
  })

  test('is not for other companies, not without the role, not for auditors; staff may everywhere', async () => {
    const { path } = await contact()
    const stranger = await manager('K-10003')
    expect((await post(stranger, `${path}/account`, { _id: newId() })).status).toBe(404)
    expect((await stranger.get(path)).status).toBe(404)
    const person = await house.person({ roles: ['full_access'] })
    expect((await post(person, `${path}/account`, { _id: newId() })).status).toBe(404)
    const auditor = await house.staff('auditor')
    expect((await post(auditor, `${path}/account`, { _id: newId() })).status).toBe(403)
    await auditor.get(path)
    expect(auditor.status).toBe(200)
    expect(auditor.html).not.toContain(`action="${path}/account"`)
    const staff = await house.staff()
    await staff.get(path)
    await staff.post(`${path}/account`, { roles: ['user_manager'] })
    expect(staff.status).toBe(303)
  })

  test('sends at most five invitations a day to one person', async () => {
    const anja = await manager()
    const { path, email } = await contact()
    await anja.get(path)
    await anja.post(`${path}/account`)
    for (let n = 0; n < 4; n++) {
      await anja.get(path)
      expect((await anja.post(`${path}/account/invitation`)).status).toBe(303)
    }
    await anja.get(path)
    await anja.post(`${path}/account/invitation`)
    expect(anja.status).toBe(429)
    expect(anja.text()).toContain('heute schon 5 Einladungen')
    expect((await house.letters()).filter((one) => one.recipient === email)).toHaveLength(5)
  })

  test('taken back: link and roles are gone; opened again it is the same account with a new link', async () => {
    const anja = await manager()
    const { id, path } = await contact()
    await anja.get(path)
    await anja.post(`${path}/account`, { roles: ['fleet'] })
    await anja.get(path)
    await anja.post(`${path}/account/withdrawal`)
    await anja.follow()
    expect(anja.text()).toContain('Einladung zurückgezogen')
    expect(anja.text()).toContain('Portalkonto inaktiv')
    expect(await rolesOf(id)).toEqual([])
    await anja.post(`${path}/account`, { roles: ['other_lines'] })
    expect(anja.status).toBe(303)
    expect(await rolesOf(id)).toEqual(['customer', 'other_lines'])
    const links = await house.look<{ dead: boolean }>(
      `select t.revoked_at is not null as dead from activation_token t join portal_account a on a.id = t.account_id
       where a.contact_id = $1 order by t.id`,
      [id],
    )
    expect(links.map((link) => link.dead)).toEqual([true, false])
  })
})

describe('roles', () => {
  test('are given and taken at once, with a banner, an end and a history', async () => {
    const anja = await manager()
    const person = await house.person({ roles: ['other_lines'] })
    await apply(anja, person.contactId, ['fleet', 'file_manager'], { until_fleet: '1.2.2088', reason: 'Vertretung' })
    await anja.follow()
    const text = anja.text()
    expect(text).toContain('Rollen gespeichert: + Flottenmanager / + File Manager / − Übrige Branchen')
    expect(text).toContain('hat die Rollen geändert: + Flottenmanager / + File Manager / − Übrige Branchen')
    expect(text).toContain('Vertretung')
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'file_manager', 'fleet'])
    await person.get('/de-de/policies?n=100')
    expect(person.text()).toContain('Motorfahrzeug')
  })

  test('end with the day given; a day that is over is refused and everything ticked stays', async () => {
    const anja = await manager()
    const person = await house.person()
    await apply(anja, person.contactId, ['fleet'], { until_fleet: '1.2.2020', reason: 'Ferien' })
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('Flottenmanager: Geben Sie einen Tag ab heute ein')
    expect(anja.html).toContain('value="1.2.2020"')
    expect(anja.html).toContain('value="Ferien"')
    expect(anja.html).toMatch(/id="f-roles-fleet"[^>]*checked|checked[^>]*id="f-roles-fleet"/)
    expect(await rolesOf(person.contactId)).toEqual(['customer'])
  })

  test('that do not exist, or are technical, are refused', async () => {
    const anja = await manager()
    const person = await house.person()
    for (const role of ['customer', 'administrator', ''])
      await apply(anja, person.contactId, [role as AssignableRole]).then((a) => expect(a.status).toBe(role ? 422 : 303))
    expect(await rolesOf(person.contactId)).toEqual(['customer'])
  })

  test('never of oneself: ticking asks, a second person confirms, nobody else can', async () => {
    const anja = await manager()
    const franz = await manager()
    await apply(anja, anja.contactId, ['user_manager', 'fleet'])
    await anja.follow()
    expect(anja.text()).toContain('Wartet auf die Bestätigung einer zweiten Person: + Flottenmanager')
    expect(await rolesOf(anja.contactId)).toEqual(['customer', 'user_manager'])
    const [request] = await house.look<{ id: string }>(
      "select id from role_request where account_id = $1 and state = 'pending'",
      [anja.accountId],
    )
    await franz.get('/de-de/contacts')
    expect(franz.text()).toContain(`Flottenmanager für ${anja.name}`)
    await franz.get(pageOf(anja))
    const own = franz.hiddenFields(`/de-de/role-requests/${request!.id}/approval`)
    expect(own._token).toBeTruthy()
    expect(anja.html).not.toContain(`/role-requests/${request!.id}/approval`)
    const stranger = await manager('K-10003')
    await franz.post(`/de-de/role-requests/${request!.id}/approval`)
    await franz.follow()
    expect(franz.text()).toContain('Rolle bestätigt und zugeteilt.')
    expect(await rolesOf(anja.contactId)).toEqual(['customer', 'fleet', 'user_manager'])
    expect((await stranger.get(pageOf(anja))).status).toBe(404)
  })

  test('of oneself cannot be taken away either', async () => {
    const anja = await manager()
    await manager()
    await anja.get(pageOf(anja))
    await anja.post(`${pageOf(anja)}/account/roles`, { roles: [] })
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('Eigene Rollen können Sie nicht entziehen')
    expect(await rolesOf(anja.contactId)).toEqual(['customer', 'user_manager'])
    await anja.get(pageOf(anja))
    expect(anja.html).not.toContain(`${pageOf(anja)}/account/suspension`)
  })

  test('of a second account with the own address count as own', async () => {
    await house.look("update company set manages_subsidiaries = true where source_key = 'K-10001'")
    const anja = await manager()
    const second = await contact('K-10003')
    await house.look('update contact set email = $2, email_key = $2 where id = $1', [second.id, anja.email])
    await anja.get(second.path)
    await anja.post(`${second.path}/account`, { roles: ['full_access'] })
    expect(anja.status).toBe(303)
    expect(await rolesOf(second.id)).toEqual(['customer'])
    await house.look("update company set manages_subsidiaries = false where source_key = 'K-10001'")
  })

  test('that the broker keeps for himself are shown, but cannot be given or taken', async () => {
    await house.look(`update company set assignable_roles = '{fleet,other_lines,user_manager}' where source_key = 'K-10002'`)
    const anja = await manager('K-10002')
    const person = await house.person({ company: 'K-10002', roles: ['full_access'] })
    await apply(anja, person.contactId, ['full_access', 'occupational_pension'])
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('vergibt in Ihrer Firma nur der Broker')
    await apply(anja, person.contactId, [])
    expect(anja.status).toBe(422)
    // As a browser sends it: the locked role stands in a hidden field.
    await apply(anja, person.contactId, ['full_access', 'fleet'])
    expect(anja.status).toBe(303)
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'fleet', 'full_access'])
    const staff = await house.staff()
    await apply(staff, person.contactId, ['occupational_pension'])
    expect(staff.status).toBe(303)
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'occupational_pension'])
  })

  test('that are sensitive tell the other User Managers and the account manager, not the one who gave them', async () => {
    const anja = await manager('K-10004')
    const franz = await manager('K-10004')
    const person = await house.person({ company: 'K-10004' })
    const before = (await house.letters()).length
    await apply(anja, person.contactId, ['fleet'])
    expect((await house.letters()).length).toBe(before)
    await apply(anja, person.contactId, ['fleet', 'occupational_pension'])
    const letters = (await house.letters()).slice(before)
    expect(letters.map((letter) => letter.event)).toEqual(letters.map(() => 'roles_changed'))
    const readers = letters.map((letter) => letter.recipient)
    expect(readers).toContain(franz.email)
    expect(readers.some((reader) => reader.endsWith('@broker6323.example'))).toBe(true)
    expect(readers).not.toContain(anja.email)
    expect(letters[0]!.values).toMatchObject({ added: 'Berufliche Vorsorge', person: `Test ${person.name}` })
  })

  test('that are sensitive wait for a second person where the company demands it', async () => {
    await house.look("update company set sensitive_roles_need_approval = true where source_key = 'K-10004'")
    const anja = await manager('K-10004')
    const franz = await manager('K-10004')
    const person = await house.person({ company: 'K-10004' })
    await apply(anja, person.contactId, ['full_access', 'fleet'])
    await anja.follow()
    expect(anja.text()).toContain('Rollen gespeichert: + Flottenmanager')
    expect(anja.text()).toContain('Wartet auf die Bestätigung einer zweiten Person: + Kompletter Zugriff')
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'fleet'])
    const [request] = await house.look<{ id: string }>(
      "select id from role_request where account_id = $1 and state = 'pending'",
      [person.accountId],
    )
    const path = `/de-de/role-requests/${request!.id}/approval`
    await franz.get(pageOf(person))
    expect((await post(anja, path)).status).toBe(422)
    expect(anja.text()).toContain('Diesen Antrag muss eine andere Person bestätigen')
    expect((await post(person, path)).status).toBe(403)
    expect((await post(await manager('K-10003'), path)).status).toBe(404)
    expect((await post(await house.staff('auditor'), path)).status).toBe(403)
    const tabs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const tab = franz.tab()
        tab.html = franz.html
        return (await tab.post(path)).status
      }),
    )
    expect(tabs.filter((status) => status === 303)).toHaveLength(1)
    expect(tabs.filter((status) => status === 409)).toHaveLength(5)
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'fleet', 'full_access'])
    const [grant] = await house.look<{ granted_by_account: string; approved_by: string }>(
      "select granted_by_account, approved_by from role_grant where account_id = $1 and role = 'full_access'",
      [person.accountId],
    )
    expect(grant).toEqual({ granted_by_account: anja.accountId, approved_by: `Test ${franz.name}` })
    await house.look("update company set sensitive_roles_need_approval = null where source_key = 'K-10004'")
  })

  test('that staff asked for wait for another one of staff', async () => {
    await house.look("update company set sensitive_roles_need_approval = true where source_key = 'K-10004'")
    const sophie = await house.staff()
    const marc = await house.staff('account_manager')
    const person = await house.person({ company: 'K-10004' })
    await apply(sophie, person.contactId, ['personal_lines'])
    await sophie.follow()
    expect(sophie.text()).toContain('Darüber entscheidet eine andere Person')
    await marc.get(pageOf(person))
    const path = /action="(\/de-de\/role-requests\/[^"]+\/rejection)"/.exec(marc.html)![1]!
    await marc.post(path)
    await marc.follow()
    expect(marc.text()).toContain('Antrag abgelehnt.')
    expect(await rolesOf(person.contactId)).toEqual(['customer'])
    await house.look("update company set sensitive_roles_need_approval = null where source_key = 'K-10004'")
  })

  test('asked for more than seven days ago cannot be confirmed any more, and can be asked for again', async () => {
    const anja = await manager()
    const franz = await manager()
    await apply(anja, anja.contactId, ['user_manager', 'other_lines'])
    const find = () =>
      house.look<{ id: string; state: string }>('select id, state from role_request where account_id = $1 order by id', [
        anja.accountId,
      ])
    const [request] = await find()
    await franz.get(pageOf(anja))
    await house.look("update role_request set expires_at = now() - interval '1 minute' where id = $1", [request!.id])
    await franz.post(`/de-de/role-requests/${request!.id}/approval`)
    expect(franz.status).toBe(409)
    await apply(anja, anja.contactId, ['user_manager', 'other_lines'])
    expect((await find()).map((one) => one.state)).toEqual(['rejected', 'pending'])
  })

  test('from a page drawn before somebody else’s change come back with what was ticked', async () => {
    const anja = await manager()
    const franz = await manager()
    const person = await house.person({ roles: ['other_lines'] })
    await anja.get(pageOf(person))
    await apply(franz, person.contactId, [])
    await anja.post(`${pageOf(person)}/account/roles`, { roles: ['other_lines', 'fleet'] })
    expect(anja.status).toBe(409)
    expect(anja.text()).toContain('Jemand hat die Rollen inzwischen geändert')
    expect(await rolesOf(person.contactId)).toEqual(['customer'])
    await anja.post(`${pageOf(person)}/account/roles`, { roles: ['fleet'] })
    expect(anja.status).toBe(303)
  })

  test('applied from thirty tabs at once are given once', async () => {
    const anja = await manager()
    const person = await house.person({ roles: ['other_lines'] })
    await anja.get(pageOf(person))
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const tab = anja.tab()
        tab.html = anja.html
        await tab.post(`${pageOf(person)}/account/roles`, { roles: n % 3 ? ['fleet', 'file_manager'] : ['fleet'] })
        return tab.status
      }),
    )
    expect(statuses.every((status) => status === 303 || status === 409)).toBe(true)
    expect(statuses).toContain(303)
    const doubled = await house.look(
      `select role from role_grant where account_id = $1 and (valid_until is null or valid_until > now()) group by role having count(*) > 1`,
      [person.accountId],
    )
    expect(doubled).toEqual([])
    const roles = await rolesOf(person.contactId)
    expect([
      ['customer', 'fleet'],
      ['customer', 'file_manager', 'fleet'],
    ]).toContainEqual(roles)
  })

  test('can be looked at by auditors and by oneself, but not changed', async () => {
    const person = await house.person({ roles: ['fleet'] })
    const auditor = await house.staff('auditor')
    for (const who of [auditor, person]) {
      await who.get(pageOf(person))
      expect(who.text()).toContain('Flottenmanager')
      expect(who.html).not.toContain('type="checkbox"')
    }
    for (const who of [auditor, person])
      expect((await post(who, `${pageOf(person)}/account/roles`, { version: '1', roles: 'full_access' })).status).toBe(403)
    expect(await rolesOf(person.contactId)).toEqual(['customer', 'fleet'])
  })
})

describe('the last User Manager', () => {
  const company = 'K-10005'

  test('stays: two who take each other away at the same moment, twenty times, leave one', async () => {
    await house.look(
      `update role_grant set valid_until = now() where role = 'user_manager' and company_id in (select id from company where source_key = $1)`,
      [company],
    )
    for (let round = 0; round < 20; round++) {
      await house.look(
        `update role_grant set valid_until = now() where role = 'user_manager' and valid_until is null and company_id in (select id from company where source_key = $1)`,
        [company],
      )
      const [a, b] = await Promise.all([manager(company), manager(company)])
      await Promise.all([a.get(pageOf(b)), b.get(pageOf(a))])
      await Promise.all([
        round % 2
          ? a.post(`${pageOf(b)}/account/suspension`, { suspend_reason: 'x' })
          : a.post(`${pageOf(b)}/account/roles`, { roles: [] }),
        b.post(`${pageOf(a)}/account/roles`, { roles: [] }),
      ])
      for (const one of [a, b]) expect([303, 302, 403, 404, 409]).toContain(one.status)
      const [left] = await house.look<{ n: number }>(
        `select count(*)::int as n from role_grant g join portal_account p on p.id = g.account_id
         where g.account_id = any ($1) and g.role = 'user_manager' and p.state = 'active' and (g.valid_until is null or g.valid_until > now())`,
        [[a.accountId, b.accountId]],
      )
      expect(left!.n).toBeGreaterThanOrEqual(1)
    }
  }, 60_000)

  test('can be taken away by staff, who are warned', async () => {
    await house.look(
      `update role_grant set valid_until = now() where role = 'user_manager' and valid_until is null and company_id in (select id from company where source_key = $1)`,
      [company],
    )
    const only = await manager(company)
    const staff = await house.staff()
    await staff.get(pageOf(only))
    expect(staff.text()).toContain('Diese Person ist der letzte aktive User Manager der Firma.')
    expect(staff.text()).toContain('kann in der Firma niemand mehr Konten verwalten')
    await staff.post(`${pageOf(only)}/account/roles`, { roles: [] })
    expect(staff.status).toBe(303)
    expect(await rolesOf(only.contactId)).toEqual(['customer'])
  })
})

describe('suspending', () => {
  test('ends every session at once, rests the roles, and is taken back the same way', async () => {
    const anja = await manager()
    const person = await house.person({ roles: ['fleet'] })
    expect((await person.get('/de-de/policies')).status).toBe(200)
    await anja.get(pageOf(person))
    await anja.post(`${pageOf(person)}/account/suspension`, { suspend_reason: ' ' })
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('Geben Sie den Grund der Sperrung ein')
    await anja.post(`${pageOf(person)}/account/suspension`, { suspend_reason: 'Austritt' })
    await anja.follow()
    expect(anja.text()).toContain('Konto gesperrt.')
    expect(anja.text()).toContain('Austritt')
    expect((await person.get('/de-de/policies')).status).not.toBe(200)
    await anja.post(`${pageOf(person)}/account/reopening`)
    await anja.follow()
    expect(anja.text()).toContain('Konto entsperrt.')
    expect(await stateOf(person.contactId)).toBe('active')
    // The session that was ended stays ended.
    expect((await person.get('/de-de/policies')).status).not.toBe(200)
  })

  test('is not for oneself, and not for auditors', async () => {
    const anja = await manager()
    await manager()
    const path = `${pageOf(anja)}/account/suspension`
    await anja.get(pageOf(anja))
    expect(anja.html).not.toContain(path)
    await post(anja, path, { suspend_reason: 'x' })
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('Das eigene Konto können Sie nicht sperren')
    const auditor = await house.staff('auditor')
    expect((await post(auditor, path, { suspend_reason: 'x' })).status).toBe(403)
    expect(await stateOf(anja.contactId)).toBe('active')
  })
})

/** Sends a form that the page does not offer, with a good token: what somebody with a tool would do. */
async function post(who: Visitor, path: string, fields: Record<string, string> = {}) {
  const [session] = await house.look<{ id: string }>('select id from session where token_hash = $1', [
    tokenHash(who.cookies.get('s')!),
  ])
  const _token = formToken({ services: house.services, formSecret: session!.id }, path.replace('/de-de', ''))
  return who.send('POST', path, { ...fields, _token })
}
