import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { isPublicHoliday } from '../../platform/working-days.ts'

let house: House
let sophie: Visitor & { staffId: string }
let marc: Visitor & { staffId: string }
let bettina: Visitor & { staffId: string }
beforeAll(async () => {
  house = await startHouse()
  sophie = await house.staff('administrator')
  marc = await house.staff('account_manager')
  bettina = await house.staff('auditor')
})
afterAll(() => house.close())

/** What was held back for 30 seconds is delivered. */
const deliver = async () =>
  house.database.write(
    await house.brokerageId(),
    'update message set delivers_at = now(), taken_back_at = taken_back_at where delivers_at > now()',
  )

/** A customer writes to the broker; answers the conversation, which is the item of the inbox too. */
async function writes(who: Visitor, subject: string, body = 'Guten Tag'): Promise<string> {
  await who.get('/de-de/messages/new')
  await who.post('/de-de/messages/new', { subject, body })
  expect(who.status).toBe(303)
  return /\/messages\/([0-9a-f-]{36})/.exec(who.location!)![1]!
}

async function goesOn(who: Visitor, id: string, body: string) {
  await who.get(`/de-de/messages/${id}`)
  await who.post(`/de-de/messages/${id}/messages`, { body })
  expect(who.status).toBe(303)
}

/** Which of these subjects stand in an overview. */
async function listed(who: Visitor, overview: string, ...subjects: string[]) {
  await who.get(`/de-de/inbox?v=${overview}`)
  expect(who.status).toBe(200)
  const list = /<ul class="plain-list inbox-rows">([\s\S]*?)<\/ul>/.exec(who.html)?.[1] ?? ''
  return subjects.filter((subject) => list.includes(subject))
}

const counted = (who: Visitor, overview: string) =>
  Number(new RegExp(`v=${overview}"[^>]*>(?:(?!</a>).)*<span class="count">([\\d’]+)</span>`, 's').exec(who.html)?.[1] ?? 'NaN')

const answer = async (who: Visitor, id: string, fields: Record<string, string>) => {
  if (!who.hiddenFields(`/de-de/inbox/${id}/messages`)._token) await who.get(`/de-de/inbox/${id}`)
  return who.post(`/de-de/inbox/${id}/messages`, fields)
}

const act = async (who: Visitor, id: string, path: string, fields: Record<string, string> = {}) => {
  await who.get(`/de-de/inbox/${id}`)
  return who.post(`/de-de/inbox/${id}/${path}`, fields)
}

