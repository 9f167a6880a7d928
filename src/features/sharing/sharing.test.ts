import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { lookForNews } from '../notifications/look.ts'

let house: House
let brokerage: string
beforeAll(async () => {
  house = await startHouse()
  brokerage = await house.brokerageId()
})
afterAll(() => house.close())

/** A policy of its own on a line, at a company of which no other test asks. */
async function policy(line: string, company = 'K-10003', published = true): Promise<{ id: string; number: string }> {
  const number = `T-${Math.random().toString(36).slice(2, 10)}`
  await house.database.write(
    brokerage,
    `insert into policy (brokerage_id, company_id, number, insurer, line_code, name, published_at)
     select $1, id, $2, 'Test AG', $3, 'Testpolice', ${published ? 'now()' : 'null'} from company where brokerage_id = $1 and source_key = $4`,
    [brokerage, number, line, company],
  )
  const [row] = await house.look<{ id: string }>('select id from policy where number = $1', [number])
  return { id: row!.id, number }
}

async function sees(person: Visitor, { id }: { id: string }): Promise<boolean> {
  return (await person.get(`/de-de/policies/${id}`)).status === 200
}

const lookAt = (personId: string) => lookForNews(house.services, { brokerageId: brokerage, personId })

/** From the list to the check page of «Veröffentlichen für …». */
async function checked(staff: Visitor, policies: { id: string }[], fields: Record<string, string | string[]>): Promise<Visitor> {
  await staff.get(`/de-de/sharing/policies/${policies[0]!.id}`)
  return staff.post('/de-de/sharing/policies/check', { row: policies.map(({ id }) => id), ...fields })
}

const applyRecords = (staff: Visitor, policies: { id: string }[], fields: Record<string, string | string[]>) =>
  staff.post('/de-de/sharing/policies/apply', { row: policies.map(({ id }) => id), ...fields })

