import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { formToken } from '../../platform/visit.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const words = { subject: 'Frage zur Prämie', body: 'Warum steigt die Prämie?' }

/** Writes the first message of a conversation and answers its id. */
async function write(who: Visitor, fields: Record<string, string> = words, about?: string): Promise<string> {
  await who.get(`/de-de/messages/new${about ? `?about=${about}` : ''}`)
  expect(who.status).toBe(200)
  await who.post('/de-de/messages/new', fields)
  expect(who.status).toBe(303)
  return /\/messages\/([0-9a-f-]{36})\?done=sent/.exec(who.location!)![1]!
}

async function answer(who: Visitor, id: string, body: string) {
  await who.get(`/de-de/messages/${id}`)
  return who.post(`/de-de/messages/${id}/messages`, { body })
}

/** Thirty seconds go by. */
async function wait() {
  await house.look(`update message set delivers_at = now() where delivers_at > now()`)
  await house.look(`update notification set visible_from = now() where visible_from > now()`)
}

/** Posts with a token of one's own, as a crafted form would: only the access rules are left to refuse. */
async function forge(who: Visitor, path: string, fields: Record<string, string> = {}) {
  const [session] = await house.look<{ id: string }>(`select id from session where token_hash = sha256(convert_to($1, 'UTF8'))`, [
    who.cookies.get('s'),
  ])
  const _token = formToken({ services: house.services, formSecret: session!.id }, path)
  return who.send('POST', `/de-de${path}`, { _token, _id: newId(), ...fields })
}

const takeBackPath = (who: Visitor) => /\/de-de\/messages\/[0-9a-f-]{36}\/take-back/.exec(who.html)?.[0]

/** The broker's person who looks after Muster Holding AG, signed in. */
async function accountManager() {
  const [row] = await house.look<{ function: 'administrator' | 'account_manager' }>(
    `select s.function from company c join staff_member s on s.brokerage_id = c.brokerage_id and s.id = c.account_manager_id
     join brokerage b on b.brokerage_id = c.brokerage_id where c.source_key = 'K-10001' and b.number = '6323'`,
  )
  return row!.function
}

test('a message is with the broker after thirty seconds, not before', async () => {
  const anja = await house.person()
  const staff = await house.staff()
  const id = await write(anja)
  await anja.follow()
  expect(anja.text()).toContain('Warum steigt die Prämie?')
  expect(anja.text()).toMatch(/Wird in (29|30) Sekunden zugestellt/)
  expect((await staff.get(`/de-de/messages/${id}`)).status).toBe(404)
  expect((await staff.get('/de-de/messages?q=Frage zur Prämie')).html).not.toContain(id)
  await wait()
  expect((await staff.get(`/de-de/messages/${id}`)).text()).toContain('Warum steigt die Prämie?')
  expect((await staff.get('/de-de/messages')).html).toContain(id)
  expect((await answer(staff, id, 'Wegen zwei Schäden.')).status).toBe(303)
  await wait()
  expect((await anja.get(`/de-de/messages/${id}`)).text()).toContain('Wegen zwei Schäden.')
})

test('within thirty seconds it can be taken back: nobody ever hears of it, its mails neither, and the text is kept', async () => {
  await house.mailNews()
  const anja = await house.person()
  const staff = await house.staff()
  const id = await write(anja, { subject: 'Voreilig', body: 'Das war voreilig.' })
  await anja.follow()
  await anja.post(takeBackPath(anja)!)
  expect(anja.location).toContain('/messages/new?draft=')
  await anja.follow()
  expect(anja.text()).toContain('Zurückgenommen.')
  expect(anja.text()).toContain('Das war voreilig.')
  expect(anja.html).toContain('value="Voreilig"')
  await wait()
  expect((await staff.get(`/de-de/messages/${id}`)).status).toBe(404)
  expect((await anja.get(`/de-de/messages/${id}`)).status).toBe(404)
  const notes = await house.look<{ staff_id: string }>('select staff_id from notification where group_id = $1', [id])
  expect(notes.length).toBeGreaterThan(0)
  await staff.get('/de-de/notifications')
  expect(staff.text()).not.toContain('Voreilig')
  const before = (await house.letters()).length
  await house.mailNews()
  expect(await house.letters()).toHaveLength(before)
})

test('the mail leaves after the time to take the message back', async () => {
  const anja = await house.person()
  const id = await write(anja)
  const [job] = await house.look<{ seconds: number }>(
    `select extract(epoch from j.run_at - m.written_at)::int as seconds from notification n join message m on m.id = n.about_id
     join graphile_worker._private_jobs j on j.payload ->> 'personId' = n.staff_id::text where m.id = $1`,
    [id],
  )
  expect(job!.seconds).toBeGreaterThanOrEqual(30)
})