describe('what comes in', () => {
  test('a message is in nobody’s inbox while it can be taken back, then in the team’s and among what nobody has', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Frage zur Adresse')
    expect(await listed(sophie, 'team', 'Frage zur Adresse')).toEqual([])
    expect((await sophie.get(`/de-de/inbox/${id}`)).status).toBe(404)
    const before = counted(sophie, 'unassigned')
    await deliver()
    expect(await listed(sophie, 'unassigned', 'Frage zur Adresse')).toEqual(['Frage zur Adresse'])
    if (!Number.isNaN(before)) expect(counted(sophie, 'unassigned')).toBe(before + 1)
    await sophie.get(`/de-de/inbox/${id}`)
    expect(sophie.text()).toContain('Guten Tag')
    expect(sophie.text()).toContain('Muster Holding AG')
  })

  test('customers and visitors have no inbox, and the other brokerage not this one', async () => {
    const anja = await house.person({ roles: ['full_access', 'user_manager'] })
    const id = await writes(anja, 'Nur für den Broker')
    await deliver()
    expect((await anja.get('/de-de/inbox')).status).toBe(404)
    expect((await anja.get(`/de-de/inbox/${id}`)).status).toBe(404)
    expect((await house.visitor().get('/de-de/inbox')).status).toBe(303)
    const other = await house.staff('administrator', '7101')
    expect((await other.get(`/de-de/inbox/${id}`)).status).toBe(404)
    expect(await listed(other, 'team', 'Nur für den Broker')).toEqual([])
  })

  test('a request stands under requests with its number, and a reported claim and a role request under theirs', async () => {
    const anja = await house.person({ roles: ['user_manager', 'other_lines'] })
    await anja.get('/de-de/requests/new?category=offer')
    await anja.post('/de-de/requests/new', { category: 'offer', body: 'Cyber für 40', subject: 'Cyberdeckung' })
    expect(await listed(sophie, 'requests', 'Cyberdeckung')).toEqual(['Cyberdeckung'])
    expect(await listed(sophie, 'messages', 'Cyberdeckung')).toEqual([])
    await house.database.write(
      await house.brokerageId(),
      `insert into claim (brokerage_id, company_id, occurred_on, kind, author_account_id, number, cause) values ($1, $2, '2026-11-20', 'property', $3, 'S-TEST-1', 'Wasser')`,
      [await house.brokerageId(), anja.companyId, anja.accountId],
    )
    await house.database.write(
      await house.brokerageId(),
      `insert into role_request (brokerage_id, account_id, company_id, role, requested_by_account, requested_by) values ($1, $2, $3, 'fleet', $2, 'Anja')`,
      [await house.brokerageId(), anja.accountId, anja.companyId],
    )
    await sophie.get('/de-de/inbox?v=claims')
    expect(sophie.text()).toMatch(/Schadenfall S-/)
    await sophie.get('/de-de/inbox?v=approvals')
    expect(sophie.text()).toContain('Portalrolle «Flottenmanager»')
    const [item] = await house.look<{ id: string }>(`select id from inbox_item where kind = 'role_request' and account_id = $1`, [
      anja.accountId,
    ])
    await sophie.get(`/de-de/inbox/${item!.id}`)
    await sophie.post(`/de-de/role-requests/${item!.id}/approval`)
    expect(sophie.status).toBe(303)
    await sophie.get('/de-de/inbox?v=approvals')
    expect(sophie.html).not.toContain(item!.id)
  })

  test('a mail that could not be delivered is in the inbox until somebody closes it', async () => {
    const anja = await house.person()
    const [mail] = await house.look<{ id: string }>(
      `insert into mail (brokerage_id, event, recipient, language, company_id, account_id) values ($1, 'invitation', 'weg@test.example', 'de', $2, $3) returning id`,
      [await house.brokerageId(), anja.companyId, anja.accountId],
    )
    await house.database.write(
      await house.brokerageId(),
      `update mail set state = 'failed', error = '550 no such user' where id = $1`,
      [mail!.id],
    )
    expect(await listed(sophie, 'mails', 'weg@test.example')).toEqual(['weg@test.example'])
    await sophie.get('/de-de/')
    expect(sophie.html).toContain('href="/de-de/inbox?v=mails"')
    await act(sophie, mail!.id, 'completion')
    expect(sophie.status).toBe(303)
    expect(await listed(sophie, 'mails', 'weg@test.example')).toEqual([])
    expect(await listed(sophie, 'done', 'weg@test.example')).toEqual(['weg@test.example'])
  })
})

