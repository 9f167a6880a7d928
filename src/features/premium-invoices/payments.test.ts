import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { jpeg, pdf, send } from '../../../test/multipart.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { shortDate } from '../../platform/format.ts'
import { newId } from '../../platform/ids.ts'
import { later, todayHere } from '../deadlines/deadline.ts'
import { importFolder } from '../imports/changes.ts'
import { coverAtRisk } from './cover-at-risk.ts'
import { suspensionOf } from './suspension.ts'

let house: House
let brokerage: string
beforeAll(async () => {
  house = await startHouse()
  brokerage = await house.brokerageId()
  // The export has warnings of its own; with them settled, only what a test plants is there.
  await house.database.write(brokerage, `update premium_invoice set state = 'paid' where brokerage_id = $1 and state <> 'paid'`, [
    brokerage,
  ])
})
afterAll(() => house.close())

const today = todayHere()

interface Planted {
  line?: string
  state?: string
  company?: string
  confidential?: boolean
  due?: string
}

let count = 0
async function plant({
  line = 'SACH',
  state = 'open',
  company = 'K-10001',
  confidential = false,
  due = later(today, { days: -40 }),
}: Planted = {}) {
  const [id, number] = [newId(), `PR-TEST-${++count}`]
  await house.database.write(
    brokerage,
    `insert into premium_invoice (brokerage_id, id, company_id, policy_id, source_key, number, kind, invoiced_on, due_on, net, stamp_duty, total, state,
       confidential, published_at, imported_at)
     select p.brokerage_id, $2, p.company_id, p.id, $3, $3, 'renewal', $4, $5, 1000, 50, 1050, $6, $7, now(), now() from policy p
     join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     where p.brokerage_id = $1 and p.line_code = $8 and c.source_key = $9 and not p.confidential order by p.number limit 1`,
    [brokerage, id, number, later(today, { days: -70 }), due, state, confidential, line, company],
  )
  const [row] = await house.look<{ policy_id: string; policy: string }>(
    `select i.policy_id, p.number as policy from premium_invoice i join policy p on p.id = i.policy_id where i.id = $1`,
    [id],
  )
  return { id, number, path: `/de-de/premium-invoices/${id}`, ...row! }
}

type Person = Awaited<ReturnType<House['person']>>
const report = async (person: Person, path: string, day = shortDate(today)) => {
  await person.get(`${path}/payment`)
  return person.post(`${path}/payment`, { paid_on: day })
}
const upload = (person: Person, path: string, day: string, files = [{ name: 'mahnung.pdf', bytes: pdf }]) =>
  send(person, `${path}/reminders/new`, { dispatched_on: day }, files)

async function risksOf(id: string, host = '6323') {
  return asBrokerage(house.database.app, await house.brokerageId(host), async (db: Db) => {
    await sql`select set_config('app.actor', ${id}, true)`.execute(db)
    await sql`select access.work_out()`.execute(db)
    return (await coverAtRisk(db)).map(({ invoice, suspension }) => [invoice.number, suspension.phase])
  })
}