test('what is delivered cannot be taken back, and what somebody else wrote never', async () => {
  const anja = await house.person()
  const boss = await house.person({ roles: ['full_access'] })
  const id = await write(anja)
  await anja.follow()
  const path = takeBackPath(anja)!
  expect((await forge(boss, path.replace('/de-de', ''))).status).toBe(404)
  await wait()
  await anja.post(path)
  expect(anja.location).toContain('done=too_late')
  expect((await anja.follow()).text()).toContain('Die Nachricht ist zugestellt.')
  expect((await boss.get(`/de-de/messages/${id}`)).text()).toContain('Warum steigt die Prämie?')
  expect(takeBackPath(boss)).toBeUndefined()
})

test('a conversation about nothing is between one person and the broker; Kompletter Zugriff sees it too', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const id = await write(anja, { subject: 'Vertrauliches', body: 'nur unter uns' })
  await wait()
  const seers: Record<string, [Visitor, number]> = {
    colleague: [await house.person({ roles: ['fleet', 'user_manager', 'other_lines'] }), 404],
    'full access': [await house.person({ roles: ['full_access'] }), 200],
    holding: [await house.person({ roles: ['full_access', 'group_manager'] }), 200],
    subsidiary: [await house.person({ company: 'K-10002', roles: ['full_access', 'group_manager'] }), 404],
    'other company': [await house.person({ company: 'K-10006', roles: ['full_access'] }), 404],
    'other brokerage': [await house.person({ brokerage: '7101', roles: ['full_access'] }), 404],
    auditor: [await house.staff('auditor'), 200],
    'other brokerage staff': [await house.staff('administrator', '7101'), 404],
  }
  for (const [who, [person, status]] of Object.entries(seers)) {
    expect([who, (await person.get(`/de-de/messages/${id}`)).status]).toEqual([who, status])
    await person.get('/de-de/messages')
    expect([who, person.html.includes(id)]).toEqual([who, status === 200])
  }
})

