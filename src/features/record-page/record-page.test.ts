import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

let house: House
let policy: { id: string; number: string }
beforeAll(async () => {
  house = await startHouse()
  policy = await onePolicy('K-10001', 'SACH')
})
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>

async function onePolicy(company: string, line: string) {
  const rows = await house.look<{ id: string; number: string }>(
    `select p.id, p.number from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     where p.brokerage_id = $1 and c.source_key = $2 and p.line_code = $3 and not p.confidential order by p.number limit 1`,
    [await house.brokerageId(), company, line],
  )
  return rows[0]!
}

/** What the database answers to a person, as the web process would ask. */
async function asPerson<T>(id: string, work: (db: Db) => Promise<T>, brokerage = '6323'): Promise<T> {
  return asBrokerage(house.database.app, await house.brokerageId(brokerage), async (db) => {
    await sql`select set_config('app.actor', ${id}, true)`.execute(db)
    await sql`select access.work_out()`.execute(db)
    return work(db)
  })
}

/** The card with this id, up to the next one. */
const card = (person: { html: string }, id: string) =>
  (person.html.split(`aria-labelledby="${id}-title"`)[1] ?? '').split(/<section class="card|<\/main>/)[0]!

describe('the one rule as a function', () => {
  const tables = [
    'policy',
    'premium_invoice',
    'insured_object',
    'claim',
    'invoice',
    'document',
    'service_request',
    'conversation',
  ]

  test('opens exactly what the row rules open, for every kind of person', async () => {
    const people = [
      (await house.person()).accountId,
      (await house.person({ roles: ['user_manager'] })).accountId,
      (await house.person({ roles: ['fleet', 'group_manager'] })).accountId,
      (await house.person({ roles: ['other_lines', 'personal_lines'] })).accountId,
      (await house.person({ roles: ['full_access'], company: 'K-10006' })).accountId,
      (await house.staff('auditor')).staffId,
      (await house.staff()).staffId,
    ]
    const here = await house.brokerageId()
    const author = await house.person({ roles: ['fleet'] })
    // One that is not published, and one that only its author still sees.
    await house.database.write(here, `update policy set published_at = null where id = $1`, [
      (await onePolicy('K-10001', 'MF')).id,
    ])
    await house.database.write(
      here,
      `update claim set author_account_id = $1 where id = (select id from claim where audience = '{}' limit 1)`,
      [author.accountId],
    )
    for (const person of [...people, author.accountId]) {
      for (const table of tables) {
        const byRows = await asPerson(
          person,
          async (db) => (await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(db)).rows,
        )
        const byFunction = await asPerson(person, async (db) => {
          const all = await house.look<{ id: string; c: string; a: string[]; w: string | null; p: Date | null }>(
            `select id, company_id as c, audience as a, author_account_id as w, published_at as p from ${table} where brokerage_id = $1 order by id`,
            [here],
          )
          const { rows } = await sql<{ id: string }>`select x.id from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
            as x(id uuid, c uuid, a text[], w uuid, p timestamptz) where access.opens(x.c, x.a, x.w, x.p) order by x.id`.execute(
            db,
          )
          return rows
        })
        expect([table, byFunction]).toEqual([table, byRows])
      }
    }
  })
})

describe('who sees a record', () => {
  test('a User Manager who sees the policy reads the roles and the persons with the role that opens it', async () => {
    const manager = await house.person({ roles: ['user_manager', 'other_lines'], name: 'Verwalterin' })
    await house.person({ roles: ['other_lines'], name: 'Sachbearbeiter' })
    await house.person({ roles: ['fleet'], name: 'Flottenchef' })
    await house.person({ roles: ['full_access'], name: 'Vollzugriff', company: 'K-10002' })
    await manager.get(`/de-de/policies/${policy.id}`)
    const text = card(manager, 'who-sees')
    expect(text).toContain('Übrige Branchen')
    expect(text).toMatch(/Sachbearbeiter Test<\/a><div class="small muted">Übrige Branchen</)
    expect(text).toContain('Verwalterin')
    expect(text).toMatch(/Mustermann Rolf<\/a><div class="small muted">Kompletter Zugriff</)
    expect(text).not.toContain('Flottenchef')
    expect(text).not.toContain('Vollzugriff')
  })

  test('whoever does not look after contacts finds no such card, and the database names nobody either', async () => {
    const clerk = await house.person({ roles: ['other_lines', 'file_manager'] })
    await clerk.get(`/de-de/policies/${policy.id}`)
    expect(clerk.status).toBe(200)
    expect(clerk.html).not.toContain('id="who-sees"')
    const seers = await asPerson(
      clerk.accountId,
      async (db) => (await sql`select * from access.who_sees_record('policy', ${policy.id})`.execute(db)).rows,
    )
    expect(seers).toEqual([])
  })

  test('of the people at a company above one learns that they are there, not who they are', async () => {
    const below = await onePolicy('K-10002', 'SACH')
    const manager = await house.person({ company: 'K-10002', roles: ['user_manager', 'other_lines'] })
    await manager.get(`/de-de/policies/${below.id}`)
    const text = card(manager, 'who-sees')
    expect(text).toMatch(/\d Person(en)? (einer )?übergeordnete/)
    expect(text).not.toContain('Mustermann')
    const staff = await house.staff('auditor')
    await staff.get(`/de-de/policies/${below.id}`)
    expect(card(staff, 'who-sees')).toMatch(
      /Mustermann Rolf<\/a><div class="small muted">Kompletter Zugriff · Konzernmanager, Muster Holding AG</,
    )
  })

  test('a record that is not there for the reader has no seers, also for a User Manager of its own company', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    const rows = await asPerson(
      manager.accountId,
      async (db) => (await sql`select * from access.who_sees_record('policy', ${policy.id})`.execute(db)).rows,
    )
    expect(rows).toEqual([])
    expect((await manager.get(`/de-de/policies/${policy.id}`)).status).toBe(404)
  })

  test('what is confidential is for Kompletter Zugriff alone, and the card says so', async () => {
    const [secret] = await house.look<{ id: string }>(
      `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
       where p.brokerage_id = $1 and c.source_key = 'K-10001' and p.confidential limit 1`,
      [await house.brokerageId()],
    )
    const chief = await house.person({ roles: ['full_access', 'user_manager'], name: 'Chefin' })
    await chief.get(`/de-de/policies/${secret!.id}`)
    expect(card(chief, 'who-sees')).toContain('Vertraulich: nur mit Kompletter Zugriff')
    expect(card(chief, 'who-sees')).toContain('Chefin')
    expect(card(chief, 'who-sees')).not.toContain('Sachbearbeiter')
  })
})