describe('records', () => {
  test('the check page says who will see it before anybody does; applied, exactly those do', async () => {
    const [staff, one] = [await house.staff('account_manager'), await policy('MF')]
    const fleet = await house.person({ company: 'K-10003', roles: ['fleet'], name: 'Flotte' })
    const pension = await house.person({ company: 'K-10003', roles: ['occupational_pension'], name: 'Vorsorge' })
    expect([await sees(fleet, one), await sees(pension, one)]).toEqual([true, false])

    await checked(staff, [one], { share: 'roles', roles: ['occupational_pension'] })
    expect(staff.status).toBe(200)
    const row = (name: string) => new RegExp(`<tr[^>]*>(?:(?!</tr>)[\\s\\S])*${name}[\\s\\S]*?</tr>`).exec(staff.html)?.[0] ?? ''
    expect(row('Vorsorge')).toContain('+1')
    expect(row('Flotte')).toContain('−1')
    // Looked at only: nothing has happened.
    expect([await sees(fleet, one), await sees(pension, one)]).toEqual([true, false])

    await applyRecords(staff, [one], { share: 'roles', roles: ['occupational_pension'] })
    expect(staff.status).toBe(303)
    expect([await sees(fleet, one), await sees(pension, one)]).toEqual([false, true])
    await staff.follow()
    expect(staff.text()).toContain('Die Freigabe ist geändert.')
  })

  test('confidential is for full access alone, hidden for nobody, and undoing brings back exactly what was', async () => {
    const staff = await house.staff()
    const one = await policy('MF')
    const fleet = await house.person({ company: 'K-10003', roles: ['fleet'] })
    const full = await house.person({ company: 'K-10003', roles: ['full_access'] })
    const both = async () => [await sees(fleet, one), await sees(full, one)]
    const [before] = await house.look('select confidential, shared_with, published_at, audience from policy where id = $1', [
      one.id,
    ])

    await checked(staff, [one], { share: 'confidential' })
    await applyRecords(staff, [one], { share: 'confidential' })
    const first = staff.location!
    expect(await both()).toEqual([false, true])

    await checked(staff, [one], { share: 'hidden' })
    await applyRecords(staff, [one], { share: 'hidden' })
    const second = staff.location!
    expect(await both()).toEqual([false, false])

    // The first stands under the second: it cannot be taken back any more, and nothing happens.
    await staff.get(first)
    await staff.post(`${first.split('?')[0]}/undo`)
    expect([staff.status, staff.text().includes('Seither hat jemand daran etwas geändert')]).toEqual([409, true])
    expect(await both()).toEqual([false, false])

    for (const change of [second, first]) {
      await staff.get(change)
      await staff.post(`${change.split('?')[0]}/undo`)
      expect(staff.status).toBe(303)
    }
    expect(await both()).toEqual([true, true])
    const [after] = await house.look('select confidential, shared_with, published_at, audience from policy where id = $1', [
      one.id,
    ])
    expect(after).toEqual(before)
  })

  test('staff find what nobody sees by the filter of the list; customers have no such filter', async () => {
    const [staff, shown, hidden] = [await house.staff(), await policy('MF'), await policy('MF', 'K-10003', false)]
    await staff.get('/de-de/policies?f.sharing=hidden')
    expect([staff.html.includes(hidden.number), staff.html.includes(shown.number)]).toEqual([true, false])
    const person = await house.person({ company: 'K-10003', roles: ['full_access'] })
    await person.get('/de-de/policies?filter=1')
    expect(person.html).not.toContain('f.sharing')
  })

  test('after 24 hours a change is no longer undone', async () => {
    const [staff, one] = [await house.staff(), await policy('MF')]
    await checked(staff, [one], { share: 'hidden' })
    await applyRecords(staff, [one], { share: 'hidden' })
    const change = staff.location!.split('?')[0]!
    await staff.follow()
    const form = staff.hiddenFields(`${change}/undo`)
    await house.look(`update sharing_change set at = at - interval '25 hours' where id = $1`, [change.split('/').pop()])
    await staff.send('POST', `${change}/undo`, form)
    expect([staff.status, staff.text().includes('Die 24 Stunden sind vorbei')]).toEqual([409, true])
    expect(await house.look('select published_at from policy where id = $1', [one.id])).toEqual([{ published_at: null }])
  })

  test('many become visible: sent twice it is done once, and each person gets one mail', async () => {
    const staff = await house.staff()
    const many = [
      await policy('SACH', 'K-10004', false),
      await policy('SACH', 'K-10004', false),
      await policy('SACH', 'K-10004', false),
    ]
    const person = await house.person({ company: 'K-10004', roles: ['other_lines'] })
    await house.look(
      `insert into notification_choice (brokerage_id, login_id, occasion, portal, mail, daily)
       select brokerage_id, login_id, 'policy', true, true, false from portal_account where id = $1`,
      [person.accountId],
    )
    await checked(staff, many, { share: 'line' })
    const again = staff.tab()
    again.html = staff.html
    const fields = { share: 'line', notify: 'on' }
    await Promise.all([applyRecords(staff, many, fields), applyRecords(again, many, fields)])
    expect([staff.status, again.status, again.location]).toEqual([303, 303, staff.location])
    const told = await house.look('select id from notification where account_id = $1', [person.accountId])
    expect(told).toHaveLength(3)
    await house.mailNews()
    expect((await house.letters()).filter(({ recipient }) => recipient === person.email)).toHaveLength(1)
    for (const one of many) expect(await sees(person, one)).toBe(true)
  })

  test('what was published without telling anybody is no news for the hourly look either', async () => {
    const staff = await house.staff()
    const [quiet, loud] = [await policy('SACH', 'K-10004', false), await policy('SACH', 'K-10004', false)]
    const person = await house.person({ company: 'K-10004', roles: ['other_lines'] })
    await lookAt(person.accountId)
    await checked(staff, [quiet], { share: 'line' })
    await applyRecords(staff, [quiet], { share: 'line' })
    await house.database.write(brokerage, 'update policy set published_at = now() where id = $1', [loud.id])
    await lookAt(person.accountId)
    const told = await house.look('select about_id from notification where account_id = $1 and about_id in ($2, $3)', [
      person.accountId,
      quiet.id,
      loud.id,
    ])
    expect(told).toEqual([{ about_id: loud.id }])
  })

  test('what somebody else changed meanwhile is shown before it is applied', async () => {
    const [staff, other, one] = [await house.staff(), await house.staff('account_manager'), await policy('MF')]
    await checked(staff, [one], { share: 'hidden' })
    await checked(other, [one], { share: 'confidential' })
    await applyRecords(other, [one], { share: 'confidential' })
    await applyRecords(staff, [one], { share: 'hidden' })
    expect([staff.status, staff.text().includes('Inzwischen hat jemand anders daran etwas geändert')]).toEqual([409, true])
    expect(staff.text()).toContain('vertraulich')
    await applyRecords(staff, [one], { share: 'hidden' })
    expect(staff.status).toBe(303)
  })

  test('a form without a choice comes back, and an auditor shares nothing', async () => {
    const [staff, auditor, one] = [await house.staff(), await house.staff('auditor'), await policy('MF')]
    await checked(staff, [one], {})
    expect([staff.status, staff.text().includes('Wählen Sie, wer das sehen soll.')]).toEqual([422, true])
    await checked(staff, [one], { share: 'roles' })
    expect([staff.status, staff.text().includes('Wählen Sie mindestens eine Rolle')]).toEqual([422, true])
    expect((await auditor.get(`/de-de/sharing/policies/${one.id}`)).status).toBe(403)
    expect((await auditor.get('/de-de/policies')).html).not.toContain('/sharing/policies')
    const customer = await house.person({ company: 'K-10003', roles: ['full_access'] })
    expect((await customer.get(`/de-de/sharing/policies/${one.id}`)).status).toBe(404)
  })

  test('the database lets no File Manager change who sees a document', async () => {
    const person = await house.person({ company: 'K-10001', roles: ['file_manager', 'full_access'] })
    await expect(
      house.services.database.app.connect().then(async (client) => {
        try {
          await client.query('begin')
          await client.query(`select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)`, [
            brokerage,
            person.accountId,
          ])
          await client.query('select access.work_out()')
          await client.query('update document set shared_with = $1 where company_id = $2', [['fleet'], person.companyId])
        } finally {
          await client.query('rollback')
          client.release()
        }
      }),
    ).rejects.toThrow('only the brokerage shares records')
  })
})