describe('working on it', () => {
  test('an answer reaches the customer, and the answered thing is late for nobody any more', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Rechnung doppelt')
    await deliver()
    await house.look(`update inbox_item set due_at = now() - interval '2 hours' where id = $1`, [id])
    expect(await listed(sophie, 'late', 'Rechnung doppelt')).toEqual(['Rechnung doppelt'])
    expect(sophie.text()).toContain('seit 2 Std. überfällig')
    await answer(sophie, id, { body: 'Das klären wir.' })
    expect(sophie.status).toBe(303)
    await deliver()
    expect(await listed(sophie, 'late', 'Rechnung doppelt')).toEqual([])
    await anja.get(`/de-de/messages/${id}`)
    expect(anja.text()).toContain('Das klären wir.')
  })

  test('whoever did not see the first answer is told of it and keeps the text; nothing is sent', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Zwei antworten')
    await deliver()
    await sophie.get(`/de-de/inbox/${id}`)
    await marc.get(`/de-de/inbox/${id}`)
    await answer(sophie, id, { body: 'Antwort von Sophie' })
    expect(sophie.status).toBe(303)
    await answer(marc, id, { body: 'Antwort von Marc' })
    expect(marc.status).toBe(409)
    expect(marc.text()).toContain('Sophie Dubois hat geantwortet')
    expect(marc.html).toContain('Antwort von Marc</textarea>')
    // Held answers of others are not shown, but counted.
    expect(marc.html).not.toContain('Antwort von Sophie')
    await answer(marc, id, { body: 'Noch etwas von Marc' })
    expect(marc.status).toBe(303)
    await deliver()
    await anja.get(`/de-de/messages/${id}`)
    expect(anja.text()).toContain('Noch etwas von Marc')
    expect(anja.text()).not.toContain('Antwort von Marc')
  })

  test('two answers at the very same moment: one is sent', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Im selben Moment')
    await deliver()
    await sophie.get(`/de-de/inbox/${id}`)
    await marc.get(`/de-de/inbox/${id}`)
    await Promise.all([answer(sophie, id, { body: 'A' }), answer(marc, id, { body: 'B' })])
    expect([sophie.status, marc.status].sort()).toEqual([303, 409])
    const said = await house.look('select from message where conversation_id = $1 and author_staff_id is not null', [id])
    expect(said).toHaveLength(1)
  })

  test('of two who take the same thing at once exactly one gets it', async () => {
    const anja = await house.person({ roles: ['fleet'] })
    const talk = await writes(anja, 'Wer nimmt das?')
    await anja.get('/de-de/requests/new?category=offer')
    await anja.post('/de-de/requests/new', { category: 'offer', body: 'x', subject: 'Wer nimmt die Anfrage?' })
    const request = /\/requests\/([0-9a-f-]{36})/.exec(anja.location!)![1]!
    await deliver()
    for (const id of [talk, request]) {
      await Promise.all([sophie.get(`/de-de/inbox/${id}`), marc.get(`/de-de/inbox/${id}`)])
      await Promise.all([
        sophie.post(`/de-de/inbox/${id}/assignment`, { to: sophie.staffId }),
        marc.post(`/de-de/inbox/${id}/assignment`, { to: marc.staffId }),
      ])
      expect([sophie.status, marc.status].sort()).toEqual([303, 409])
      const winner = sophie.status === 303 ? sophie : marc
      const [item] = await house.look<{ assigned_staff_id: string }>('select assigned_staff_id from inbox_item where id = $1', [
        id,
      ])
      expect(item!.assigned_staff_id).toBe(winner.staffId)
    }
    // Who works on a request the customer sees.
    const [row] = await house.look<{ handler_staff_id: string }>('select handler_staff_id from service_request where id = $1', [
      request,
    ])
    expect([sophie.staffId, marc.staffId]).toContain(row!.handler_staff_id)
  })

  test('what is put aside is away until its hour, and back when the customer writes', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Später dran')
    await deliver()
    await act(sophie, id, 'snooze', { until: 'other', day: 'gestern', time: '' })
    expect(sophie.status).toBe(422)
    expect(sophie.text()).toContain('Wählen Sie einen Zeitpunkt, der noch kommt')
    await act(sophie, id, 'snooze', { until: 'tomorrow' })
    expect(sophie.status).toBe(303)
    expect(await listed(sophie, 'team', 'Später dran')).toEqual([])
    expect(await listed(sophie, 'snoozed', 'Später dran')).toEqual(['Später dran'])
    await goesOn(anja, id, 'Es eilt doch.')
    expect(await listed(sophie, 'team', 'Später dran')).toEqual([])
    await deliver()
    expect(await listed(sophie, 'team', 'Später dran')).toEqual(['Später dran'])
  })

  test('what is done is open again when the customer writes, and a done request too', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Erledigt und wieder offen')
    await deliver()
    await act(sophie, id, 'completion')
    expect(await listed(sophie, 'team', 'Erledigt und wieder offen')).toEqual([])
    expect(await listed(sophie, 'done', 'Erledigt und wieder offen')).toHaveLength(1)
    await goesOn(anja, id, 'Und noch etwas')
    await deliver()
    expect(await listed(sophie, 'team', 'Erledigt und wieder offen')).toHaveLength(1)

    await anja.get('/de-de/requests/new?category=offer')
    await anja.post('/de-de/requests/new', { category: 'offer', body: 'x', subject: 'Anfrage erledigt' })
    const request = /\/requests\/([0-9a-f-]{36})/.exec(anja.location!)![1]!
    await act(sophie, request, 'completion')
    await anja.get(`/de-de/requests/${request}`)
    expect(anja.text()).toContain('Erledigt')
    await anja.post(`/de-de/requests/${request}/reopening`, { missing: 'Da fehlt etwas.' })
    expect(await listed(sophie, 'team', 'Anfrage erledigt')).toHaveLength(1)
  })

  test('several are given to a colleague at once; what somebody else took meanwhile stays', async () => {
    const anja = await house.person()
    const ids = [await writes(anja, 'Stapel A'), await writes(anja, 'Stapel B')]
    await deliver()
    await sophie.get('/de-de/inbox?v=team')
    const rows = ids.map((id) => `${id}:`)
    await act(marc, ids[1]!, 'assignment', { to: marc.staffId })
    await sophie.post('/de-de/inbox/assignment', {
      row: rows,
      to: sophie.staffId,
      _token: buttonToken(sophie, '/de-de/inbox/assignment'),
    })
    expect(sophie.status).toBe(200)
    expect(sophie.text()).toContain('1 Eintrag geändert.')
    expect(sophie.text()).toContain('1 Eintrag hat inzwischen jemand anderes übernommen')
    const taken = await house.look<{ id: string; assigned_staff_id: string }>(
      'select id, assigned_staff_id from inbox_item where id = any ($1) order by id',
      [ids],
    )
    expect(taken.map((row) => row.assigned_staff_id)).toEqual([sophie.staffId, marc.staffId])
    expect(await listed(marc, 'mine', 'Stapel A', 'Stapel B')).toEqual(['Stapel B'])
  })

  test('an auditor reads, and changes nothing', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Nur lesen')
    await deliver()
    await bettina.get(`/de-de/inbox/${id}`)
    expect(bettina.status).toBe(200)
    expect(bettina.html).not.toContain(`/inbox/${id}/notes`)
    for (const path of ['assignment', 'completion', 'snooze', 'notes', 'writing']) {
      await sophie.get(`/de-de/inbox/${id}`)
      await bettina.post(`/de-de/inbox/${id}/${path}`, { to: '', seen: '', until: 'week', note: 'x' })
      expect([path, bettina.status]).toEqual([path, 403])
    }
  })
})