describe('the past of a record', () => {
  const change = async (column: string, value: string) =>
    house.database.write(await house.brokerageId(), `update policy set ${column} = $1, data_as_of = '2026-11-20' where id = $2`, [
      value,
      policy.id,
    ])

  test('what an import changed stands there with both values and the day of the source', async () => {
    await change('premium_gross', '1234.50')
    await change('premium_gross', '2345.60')
    const clerk = await house.person({ roles: ['other_lines'] })
    await clerk.get(`/fr-fr/policies/${policy.id}`)
    expect(card(clerk, 'history')).toContain('Prime annuelle\u202f: 1’234.50 → 2’345.60')
    expect(card(clerk, 'history')).toContain('état au 20.11.2026')
  })

  test('an audience that changes is no event, and nobody else reads changes of what is not theirs', async () => {
    const before = await house.look(`select id from record_change where record_id = $1`, [policy.id])
    await house.database.write(await house.brokerageId(), `update policy set shared_with = shared_with where id = $1`, [
      policy.id,
    ])
    expect(await house.look(`select id from record_change where record_id = $1`, [policy.id])).toEqual(before)
    for (const stranger of [
      await house.person({ roles: ['fleet'] }),
      await house.person({ roles: ['full_access'], company: 'K-10006' }),
      await house.person({ roles: ['full_access'], brokerage: '7101' }),
    ]) {
      const brokerage = stranger.host.slice(0, 4)
      const seen = async (db: Db) => [
        ...(await sql`select * from record_change where record_id = ${policy.id}`.execute(db)).rows,
        ...(await sql`select * from access.history('policy', ${policy.id})`.execute(db)).rows,
        ...(await sql`select * from access.opened_record('policy', ${policy.id})`.execute(db)).rows,
      ]
      expect(await asPerson(stranger.accountId, seen, brokerage)).toEqual([])
    }
  })

  test('others are named only to those who may know them', async () => {
    const one = await onePolicy('K-10001', 'BHP')
    const writer = await house.person({ roles: ['other_lines'], name: 'Schreiberling' })
    await writer.get(`/de-de/requests/new?category=termination&about=policy:${one.id}`)
    await writer.post('/de-de/requests/new', { subject: 'Kündigung BHP?', body: 'Lohnt sich das?' })
    expect(writer.status).toBe(303)
    const colleague = await house.person({ roles: ['other_lines'] })
    const manager = await house.person({ roles: ['other_lines', 'user_manager'] })
    const staff = await house.staff('auditor')
    const line = (person: { html: string }) =>
      /Anfrage eröffnet[\s\S]*?<div class="muted small">([^<]*)</.exec(card(person, 'history'))?.[1]
    for (const person of [writer, colleague, manager, staff]) await person.get(`/de-de/policies/${one.id}`)
    expect([line(writer), line(colleague), line(manager), line(staff)]).toEqual([
      'Sie',
      'Eine Person der Firma',
      'Schreiberling Test',
      'Schreiberling Test',
    ])
  })

  test('a document that is filed more narrowly than its policy is not told of', async () => {
    const one = await onePolicy('K-10001', 'RS')
    await house.database.write(
      await house.brokerageId(),
      `insert into document (brokerage_id, id, company_id, policy_id, title, category, file_name, media_type, byte_size, sha256, confidential, published_at)
       select brokerage_id, $2, company_id, id, 'GEHEIM-DOKUMENT', 'Police', 'x.pdf', 'application/pdf', 1, sha256('x'), true, now() from policy where id = $1`,
      [one.id, newId()],
    )
    const clerk = await house.person({ roles: ['other_lines'] })
    const chief = await house.person({ roles: ['full_access'] })
    expect((await clerk.get(`/de-de/policies/${one.id}`)).html).not.toContain('GEHEIM-DOKUMENT')
    await chief.get(`/de-de/policies/${one.id}`)
    expect(card(chief, 'history')).toContain('GEHEIM-DOKUMENT')
    expect(card(chief, 'documents')).toContain('GEHEIM-DOKUMENT')
  })
})