test('a conversation about a record is for everybody who sees the record, and follows their roles', async () => {
  const [mf] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = 'MF' and c.source_key = 'K-10001' and b.number = '6323' and not p.confidential limit 1`,
  )
  const anja = await house.person({ roles: ['fleet'] })
  const colleague = await house.person({ roles: ['fleet'] })
  const other = await house.person({ roles: ['other_lines'] })
  const id = await write(anja, { subject: 'Zur Flotte', body: 'Wie viele Fahrzeuge?' }, `policy:${mf!.id}`)
  await wait()
  expect((await colleague.get('/de-de/')).text()).toContain('Zur Flotte')
  expect((await other.get(`/de-de/messages/${id}`)).status).toBe(404)
  expect((await other.get(`/de-de/messages/new?about=policy:${mf!.id}`)).status).toBe(404)
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [colleague.accountId])
  expect((await colleague.get(`/de-de/messages/${id}`)).status).toBe(404)
  // The notification is still in the table, but it tells about nothing that exists for this person.
  expect((await colleague.get('/de-de/')).text()).not.toContain('Zur Flotte')
  expect((await colleague.get('/de-de/notifications')).text()).not.toContain('Zur Flotte')
})

test('the bar on top counts conversations with something unread, and opening one has it read', async () => {
  const anja = await house.person()
  const staff = await house.staff()
  const id = await write(anja)
  await wait()
  await answer(staff, id, 'Erste Antwort')
  await answer(staff, id, 'Zweite Antwort')
  expect((await anja.get('/de-de/')).text()).not.toContain('1 ungelesen')
  await wait()
  expect((await anja.get('/de-de/')).text()).toContain('1 ungelesen')
  expect((await anja.get('/de-de/messages?v=unread')).html).toContain(id)
  await anja.get(`/de-de/messages/${id}`)
  expect((await anja.get('/de-de/')).text()).not.toContain('1 ungelesen')
  expect((await anja.get('/de-de/messages?v=unread')).html).not.toContain(`/messages/${id}`)
})

test('staff write to a person, who is told; an auditor writes to nobody', async () => {
  const anja = await house.person({ name: 'Zimmermann' })
  const staff = await house.staff()
  await staff.get('/de-de/messages/new')
  expect(staff.text()).toContain('Zimmermann Test')
  await staff.post('/de-de/messages/new', words)
  expect(staff.status).toBe(422)
  expect(staff.text()).toContain('Wählen Sie eine Person')
  await staff.post('/de-de/messages/new', { ...words, to: anja.accountId })
  expect(staff.status).toBe(303)
  await wait()
  await house.mailNews()
  expect((await anja.get('/de-de/')).text()).toContain('Frage zur Prämie')
  const recipients = (await house.letters()).filter((letter) => letter.event === 'portal_news').map((letter) => letter.recipient)
  expect(recipients).toContain(anja.email)

  const auditor = await house.staff('auditor')
  expect((await auditor.get('/de-de/messages/new')).status).toBe(403)
  const id = await write(anja, { subject: 'Für die Revision', body: 'Hallo' })
  await wait()
  await auditor.get(`/de-de/messages/${id}`)
  expect(auditor.status).toBe(200)
  expect(auditor.html).not.toContain(`/messages/${id}/messages`)
  const said = () => house.look('select id from message where conversation_id = $1', [id])
  const before = await said()
  expect((await forge(auditor, `/messages/${id}/messages`, { body: 'Hallo' })).status).toBe(403)
  expect((await forge(auditor, '/messages/new', { ...words, to: anja.accountId })).status).toBe(403)
  expect(await said()).toEqual(before)
  const stranger = await house.person({ roles: ['fleet'] })
  expect((await forge(stranger, `/messages/${id}/messages`, { body: 'Hallo' })).status).toBe(404)
  expect((await forge(staff, `/messages/${id}/messages`, { body: 'Hallo' })).status).toBe(303)
})

test('a form that is sent twice says it once', async () => {
  const anja = await house.person()
  await anja.get('/de-de/messages/new')
  const fields: Record<string, string> = { ...anja.hiddenFields('/de-de/messages/new'), ...words }
  const tabs = Array.from({ length: 5 }, () => anja.tab())
  await Promise.all(tabs.map((tab) => tab.send('POST', '/de-de/messages/new', fields)))
  expect(new Set(tabs.map((tab) => `${tab.status} ${tab.location}`)).size).toBe(1)
  expect(tabs[0]!.status).toBe(303)
  const rows = await house.look('select id from message where author_account_id = $1', [anja.accountId])
  expect(rows).toHaveLength(1)
  const told = await house.look('select id from notification where about_id = $1', [fields._id])
  const people = await house.look('select distinct coalesce(account_id, staff_id) from notification where about_id = $1', [
    fields._id,
  ])
  expect(told).toHaveLength(people.length)
})

test('an empty message comes back with its error', async () => {
  const anja = await house.person()
  const id = await write(anja)
  await answer(anja, id, '   ')
  expect(anja.status).toBe(422)
  expect(anja.text()).toContain('Schreiben Sie eine Nachricht')
  await anja.get('/de-de/messages/new')
  await anja.post('/de-de/messages/new', { subject: '', body: 'Text bleibt' })
  expect(anja.status).toBe(422)
  expect(anja.text()).toContain('Text bleibt')
})

test('whom the database tells is exactly who can open it', async () => {
  const manager = await accountManager()
  expect(['administrator', 'account_manager']).toContain(manager)
  const [mf] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = 'MF' and c.source_key = 'K-10002' and b.number = '6323' and not p.confidential limit 1`,
  )
  const people = await Promise.all([
    house.person({ company: 'K-10002', roles: ['fleet'] }),
    house.person({ company: 'K-10002', roles: ['other_lines'] }),
    house.person({ company: 'K-10002', roles: ['full_access'] }),
    house.person({ company: 'K-10001', roles: ['fleet'] }),
    house.person({ company: 'K-10001', roles: ['fleet', 'group_manager'] }),
    house.person({ company: 'K-10001', roles: ['group_manager'] }),
    house.person({ company: 'K-10001', roles: ['full_access', 'group_manager'] }),
    house.person({ company: 'K-10003', roles: ['full_access', 'group_manager'] }),
  ])
  const author = await house.person({ company: 'K-10002', roles: ['fleet'] })
  const id = await write(author, words, `policy:${mf!.id}`)
  await wait()
  const told = (
    await house.look<{ account_id: string }>(
      `select account_id from notification where about_id in (select id from message where conversation_id = $1)`,
      [id],
    )
  ).map((row) => row.account_id)
  for (const [n, person] of people.entries()) {
    await person.get(`/de-de/messages/${id}`)
    expect([n, told.includes(person.accountId)]).toEqual([n, person.status === 200])
  }
  expect(people.filter((person) => told.includes(person.accountId))).toHaveLength(4)
})

test('what is new stands below a line, once', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja)
  await wait()
  await answer(staff, id, 'Erste Antwort')
  await answer(staff, id, 'Zweite Antwort')
  await wait()
  await anja.get(`/de-de/messages/${id}`)
  expect(anja.text()).toMatch(/Warum steigt die Prämie\?.* Neu .*Erste Antwort/)
  expect(anja.html.split('class="new-from"')).toHaveLength(2)
  expect((await anja.get(`/de-de/messages/${id}`)).html).not.toContain('class="new-from"')
})