describe('internal notes', () => {
  test('are read by the broker’s people, and by no customer in any way: page, download, protocol, search, mail', async () => {
    const anja = await house.person({ roles: ['full_access', 'user_manager', 'group_manager'] })
    const id = await writes(anja, 'Mit Notiz')
    await deliver()
    await act(sophie, id, 'notes', { note: 'KANARI-INTERN: zahlt schlecht' })
    expect(sophie.status).toBe(303)
    await marc.get(`/de-de/inbox/${id}`)
    expect(marc.text()).toContain('KANARI-INTERN: zahlt schlecht')
    await answer(sophie, id, { body: 'Antwort' })
    await deliver()
    for (const path of [
      `/messages/${id}`,
      '/messages',
      '/messages/export.csv',
      '/search?q=KANARI',
      '/search?q=schlecht',
      '/notifications',
      '/profile/data',
      '/profile/data/my-data.zip',
      '/',
    ]) {
      await anja.get(`/de-de${path}`)
      expect([path, anja.html.includes('KANARI-INTERN')]).toEqual([path, false])
    }
    await sophie.get('/de-de/search?q=schlecht')
    expect(sophie.text()).not.toContain('zahlt schlecht')
    await house.mailNews(new Date(Date.now() + 3_600_000))
    expect(JSON.stringify(await house.letters())).not.toContain('KANARI-INTERN')
    // What happened to it names no company, so it stands in no protocol that a User Manager reads.
    const events = await house.look<{ company_id: string | null; details: object }>(
      `select company_id, details from event where verb like 'inbox.%'`,
    )
    expect(events.length).toBeGreaterThan(0)
    for (const event of events)
      expect([event.company_id, JSON.stringify(event.details).includes('KANARI')]).toEqual([null, false])
  })

  test('an empty note is refused, and the same note sent twice is one', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Notiz zweimal')
    await deliver()
    await act(sophie, id, 'notes', { note: '  ' })
    expect(sophie.status).toBe(422)
    expect(sophie.text()).toContain('Schreiben Sie die Notiz.')
    await sophie.get(`/de-de/inbox/${id}`)
    const page = sophie.html
    await sophie.post(`/de-de/inbox/${id}/notes`, { note: 'einmal' })
    sophie.html = page
    await sophie.post(`/de-de/inbox/${id}/notes`, { note: 'einmal' })
    expect(await house.look('select from inbox_note where item_id = $1', [id])).toHaveLength(1)
  })
})