describe('what is said about a record', () => {
  const say = async (person: Person | Awaited<ReturnType<House['staff']>>, id: string, body: string) => {
    await person.get(`/de-de/policies/${id}`)
    return person.post(`/de-de/policies/${id}/messages`, { body })
  }
  // Held for 30 seconds; nobody wants to wait for that.
  const deliver = async () => {
    await house.look(`update message set delivers_at = now() - interval '1 second'`)
    await house.look(`update notification set visible_from = now() - interval '1 second'`)
  }

  test('a message begins a conversation in place, the answer of the broker goes on with it, and reading is having read', async () => {
    const anja = await house.person({ roles: ['other_lines'], name: 'Rieder' })
    expect((await say(anja, policy.id, 'ERSTE-FRAGE')).location).toBe(`/de-de/policies/${policy.id}?done=sent#conversation`)
    await anja.follow()
    expect(card(anja, 'conversation')).toContain('ERSTE-FRAGE')
    expect(anja.text()).toContain('Sie können die Nachricht noch 30 Sekunden lang zurücknehmen')
    const sophie = await house.staff()
    expect((await sophie.get(`/de-de/policies/${policy.id}`)).html).not.toContain('ERSTE-FRAGE')
    await deliver()
    await say(sophie, policy.id, 'ERSTE-ANTWORT')
    await deliver()
    await anja.get(`/de-de/policies/${policy.id}`)
    expect(card(anja, 'conversation')).toContain(`Police ${policy.number}`)
    expect(card(anja, 'conversation')).toMatch(/Ungelesen[\s\S]*ERSTE-FRAGE[\s\S]*ERSTE-ANTWORT/)
    await anja.get(`/de-de/policies/${policy.id}`)
    expect(card(anja, 'conversation')).not.toContain('Ungelesen')
    const rows = await house.look(`select distinct conversation_id from message where body in ('ERSTE-FRAGE', 'ERSTE-ANTWORT')`)
    expect(rows).toHaveLength(1)
  })

  test('sent twice it is said once, also at the same moment', async () => {
    const rolf = await house.person({ roles: ['other_lines'] })
    const one = await onePolicy('K-10001', 'CYB')
    await rolf.get(`/de-de/policies/${one.id}`)
    const fields: Record<string, string> = { ...rolf.hiddenFields(`/de-de/policies/${one.id}/messages`), body: 'NUR-EINMAL' }
    await Promise.all(
      [1, 2, 3].map(() =>
        rolf.app.inject({
          method: 'POST',
          url: `/de-de/policies/${one.id}/messages`,
          payload: new URLSearchParams(fields).toString(),
          headers: {
            host: rolf.host,
            cookie: [...rolf.cookies].map(([k, v]) => `${k}=${v}`).join('; '),
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
          },
        }),
      ),
    )
    expect(await house.look(`select id from message where body = 'NUR-EINMAL'`)).toHaveLength(1)
  })

  test('an empty message comes back with a word, and what was typed stays', async () => {
    const anja = await house.person({ roles: ['other_lines'] })
    expect((await say(anja, policy.id, '  ')).status).toBe(422)
    expect(anja.text()).toContain('Schreiben Sie eine Nachricht')
    await say(anja, policy.id, `LANGER-TEXT ${'x'.repeat(8000)}`)
    expect([anja.status, anja.html.includes('LANGER-TEXT')]).toEqual([422, true])
  })

  test('nobody writes on what they do not see, an auditor not at all, and nobody carries a thread over to another record', async () => {
    const other = await house.person({ roles: ['full_access'], company: 'K-10006' })
    const own = await onePolicy('K-10006', 'MF')
    await other.get(`/de-de/policies/${own.id}`)
    const fields = other.hiddenFields(`/de-de/policies/${own.id}/messages`)
    const auditor = await house.staff('auditor')
    await auditor.get(`/de-de/policies/${policy.id}`)
    expect(auditor.html).not.toContain(`/policies/${policy.id}/messages`)
    const anja = await house.person({ roles: ['other_lines'] })
    const [thread] = await house.look<{ id: string }>(`select id from conversation where about_id = $1 limit 1`, [policy.id])
    const bhp = await onePolicy('K-10001', 'BHP')
    await anja.get(`/de-de/policies/${bhp.id}`)
    await anja.post(`/de-de/policies/${bhp.id}/messages`, { body: 'FALSCHER-FADEN', conversation: thread!.id })
    expect(anja.status).toBe(404)
    await other.send('POST', `/de-de/policies/${policy.id}/messages`, { ...fields, body: 'FREMD' })
    expect([403, 404]).toContain(other.status)
    expect(await house.look(`select id from message where body in ('FREMD', 'FALSCHER-FADEN')`)).toEqual([])
  })

  test('a colleague without the role, another company and another brokerage read nothing of it', async () => {
    const anja = await house.person({ roles: ['other_lines'] })
    await say(anja, policy.id, 'NUR-FUER-UNS')
    await deliver()
    for (const stranger of [
      await house.person({ roles: ['fleet', 'user_manager'] }),
      await house.person({ roles: ['full_access'], company: 'K-10006' }),
      await house.person({ roles: ['full_access'], brokerage: '7101' }),
    ]) {
      await stranger.get(`/de-de/policies/${policy.id}`)
      expect([stranger.status, stranger.html.includes('NUR-FUER-UNS')]).toEqual([404, false])
    }
  })
})