test('a long conversation shows its newest fifty, and the earlier ones page by page', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja, { subject: 'Lang', body: 'Nummer 0.' })
  await house.look(
    `insert into message (brokerage_id, conversation_id, author_account_id, author_name, body, written_at, delivers_at)
     select brokerage_id, conversation_id, author_account_id, author_name, 'Nummer ' || n || '.', written_at + n * interval '1 second', written_at
     from message, generate_series(1, 120) n where conversation_id = $1`,
    [id],
  )
  await wait()
  const numbers = () => [...anja.html.matchAll(/Nummer (\d+)\./g)].map(([, n]) => Number(n))
  const earlier = () => /href="([^"]*\?before=[^"]*)#thread"/.exec(anja.html)?.[1]
  const pages: number[][] = []
  await anja.get(`/de-de/messages/${id}`)
  for (let more: string | undefined = 'x'; more; ) {
    pages.push(numbers())
    more = earlier()
    if (more) await anja.get(more)
  }
  expect(pages.map((page) => [page[0], page.at(-1), page.length])).toEqual([
    [71, 120, 50],
    [21, 70, 50],
    [0, 20, 21],
  ])
  // Nothing arrives in the middle of the past; the way back leads to where it does.
  expect(anja.html).not.toContain('data-live="conversation')
  expect(anja.text()).toContain('Zu den neusten Nachrichten')
  expect((await staff.get(`/de-de/messages/${id}?before=${newId()}`)).status).toBe(200)
})

test('the mail leads to the field for the answer, through the sign-in, in the reader’s language; whoever lost sight gets 404', async () => {
  const [policy] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = 'MF' and c.source_key = 'K-10001' and b.number = '6323' and not p.confidential limit 1`,
  )
  const author = await house.person({ roles: ['fleet'] })
  const colleague = await house.person({ roles: ['fleet'] })
  await house.look(`update login set language = 'fr' where id = (select login_id from portal_account where id = $1)`, [
    colleague.accountId,
  ])
  const id = await write(author, { subject: 'Leasing', body: 'Geheimes Leasing' }, `policy:${policy!.id}`)
  await wait()
  await house.mailNews()
  const letter = (await house.letters()).find(({ recipient }) => recipient === colleague.email)!
  expect(letter.language).toBe('fr')
  expect(JSON.stringify(letter)).not.toContain('Leasing')
  const link = new URL(letter.values.link!)
  expect(link.pathname + link.search).toMatch(/^\/fr-fr\/notifications\/[0-9a-f-]{36}\?answer$/)
  const nobody = await house.visitor().get(link.pathname + link.search)
  expect(new URL(nobody.location!, 'http://x').searchParams.get('returnurl')).toBe(link.pathname + link.search)
  await colleague.get(link.pathname + link.search)
  await colleague.follow()
  expect(colleague.location).toBe(`/fr-fr/messages/${id}#f-body`)
  expect((await colleague.follow()).html).toMatch(/<textarea[^>]*id="f-body"/)
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [colleague.accountId])
  expect((await colleague.get(link.pathname + link.search)).status).toBe(404)
})

test('who reads along is said in words, with a name only for whom the reader may know', async () => {
  const [policy] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = 'MF' and c.source_key = 'K-10001' and b.number = '6323' and not p.confidential limit 1`,
  )
  const author = await house.person({ roles: ['fleet'], name: 'Unbekannt' })
  const [boss, staff] = [await house.person({ roles: ['full_access'] }), await house.staff()]
  const alone = await write(author)
  const fleet = await write(author, words, `policy:${policy!.id}`)
  await wait()
  const said = async (who: Visitor, id: string) =>
    /Hier lesen mit: ([^.]*)\./.exec((await who.get(`/de-de/messages/${id}`)).text())?.[1]
  const end = 'auch als Konzernmanager darüber'
  const broker = (await house.look<{ name: string }>(`select name from brokerage where number = '6323'`))[0]!.name
  expect(await said(author, alone)).toBe(`${broker}, Sie; bei Muster Holding AG wer «Kompletter Zugriff» hat, ${end}`)
  expect(await said(author, fleet)).toBe(
    `${broker}, Sie; bei Muster Holding AG wer «Flottenmanager» oder «Kompletter Zugriff» hat, ${end}`,
  )
  expect(await said(staff, alone)).toContain('Test Unbekannt')
  expect(await said(boss, alone)).toContain('die Person, die das Gespräch führt')
})