describe('the lines of an invoice', () => {
  test('net premium and stamp duty of the export are lines, and what the total differs by is named', async () => {
    const [odd] = await house.look<{ id: string; total: string }>(
      `select id from premium_invoice where brokerage_id = $1 and source_key = 'PR2026000051'`,
      [brokerage],
    )
    const person = await house.person({ roles: ['full_access', 'group_manager'] })
    const text = (await person.get(`/de-de/premium-invoices/${odd!.id}`)).text()
    expect(text).toContain('Nettoprämie CHF 1’005.75 Eidg. Stempelabgabe CHF 50.29 Rundung CHF −0.01 Total CHF 1’056.03')
  })

  test('a source that delivers lines names them all, and taking them over again changes nothing', async () => {
    const { number, path } = await plant()
    const folder = mkdtempSync(join(tmpdir(), 'lines-'))
    const rows = [
      'Nettoprämie;;900.00',
      'Zuschlag;Elementar;60.00',
      'Ratenzuschlag;;20.00',
      'Rabatt;Treue;10.00',
      'Gebühr;;30.00',
    ]
    writeFileSync(
      join(folder, 'Praemienpositionen.csv'),
      [
        'PositionsNr;RechnungsNr;Art;Text;Betrag',
        ...rows.map((row, n) => `${number}-${n};${number};${row}`),
        `X;FREMD;Zuschlag;;1.00`,
      ].join('\r\n'),
    )
    const take = () => importFolder(house.database.operator, brokerage, folder, { files: house.services.files })
    expect((await take()).files[0]).toMatchObject({ new: 5, refused: 1 })
    expect((await take()).files[0]).toMatchObject({ new: 0, changed: 0, unchanged: 5, refused: 1 })
    const person = await house.person({ roles: ['other_lines'] })
    expect((await person.get(path)).text()).toContain(
      'Nettoprämie CHF 900.00 Zuschlag (Elementar) CHF 60.00 Ratenzuschlag CHF 20.00 Rabatt (Treue) CHF −10.00 Eidg. Stempelabgabe CHF 50.00 Gebühr CHF 30.00 Total CHF 1’050.00',
    )
  })
})