describe('lines', () => {
  const boxes = async (of: string | null) => {
    const rows = await house.look<{ code: string; audience: string[] | null }>(
      of
        ? `select l.code, o.audience from line_of_business l left join company_line o on o.brokerage_id = l.brokerage_id and o.line_code = l.code
           and o.company_id = $2 where l.brokerage_id = $1`
        : 'select code, audience from line_of_business where brokerage_id = $1 and $2::uuid is null',
      [brokerage, of],
    )
    return Object.fromEntries(rows.map(({ code, audience }) => [`line_${code}`, audience ?? (of ? ['house'] : [])]))
  }

  test('a company may have its own mapping, and follow the house again', async () => {
    const [staff, one] = [await house.staff('account_manager'), await policy('CYB', 'K-10005')]
    const person = await house.person({ company: 'K-10005', roles: ['fleet'] })
    const path = `/de-de/companies/${person.companyId}/sharing`
    expect(await sees(person, one)).toBe(false)
    const wanted = { ...(await boxes(person.companyId)), line_CYB: ['fleet'] }
    await staff.get(path)
    await staff.post(`${path}/check`, wanted)
    expect([staff.status, staff.text().includes('Flottenmanager')]).toEqual([200, true])
    await staff.post(`${path}/apply`, wanted)
    expect([staff.status, await sees(person, one)]).toEqual([303, true])

    const back = { ...wanted, line_CYB: ['house'] }
    await staff.get(path)
    await staff.post(`${path}/check`, back)
    await staff.post(`${path}/apply`, back)
    expect([staff.status, await sees(person, one)]).toEqual([303, false])

    await staff.get(path)
    await staff.post(`${path}/check`, { ...back, line_CYB: ['house', 'fleet'] })
    expect([staff.status, staff.text().includes('Entfernen Sie entweder «Wie im Haus» oder die Rollen')]).toEqual([422, true])
  })

  test('the table of the house is changed by administrators alone, and undone by them', async () => {
    const [staff, manager, one] = [await house.staff(), await house.staff('account_manager'), await policy('KUNST', 'K-10005')]
    const person = await house.person({ company: 'K-10005', roles: ['fleet'] })
    const wanted = { ...(await boxes(null)), line_KUNST: ['fleet', 'other_lines'] }
    await staff.get('/de-de/settings/sharing')
    await staff.post('/de-de/settings/sharing/check', wanted)
    expect(staff.status).toBe(200)
    await staff.post('/de-de/settings/sharing/apply', wanted)
    expect([staff.status, await sees(person, one)]).toEqual([303, true])
    const change = staff.location!.split('?')[0]!

    await manager.get('/de-de/settings/sharing')
    expect(manager.html).not.toContain('/settings/sharing/check')
    await manager.get(change)
    expect([manager.status, manager.html.includes('/undo"')]).toEqual([200, false])

    await staff.get(change)
    await staff.post(`${change}/undo`)
    expect([staff.status, await sees(person, one)]).toEqual([303, false])
    expect((await staff.get('/de-de/settings/sharing/changes')).text()).toContain('rückgängig gemacht')
  })
})