test('a colleague who types is named while it lasts', async () => {
  const anja = await house.person()
  const id = await writes(anja, 'Wer schreibt')
  await deliver()
  await marc.get(`/de-de/inbox/${id}`)
  const token = /data-token="([^"]+)"/.exec(marc.html)![1]!
  await marc.send('POST', `/de-de/inbox/${id}/writing`, { _token: token })
  expect(marc.status).toBe(204)
  await sophie.get(`/de-de/inbox/${id}`)
  expect(sophie.text()).toContain('Marc Hostettler schreibt gerade …')
  await marc.get(`/de-de/inbox/${id}`)
  expect(marc.text()).not.toContain('schreibt gerade')
  await house.look(`update inbox_writing set at = now() - interval '1 minute'`)
  await sophie.get(`/de-de/inbox/${id}`)
  expect(sophie.text()).not.toContain('schreibt gerade')
})

describe('the promise', () => {
  const due = async (since: string, minutes: number, from = 480, to = 1050, days = '{1,2,3,4,5}') =>
    (
      await house.look<{ at: Date }>(`select access.after_office_minutes($1::timestamptz, $2, $3, $4, $5::int[]) as at`, [
        since,
        minutes,
        from,
        to,
        days,
      ])
    )[0]!.at.toISOString()

  test('is counted in office hours: over the evening, over the weekend, over the change to summer time', async () => {
    // Wednesday 10:00 in Zurich, four hours.
    expect(await due('2026-11-25T09:00:00Z', 240)).toBe('2026-11-25T13:00:00.000Z')
    // Wednesday 16:30: one hour today, three from 8:00.
    expect(await due('2026-11-25T15:30:00Z', 240)).toBe('2026-11-26T10:00:00.000Z')
    // Friday 20:00: Monday 12:00.
    expect(await due('2026-11-27T19:00:00Z', 240)).toBe('2026-11-30T11:00:00.000Z')
    // Saturday before the clocks go forward: Monday 12:00 summer time.
    expect(await due('2028-03-25T10:00:00Z', 240)).toBe('2028-03-27T10:00:00.000Z')
    // Maundy Thursday 16:30: an hour before Good Friday, three on the Tuesday after Easter.
    expect(await due('2026-04-02T14:30:00Z', 240)).toBe('2026-04-07T09:00:00.000Z')
    // One hour on Mondays alone, for 80 hours: it comes to an end.
    expect((await due('2026-11-25T09:00:00Z', 4800, 480, 540, '{1}')) > '2028').toBe(true)
  })

  test('stands still on the same public holidays that working days pass over', async () => {
    const days = await house.look<{ day: string; holiday: boolean }>(
      `select to_char(d, 'YYYY-MM-DD') as day, access.is_public_holiday(d::date) as holiday
        from generate_series('2020-01-01'::date, '2060-12-31', '1 day') d`,
    )
    expect(days.length).toBe(14976)
    expect(days.filter(({ day, holiday }) => isPublicHoliday(Temporal.PlainDate.from(day)) !== holiday)).toEqual([])
  })

  test('only an administrator changes it, and what waits is due at another time at once', async () => {
    const anja = await house.person()
    const id = await writes(anja, 'Wann fällig')
    await deliver()
    const read = async () =>
      (await house.look<{ due_at: Date }>('select due_at from inbox_item where id = $1', [id]))[0]!.due_at.toISOString()
    const before = await read()
    expect((await marc.get('/de-de/inbox/promise')).status).toBe(403)
    await sophie.get('/de-de/inbox/promise')
    await sophie.post('/de-de/inbox/promise', { hours: '0', from: '08:00', to: '08:30' })
    expect(sophie.status).toBe(422)
    expect(sophie.text()).toContain('Geben Sie ganze Stunden von 1 bis 80 an.')
    await sophie.get('/de-de/inbox/promise')
    await sophie.post('/de-de/inbox/promise', { hours: '60', from: '08:00', to: '17:00', days: ['1', '2', '3', '4', '5'] })
    expect(sophie.status).toBe(303)
    expect((await read()) > before).toBe(true)
    await sophie.follow()
    expect(sophie.text()).toContain('Unbeantwortet > 60 Std.')
  })
})

/** The token that a button of a form with several addresses carries. */
function buttonToken(who: Visitor, path: string): string {
  const button = [...who.html.matchAll(/<button[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`formaction="${path}"`))
  return /value="([^"]+)"/.exec(button ?? '')?.[1] ?? ''
}