describe('«als bezahlt melden»', () => {
  test('stands beside the insurer’s state with its source, ends what is overdue, and tells the broker', async () => {
    const { id, path, number } = await plant()
    const anja = await house.person({ roles: ['other_lines'], name: 'Zahlerin' })
    await anja.get(path)
    expect(anja.text()).toContain('überfällig')
    await report(anja, path, shortDate(later(today, { days: -1 })))
    expect(anja.location).toBe(`${path}?done=reported`)
    await anja.follow()
    expect(anja.text()).toContain('Gemeldet. Ihr Broker ist informiert.')
    expect(anja.text()).toMatch(/Status offen laut Export vom [\d.]+/)
    expect(anja.text()).toContain(`bezahlt am ${shortDate(later(today, { days: -1 }))} von Ihnen gemeldet am ${shortDate(today)}`)
    expect(anja.text()).not.toContain('überfällig')
    const [row] = await house.look<{ state: string }>('select state from premium_invoice where id = $1', [id])
    expect(row!.state).toBe('open')
    const colleague = await house.person({ roles: ['other_lines'] })
    await colleague.get(path)
    expect(colleague.text()).toContain(`gemeldet von einer Person der Firma am ${shortDate(today)}`)
    expect(colleague.html).not.toContain('Zahlerin')
    await house.look(`update message set delivers_at = now() - interval '1 second'`)
    const sophie = await house.staff()
    await sophie.get(path)
    expect(sophie.text()).toContain(`Die Prämienrechnung ${number} über CHF 1’050.00 haben wir am`)
    expect(sophie.text()).toContain('gemeldet von Zahlerin Test')
    expect((await sophie.get('/de-de/premium-invoices?q=PR-TEST-')).text()).toContain('als bezahlt gemeldet')
    const events = await house.look(`select 1 from event where subject_id = $1 and verb = 'premium_invoice.payment_reported'`, [
      id,
    ])
    expect(events).toHaveLength(1)
    expect(
      await house.look(
        `select 1 from notification where staff_id is not null and about_id in (select m.id from message m join conversation c on c.id = m.conversation_id where c.about_id = $1)`,
        [id],
      ),
    ).not.toEqual([])
  })

  test('the export that says «bezahlt» settles it', async () => {
    const { path, number, id } = await plant()
    const anja = await house.person({ roles: ['other_lines'] })
    await report(anja, path)
    const folder = mkdtempSync(join(tmpdir(), 'paid-'))
    const [{ policy } = { policy: '' }] = await house.look<{ policy: string }>(
      `select p.source_key as policy from premium_invoice i join policy p on p.id = i.policy_id where i.id = $1`,
      [id],
    )
    writeFileSync(
      join(folder, 'Praemienrechnungen.csv'),
      `RechnungsNr;PolicenNr;Art;Total;Status;Bezahlt am\r\n${number};${policy};Folgeprämie;1050.00;bezahlt;${shortDate(today)}`,
    )
    await importFolder(house.database.operator, brokerage, folder, { files: house.services.files })
    await anja.get(path)
    expect(anja.text()).toContain('Inzwischen vom Versicherer bestätigt.')
    expect(anja.text()).toMatch(/Status: offen → bezahlt/)
    expect(anja.html).not.toContain('/payment/withdrawal')
    expect((await anja.get(`${path}/payment`)).status).toBe(403)
  })

  test('is taken back by whoever sees the invoice, and can be said anew', async () => {
    const { path } = await plant()
    const [anja, colleague] = [await house.person({ roles: ['other_lines'] }), await house.person({ roles: ['other_lines'] })]
    await report(anja, path)
    await colleague.get(path)
    await (await colleague.post(`${path}/payment/withdrawal`)).follow()
    expect(colleague.text()).toContain('Zurückgezogen.')
    expect(colleague.text()).toContain('Meldung der Zahlung zurückgezogen')
    expect(colleague.text()).toMatch(/Status offen überfällig laut Export/)
    expect((await report(anja, path)).status).toBe(303)
  })

  test.each([
    ['', 'Geben Sie den Tag der Zahlung ein'],
    ['31.02.2026', 'Geben Sie den Tag der Zahlung ein'],
    [shortDate(later(today, { days: 1 })), 'Dieser Tag liegt in der Zukunft'],
    ['3.11.1926', 'Dieser Tag liegt vor dem Rechnungsdatum'],
  ])('«%s» comes back with a word and stays in the field', async (typed, word) => {
    const { path } = await plant()
    const anja = await house.person({ roles: ['other_lines'] })
    await report(anja, path, typed)
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain(word)
    if (typed) expect(anja.html).toContain(`value="${typed}"`)
  })

  test('several at once say it once', async () => {
    const { id, path } = await plant()
    const people = await Promise.all([1, 2, 3, 4].map(() => house.person({ roles: ['other_lines'] })))
    for (const person of people) await person.get(`${path}/payment`)
    await Promise.all(people.map((person) => person.post(`${path}/payment`, { paid_on: shortDate(today) })))
    expect(people.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await house.look('select 1 from premium_payment_report where premium_invoice_id = $1', [id])).toHaveLength(1)
    expect(await house.look(`select 1 from event where subject_id = $1`, [id])).toHaveLength(1)
  })

  test('is not there for those who do not see the invoice, and not for staff to say', async () => {
    const { id, path } = await plant()
    const anja = await house.person({ roles: ['other_lines'] })
    await anja.get(`${path}/payment`)
    const strangers = [
      await house.person({ roles: ['fleet', 'user_manager'] }),
      await house.person({ roles: ['full_access'], company: 'K-10006' }),
      await house.person({ roles: ['full_access'], brokerage: '7101' }),
    ]
    for (const stranger of strangers) {
      expect((await stranger.get(`${path}/payment`)).status).toBe(404)
      expect((await stranger.get(`${path}/reminders/new`)).status).toBe(404)
    }
    for (const member of [await house.staff(), await house.staff('auditor')]) {
      expect((await member.get(`${path}/payment`)).status).toBe(403)
      await member.get(path)
      expect(member.html).not.toContain(`${path}/payment`)
    }
    expect(await house.look('select 1 from premium_payment_report where premium_invoice_id = $1', [id])).toEqual([])
    // The database refuses too, whatever the code asks of it.
    const write = asBrokerage(house.database.app, brokerage, async (db) => {
      await sql`select set_config('app.actor', ${strangers[0]!.accountId}, true)`.execute(db)
      await sql`select access.work_out()`.execute(db)
      await sql`insert into premium_payment_report (brokerage_id, premium_invoice_id, account_id, paid_on)
        values (${brokerage}, ${id}, ${strangers[0]!.accountId}, ${today})`.execute(db)
    })
    await expect(write).rejects.toThrow('row-level security')
  })
})

describe('a reminder', () => {
  test('starts the fourteen days, is filed on the policy with the invoice named, and warns on both pages', async () => {
    const { id, path, number, policy, policy_id } = await plant()
    const anja = await house.person({ roles: ['other_lines'] })
    const sent = later(today, { days: -4 })
    await upload(anja, path, shortDate(sent), [{ name: 'foto.jpg', bytes: jpeg }])
    expect(anja.location).toBe(`${path}?done=reminder`)
    await anja.follow()
    const [payBy, since] = [later(sent, { days: 14 }), later(sent, { days: 15 })].map(shortDate)
    expect(anja.text()).toContain(`Zahlbar bis ${payBy}, sonst ruht die Deckung`)
    expect(anja.text()).toMatch(new RegExp(`ruht ab ${since} seine Leistungspflicht aus der Police ${policy}`))
    await anja.get(`/de-de/policies/${policy_id}`)
    expect(anja.text()).toContain(`Der Versicherer hat die Prämienrechnung ${number} am ${shortDate(sent)} gemahnt`)
    const [document] = await house.look<{ id: string; category: string; title: string; policy_id: string; audience: string[] }>(
      `select d.id, d.category, d.title, d.policy_id, d.audience from document d where d.premium_invoice_id = $1`,
      [id],
    )
    expect(document).toMatchObject({ category: 'Mahnung', title: `Mahnung zu ${number}`, policy_id, audience: ['other_lines'] })
    await anja.get(`/de-de/documents/${document!.id}`)
    expect(anja.text()).toContain(`Prämienrechnung ${number}`)
    expect((await (await house.person({ roles: ['fleet'] })).get(`/de-de/documents/${document!.id}`)).status).toBe(404)
    // A payment that is reported ends the warning; so does the reminder that is taken back.
    const rolf = await house.person({ roles: ['other_lines'] })
    await report(rolf, path)
    expect((await rolf.get(path)).text()).not.toContain('sonst ruht die Deckung')
  })

  test('of an invoice that is confidential is confidential', async () => {
    const { id, path } = await plant({ confidential: true })
    const chief = await house.person({ roles: ['full_access'] })
    await upload(chief, path, shortDate(today))
    expect(chief.status).toBe(303)
    const [document] = await house.look<{ id: string; audience: string[] }>(
      'select id, audience from document where premium_invoice_id = $1',
      [id],
    )
    expect(document!.audience).toEqual([])
    expect((await (await house.person({ roles: ['other_lines'] })).get(`/de-de/documents/${document!.id}`)).status).toBe(404)
    await house.database.write(brokerage, 'update premium_invoice set confidential = false where id = $1', [id])
    const [opened] = await house.look<{ audience: string[] }>('select audience from document where id = $1', [document!.id])
    expect(opened!.audience).toEqual(['other_lines'])
  })

  test('without a day, with a day to come, without a file or with two is refused, and nothing is kept', async () => {
    const { id, path } = await plant()
    const anja = await house.person({ roles: ['other_lines'] })
    await upload(anja, path, '')
    expect([anja.status, anja.text().includes('Geben Sie den Versandtag der Mahnung ein')]).toEqual([422, true])
    await upload(anja, path, shortDate(later(today, { days: 2 })))
    expect([anja.status, anja.text().includes('Dieser Tag liegt in der Zukunft')]).toEqual([422, true])
    await upload(anja, path, shortDate(today), [])
    expect([anja.status, anja.html.includes(`value="${shortDate(today)}"`)]).toEqual([422, true])
    const two = [1, 2].map((n) => ({ name: `${n}.pdf`, bytes: Buffer.concat([pdf, Buffer.from(`%${n}`)]) }))
    await upload(anja, path, shortDate(today), two)
    expect([anja.status, anja.text().includes('als eine Datei')]).toEqual([422, true])
    expect(await house.look('select 1 from document where premium_invoice_id = $1', [id])).toEqual([])
  })

  test('sent twice is there once, and taken back it no longer counts', async () => {
    const { id, path } = await plant()
    const anja = await house.person({ roles: ['other_lines'] })
    await anja.get(`${path}/reminders/new`)
    const form = anja.html
    for (let n = 0; n < 2; n++) {
      anja.html = form
      await upload(anja, path, shortDate(today))
      expect(anja.status).toBe(303)
    }
    const rows = await house.look<{ id: string }>('select id from premium_reminder where premium_invoice_id = $1', [id])
    expect(rows).toHaveLength(1)
    await anja.get(path)
    await (await anja.post(`${path}/reminders/${rows[0]!.id}/withdrawal`)).follow()
    expect(anja.text()).toContain('Mahnung zurückgezogen')
    expect(anja.text()).not.toContain('sonst ruht die Deckung')
  })

  test('the broker adds one too, and takes back its own; an auditor and the customer do not', async () => {
    const { id, path } = await plant()
    const [staff, auditor, anja] = [
      await house.staff('account_manager'),
      await house.staff('auditor'),
      await house.person({ roles: ['other_lines'] }),
    ]
    expect((await auditor.get(`${path}/reminders/new`)).status).toBe(403)
    await staff.get(path)
    expect(staff.html).toContain(`href="${path}/reminders/new"`)
    await staff.get(`${path}/reminders/new`)
    const sent = later(today, { days: -4 })
    await send(staff, `${path}/reminders/new`, { dispatched_on: shortDate(sent) }, [{ name: 'mahnung.pdf', bytes: pdf }])
    expect(staff.location).toBe(`${path}?done=filed`)
    await anja.get(path)
    expect(anja.text()).toContain(`Zahlbar bis ${shortDate(later(sent, { days: 14 }))}, sonst ruht die Deckung`)
    const [row] = await house.look<{ id: string; account_id: string | null; staff_id: string }>(
      'select id, account_id, staff_id from premium_reminder where premium_invoice_id = $1',
      [id],
    )
    expect([row!.account_id, row!.staff_id]).toEqual([null, staff.staffId])
    const withdrawal = `${path}/reminders/${row!.id}/withdrawal`
    expect(anja.html).not.toContain(withdrawal)
    await auditor.get(path)
    expect(auditor.html).not.toContain(withdrawal)
    // The database refuses too, whatever the code asks of it.
    const touched = await asBrokerage(house.database.app, brokerage, async (db) => {
      await sql`select set_config('app.actor', ${anja.accountId}, true)`.execute(db)
      await sql`select access.work_out()`.execute(db)
      const { numAffectedRows } = await sql`update premium_reminder set withdrawn_at = now(), withdrawn_by = ${anja.accountId}
        where id = ${row!.id}`.execute(db)
      return Number(numAffectedRows)
    })
    expect(touched).toBe(0)
    await staff.get(path)
    await (await staff.post(withdrawal)).follow()
    expect(staff.text()).toContain('Mahnung zurückgezogen')
    await anja.get(path)
    expect(anja.text()).not.toContain('sonst ruht die Deckung')
  })

  test('nobody hangs a document on an invoice out of sight', async () => {
    const { id } = await plant({ confidential: true })
    const clerk = await house.person({ roles: ['other_lines', 'file_manager'] })
    const write = asBrokerage(house.database.app, brokerage, async (db) => {
      await sql`select set_config('app.actor', ${clerk.accountId}, true)`.execute(db)
      await sql`select access.work_out()`.execute(db)
      await sql`insert into document (brokerage_id, id, company_id, premium_invoice_id, title, category, file_name, media_type, byte_size, sha256, author_account_id)
        values (${brokerage}, ${newId()}, ${clerk.companyId}, ${id}, 'x', 'Mahnung', 'x.pdf', 'application/pdf', 1, sha256('x'), ${clerk.accountId})`.execute(
        db,
      )
    })
    await expect(write).rejects.toThrow('row-level security')
  })
})

describe('cover at risk', () => {
  const base = {
    state: 'reminded',
    reminded_on: '2026-11-02',
    reported_paid_on: null,
    line_code: 'SACH',
    line: 'Sachversicherung',
  }

  test('the day of dispatch does not count: fourteen days later is the last one to pay, and cover rests from the next', () => {
    expect(suspensionOf(base, '2026-11-16')).toMatchObject({ phase: 'running', payBy: '2026-11-16', since: '2026-11-17' })
    expect(suspensionOf(base, '2026-11-17')).toMatchObject({ phase: 'suspended', since: '2026-11-17', lapses: '2027-01-16' })
  })

  test('a payment ends it, occupational pension and compulsory accident insurance know none, and the insurer’s word goes first', () => {
    expect(suspensionOf({ ...base, state: 'paid' }, '2026-12-01')).toBeNull()
    expect(suspensionOf({ ...base, reported_paid_on: '2026-11-30' }, '2026-12-01')).toBeNull()
    expect(suspensionOf({ ...base, line_code: 'BVG' }, '2026-12-01')).toBeNull()
    expect(suspensionOf({ ...base, line_code: 'UVG' }, '2026-12-01')).toBeNull()
    expect(suspensionOf({ ...base, line_code: 'UVGZ', line: 'UVG-Zusatz' }, '2026-12-01')?.phase).toBe('suspended')
    expect(suspensionOf({ ...base, state: 'cover_suspended', line_code: 'UVG' }, '2026-12-01')).toEqual({ phase: 'stated' })
    expect(suspensionOf({ ...base, reminded_on: null }, '2026-12-01')).toEqual({ phase: 'undated' })
    expect(suspensionOf({ ...base, state: 'open', reminded_on: null }, '2026-12-01')).toBeNull()
    expect(suspensionOf({ ...base, state: 'unknown' }, '2026-12-01')?.phase).toBe('suspended')
  })

  test('each person is warned of the policies that exist for them, worst first', async () => {
    await house.database.write(
      brokerage,
      `update premium_invoice set state = 'paid' where brokerage_id = $1 and state <> 'paid'`,
      [brokerage],
    )
    const rests = await plant({ line: 'MF', state: 'cover_suspended' })
    const undated = await plant({ line: 'MF', state: 'reminded' })
    const secret = await plant({ line: 'MF', state: 'reminded', confidential: true })
    const other = await plant({ line: 'SACH', state: 'reminded' })
    const foreign = await plant({ line: 'MF', state: 'cover_suspended', company: 'K-10006' })
    const fleet = await house.person({ roles: ['fleet'] })
    expect(await risksOf(fleet.accountId)).toEqual([
      [rests.number, 'stated'],
      [undated.number, 'undated'],
    ])
    const manager = await house.person({ roles: ['user_manager', 'group_manager'] })
    expect(await risksOf(manager.accountId)).toEqual([])
    const all = (await risksOf((await house.person({ roles: ['full_access'] })).accountId)).map(([number]) => number)
    expect(all).toEqual(expect.arrayContaining([rests.number, undated.number, secret.number, other.number]))
    expect(all).not.toContain(foreign.number)
    expect((await risksOf((await house.staff('auditor')).staffId)).map(([number]) => number)).toContain(foreign.number)
  })
})

test('the fourteen days are a deadline with their rule, in the list and for Home, for those who see the invoice', async () => {
  const { path, number } = await plant()
  const anja = await house.person({ roles: ['other_lines'] })
  const sent = later(today, { days: -3 })
  await upload(anja, path, shortDate(sent))
  await anja.get('/de-de/deadlines')
  expect(anja.text()).toContain(
    `Mahnung vom ${shortDate(sent)}: 14 Tage ab Versand, danach ruht die Deckung (VVG Art. 20). Prämienrechnung ${number}`,
  )
  expect(anja.html).toContain(shortDate(later(sent, { days: 14 })))
  const stranger = await house.person({ roles: ['fleet'] })
  expect((await stranger.get('/de-de/deadlines')).text()).not.toContain(number)
})
