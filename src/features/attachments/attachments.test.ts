import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { jpeg, multipart, pdf, png, type SentFile, send, sendRaw } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { formToken } from '../../platform/visit.ts'
import { mostAttachments } from './received.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const offer: SentFile = { name: 'Offerte 2027.pdf', bytes: pdf }
const words = { subject: 'Zur Offerte', body: 'Im Anhang.' }

/** Writes the first message of a conversation with files and answers its id. */
async function write(who: Visitor, files: SentFile[], about?: string, fields: Record<string, string> = words): Promise<string> {
  await who.get(`/de-de/messages/new${about ? `?about=${about}` : ''}`)
  await send(who, '/de-de/messages/new', fields, files)
  expect(who.status).toBe(303)
  return /\/messages\/([0-9a-f-]{36})\?done=sent/.exec(who.location!)![1]!
}

async function answer(who: Visitor, id: string, body: string, files: SentFile[]) {
  await who.get(`/de-de/messages/${id}`)
  return send(who, `/de-de/messages/${id}/messages`, { body }, files)
}

const deliver = () => house.look(`update message set delivers_at = now() where delivers_at > now()`)
const links = (who: Visitor) => [...who.html.matchAll(/href="(\/de-de\/attachments\/[0-9a-f-]{36}\/file)"/g)].map(([, to]) => to!)
const ticked = (who: Visitor) =>
  [...who.html.matchAll(/<input[^>]*name="keep"[^>]*>/g)].map(([tag]) => /value="([^"]+)"/.exec(tag)![1]!)
const tokenOf = async (who: Visitor, path: string) => {
  const [session] = await house.look<{ id: string }>(`select id from session where token_hash = sha256(convert_to($1, 'UTF8'))`, [
    who.cookies.get('s'),
  ])
  return formToken({ services: house.services, formSecret: session!.id }, path)
}

async function policy(line: string) {
  const [row] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = $1 and c.source_key = 'K-10001' and b.number = '6323' and not p.confidential limit 1`,
    [line],
  )
  return row!.id
}

test('a file goes with its message: its author has it at once, the broker after thirty seconds, and it can only be kept, not opened', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja, [offer, { name: 'foto.jpg', bytes: jpeg }])
  await anja.follow()
  const [file] = links(anja)
  expect(links(anja)).toHaveLength(2)
  expect(anja.text()).toMatch(/Offerte 2027\.pdf PDF, \d+ B, nicht virengeprüft/)
  expect((await anja.get(file!)).status).toBe(200)
  expect((await staff.get(file!)).status).toBe(404)
  await deliver()
  await staff.get(`/de-de/messages/${id}`)
  expect(links(staff)).toContain(file)
  await staff.get(file!)
  expect(staff.status).toBe(200)
  expect(staff.html).toBe(pdf.toString())
  expect(staff.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('attachment; filename'),
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('whoever does not see the message does not get its files, whatever the address', async () => {
  const author = await house.person({ roles: ['fleet'] })
  await write(author, [offer], `policy:${await policy('MF')}`)
  await deliver()
  await author.follow()
  const [file] = links(author)
  const colleague = await house.person({ roles: ['fleet'] })
  const seers: Record<string, [Visitor, number]> = {
    colleague: [colleague, 200],
    auditor: [await house.staff('auditor'), 200],
    'other line': [await house.person({ roles: ['other_lines', 'user_manager', 'file_manager'] }), 404],
    'other company': [await house.person({ company: 'K-10006', roles: ['full_access'] }), 404],
    'other brokerage': [await house.person({ brokerage: '7101', roles: ['full_access'] }), 404],
    'other brokerage’s staff': [await house.staff('administrator', '7101'), 404],
    visitor: [house.visitor(), 303],
  }
  for (const [who, [person, status]] of Object.entries(seers)) {
    expect([who, (await person.get(file!)).status]).toEqual([who, status])
    if (status !== 200) expect([who, person.html.includes('Offerte 2027')]).toEqual([who, false])
  }
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [colleague.accountId])
  expect((await colleague.get(file!)).status).toBe(404)
  for (const id of ['not-an-id', newId(), '%00']) expect((await author.get(`/de-de/attachments/${id}/file`)).status).toBe(404)
})

test('what is taken back takes its files back: they stand in the form again, and nobody else ever had them', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja, [])
  await deliver()
  await answer(anja, id, 'Mit Anhang', [offer])
  await anja.follow()
  const [file] = links(anja)
  await anja.post(/\/de-de\/messages\/[0-9a-f-]{36}\/take-back/.exec(anja.html)![0])
  await anja.follow()
  expect(anja.text()).toContain('Mit Anhang')
  expect(ticked(anja)).toHaveLength(1)
  await deliver()
  expect((await staff.get(file!)).status).toBe(404)
  expect((await staff.get(`/de-de/messages/${id}`)).text()).not.toContain('Offerte 2027')
  // Sent again, the same file goes along without being chosen again.
  const [keep] = ticked(anja)
  await send(anja, `/de-de/messages/${id}/messages`, { body: 'Jetzt richtig', keep: keep! }, [])
  await deliver()
  expect((await staff.get(`/de-de/messages/${id}`)).text()).toContain('Jetzt richtig')
  expect((await staff.get(file!)).status).toBe(200)
})

describe('a form that is refused', () => {
  test('keeps the files that were right, for its author alone, and leaves out what is unticked', async () => {
    const [anja, staff] = [await house.person(), await house.staff()]
    await anja.get('/de-de/messages/new')
    const photo = { name: 'foto.png', bytes: png }
    await send(anja, '/de-de/messages/new', { subject: '', body: 'Text bleibt' }, [offer, photo])
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('Text bleibt')
    const [first, second] = links(anja)
    expect((await anja.tab().get(first!)).status).toBe(200)
    for (const who of [staff, await house.person({ roles: ['full_access'] })]) expect((await who.get(first!)).status).toBe(404)
    const keep = first!.split('/')[3]!
    await send(anja, '/de-de/messages/new', { subject: 'Nun ja', body: 'Text bleibt', keep }, [])
    expect(anja.status).toBe(303)
    await deliver()
    await staff.get(anja.location!)
    expect(links(staff)).toHaveLength(1)
    expect((await staff.get(`/de-de/attachments/${keep}/file`)).status).toBe(200)
    expect((await staff.get(second!)).status).toBe(404)
  })

  test('says which file is not taken and why, and sends nothing until it is right', async () => {
    const [anja, staff] = [await house.person(), await house.staff()]
    const id = await write(anja, [])
    await deliver()
    await answer(anja, id, 'Zwei Dateien', [offer, { name: 'seite.html', bytes: Buffer.from('<html>') }])
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('«seite.html»')
    expect(anja.text()).toContain('Zwei Dateien')
    expect(anja.html).toMatch(/<details class="attach" open/)
    expect(links(anja)).toHaveLength(1)
    await deliver()
    expect((await staff.get(`/de-de/messages/${id}`)).text()).not.toContain('Zwei Dateien')
    const rows = await house.look('select id from message where conversation_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  test('takes ten files and no more', async () => {
    const anja = await house.person()
    const id = await write(anja, [])
    const many = Array.from({ length: mostAttachments }, (_, n) => ({ name: `${n}.txt`, bytes: Buffer.from(`Datei ${n}`) }))
    await anja.get(`/de-de/messages/${id}`)
    const path = `/de-de/messages/${id}/messages`
    // A sign that nobody can read: refused, with the files kept.
    await send(anja, path, { body: '\u0001' }, many)
    expect([anja.status, ticked(anja).length]).toEqual([422, mostAttachments])
    const more = { name: 'eine mehr.txt', bytes: Buffer.from('eine mehr') }
    const form = anja.html
    const keep = ticked(anja)
    const all = (ids: string[]) => ids.map((one) => ['keep', one] as const)
    await sendRaw(anja, path, multipart({ ...anja.hiddenFields(path), body: 'Elf' }, [more], all(keep)))
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain('Höchstens 10 Dateien')
    anja.html = form
    await sendRaw(anja, path, multipart({ ...anja.hiddenFields(path), body: 'Zehn' }, [more], all(keep.slice(1))))
    expect(anja.status).toBe(303)
    await anja.get(`/de-de/messages/${id}`)
    expect(links(anja)).toHaveLength(mostAttachments)
  })
})

test('a file alone says enough; nothing at all does not', async () => {
  const anja = await house.person()
  const id = await write(anja, [])
  await answer(anja, id, '', [])
  expect(anja.status).toBe(422)
  expect(anja.text()).toContain('Schreiben Sie eine Nachricht')
  await answer(anja, id, '', [offer])
  expect(anja.status).toBe(303)
})

test('a form with a file that is sent twice says it once, with one file', async () => {
  const anja = await house.person()
  const id = await write(anja, [])
  await anja.get(`/de-de/messages/${id}`)
  const tabs = Array.from({ length: 4 }, () => {
    const tab = anja.tab()
    tab.html = anja.html
    return tab
  })
  await Promise.all(tabs.map((tab) => send(tab, `/de-de/messages/${id}/messages`, { body: 'Einmal' }, [offer])))
  expect(tabs.map((tab) => tab.status)).toEqual([303, 303, 303, 303])
  await anja.get(`/de-de/messages/${id}`)
  expect(anja.text().split('Einmal')).toHaveLength(2)
  expect(links(anja)).toHaveLength(1)
  const rows = await house.look<{ n: number }>(
    'select count(*)::int as n from attachment a join message m on m.id = a.message_id where m.conversation_id = $1',
    [id],
  )
  expect(rows[0]!.n).toBe(1)
})

test('a request takes files at its opening and in its thread, for exactly those who see it', async () => {
  const bvg = await policy('BVG')
  const author = await house.person({ roles: ['occupational_pension'] })
  await author.get(`/de-de/requests/new?category=contract_change&about=policy:${bvg}`)
  await send(author, '/de-de/requests/new', { category: 'contract_change', body: '' }, [offer])
  // The text is missing; the file is kept.
  expect(author.status).toBe(422)
  const [keep] = ticked(author)
  await send(
    author,
    '/de-de/requests/new',
    { category: 'contract_change', about: `policy:${bvg}`, body: 'Neues Reglement', keep: keep! },
    [],
  )
  expect(author.status).toBe(303)
  const id = /requests\/([0-9a-f-]{36})/.exec(author.location!)![1]!
  await author.follow()
  const [file] = links(author)
  expect(file).toBe(`/de-de/attachments/${keep}/file`)
  const [peer, staff] = [await house.person({ roles: ['occupational_pension'] }), await house.staff()]
  for (const who of [peer, staff]) {
    await who.get(`/de-de/requests/${id}`)
    expect(links(who)).toEqual([file])
    expect((await who.get(file!)).status).toBe(200)
  }
  for (const who of [
    await house.person({ roles: ['fleet', 'other_lines', 'personal_lines'] }),
    await house.person({ company: 'K-10006', roles: ['full_access'] }),
  ])
    expect((await who.get(file!)).status).toBe(404)
  await staff.get(`/de-de/requests/${id}`)
  await send(staff, `/de-de/requests/${id}/messages`, { body: 'Unsere Antwort' }, [{ name: 'antwort.pdf', bytes: pdf }])
  expect(staff.status).toBe(303)
  await deliver()
  await author.get(`/de-de/requests/${id}`)
  expect(links(author)).toHaveLength(2)
})

test('on a line with health data the author without the role keeps the own files, not those of the answers', async () => {
  const ktg = await policy('KTG')
  const brokerage = await house.brokerageId()
  await house.database.write(brokerage, `update line_of_business set health = true where code = 'KTG' and brokerage_id = $1`, [
    brokerage,
  ])
  const [author, staff] = [await house.person({ roles: ['personal_lines'] }), await house.staff()]
  const id = await write(author, [offer], `policy:${ktg}`)
  await deliver()
  await answer(staff, id, 'Der Befund', [{ name: 'befund.pdf', bytes: pdf }])
  await deliver()
  await author.get(`/de-de/messages/${id}`)
  const [own, others] = links(author)
  expect((await author.get(others!)).status).toBe(200)
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'personal_lines'`, [
    author.accountId,
  ])
  expect((await author.get(own!)).status).toBe(200)
  expect((await author.get(others!)).status).toBe(404)
})

test('nobody adds to what was said, nor moves the draft of somebody else', async () => {
  const [anja, boss] = [await house.person(), await house.person({ roles: ['full_access'] })]
  const id = await write(anja, [])
  await deliver()
  // A form that claims the id of the message as its draft adds a file to its own message at most.
  for (const who of [anja, boss]) {
    await who.get(`/de-de/messages/${id}`)
    await send(who, `/de-de/messages/${id}/messages`, { body: 'Untergeschoben', _draft: id }, [offer])
    expect(who.status).toBe(303)
  }
  const own = await house.look('select id from attachment where message_id = $1', [id])
  expect(own).toHaveLength(0)
  await anja.get('/de-de/messages/new')
  await send(anja, '/de-de/messages/new', { subject: '', body: 'x' }, [{ name: 'meine.txt', bytes: Buffer.from('meine') }])
  const draft = anja.hiddenFields('/de-de/messages/new')._draft!
  await boss.get(`/de-de/messages/${id}`)
  await send(boss, `/de-de/messages/${id}/messages`, { body: 'Gib her', _draft: draft }, [])
  const [still] = await house.look<{ message_id: string | null; removed_at: Date | null }>(
    'select message_id, removed_at from attachment where draft_id = $1',
    [draft],
  )
  expect(still).toEqual({ message_id: null, removed_at: null })
})

test('the database itself adds nothing to a message of before, and nothing in another’s name', async () => {
  const anja = await house.person()
  const id = await write(anja, [offer])
  const brokerage = await house.brokerageId()
  const as = async (statement: string, values: unknown[]) => {
    const client = await house.database.app.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)`, [
        brokerage,
        anja.accountId,
      ])
      await client.query('select access.work_out()')
      return await client.query(statement, values).then(
        ({ rowCount }) => rowCount,
        (error: { code: string }) => error.code,
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const insert = `insert into attachment (brokerage_id, draft_id, author_account_id, file_name, media_type, byte_size, sha256)
    values ($1, $2, $3, 'x.txt', 'text/plain', 1, sha256('x'))`
  expect(await as(insert, [brokerage, id, anja.accountId])).toBe(1)
  const other = await house.person()
  expect(await as(insert, [brokerage, id, other.accountId])).toBe('42501')
  // Bound to a delivered message, it stays as it is.
  expect(await as('update attachment set removed_at = now() where message_id = $1', [id])).toBe(0)
  await house.look(
    `insert into attachment (brokerage_id, draft_id, author_account_id, file_name, media_type, byte_size, sha256)
     values ($1, $2, $3, 'y.txt', 'text/plain', 1, sha256('y'))`,
    [brokerage, id, anja.accountId],
  )
  expect(await as('update attachment set message_id = $1 where draft_id = $1 and message_id is null', [id])).toBe('42501')
})

test('an infected file is said to be one, and leaves the house for nobody', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const virus = { name: 'rechnung.txt', bytes: Buffer.from(`so gut wie ein Virus ${newId()}`) }
  const id = await write(anja, [virus])
  await deliver()
  await anja.follow()
  const [file] = links(anja)
  await house.look(`update kept_file set scan_state = 'infected' where sha256 = (select sha256 from attachment where id = $1)`, [
    file!.split('/')[3],
  ])
  for (const who of [anja, staff]) {
    await who.get(`/de-de/messages/${id}`)
    expect(who.text()).toContain('rechnung.txt')
    expect(who.text()).toContain('gesperrt: Virus gefunden')
    expect(links(who)).toEqual([])
    await who.get(file!)
    expect(who.status).toBe(404)
    expect(who.html).not.toContain('so gut wie')
  }
})

test('an auditor attaches nothing, and somebody with sixty files within the hour waits', async () => {
  const anja = await house.person()
  const id = await write(anja, [])
  await deliver()
  const path = `/messages/${id}/messages`
  const auditor = await house.staff('auditor')
  const forged = async (who: Visitor) =>
    send(who, `/de-de${path}`, { _token: await tokenOf(who, path), _id: newId(), body: 'Hallo' }, [offer])
  expect((await forged(auditor)).status).toBe(403)
  expect((await forged(await house.person({ roles: ['fleet'] }))).status).toBe(404)
  const kept = await house.look('select id from attachment where draft_id = $1', [id])
  expect(kept).toHaveLength(0)
  await house.look(
    `insert into attachment (brokerage_id, draft_id, author_account_id, file_name, media_type, byte_size, sha256)
     select $1, uuid_v7(), $2, 'x.txt', 'text/plain', 1, sha256(convert_to(n::text, 'UTF8')) from generate_series(1, 60) n`,
    [await house.brokerageId(), anja.accountId],
  )
  await answer(anja, id, 'Zu viel', [offer])
  expect(anja.status).toBe(429)
})

describe('staff file an attachment in the dossier', () => {
  const filing = (who: Visitor) => /\/de-de\/attachments\/[0-9a-f-]{36}\/filing/.exec(who.html)?.[0]

  test('on its policy, once, and never for more people than read the conversation', async () => {
    const [fleet, staff, other] = [
      await house.person({ roles: ['fleet'] }),
      await house.staff(),
      await house.person({ roles: ['other_lines'] }),
    ]
    const about = await policy('MF')
    const id = await write(fleet, [offer], `policy:${about}`)
    await deliver()
    await staff.get(`/de-de/messages/${id}`)
    const path = filing(staff)!
    await Promise.all([staff.tab(), staff.tab()].map((tab) => Object.assign(tab, { html: staff.html }).post(path)))
    const rows = await house.look<{ policy_id: string; confidential: boolean; title: string }>(
      'select policy_id, confidential, title from document where id = $1',
      [path.split('/')[3]],
    )
    expect(rows).toEqual([{ policy_id: about, confidential: false, title: 'Offerte 2027' }])
    const document = `/de-de/documents/${path.split('/')[3]}`
    for (const [who, status] of [
      [fleet, 200],
      [staff, 200],
      [other, 404],
      [await house.person({ company: 'K-10006', roles: ['full_access'] }), 404],
    ] as const)
      expect((await who.get(document)).status).toBe(status)
    await fleet.get(`/de-de/messages/${id}`)
    expect(fleet.text()).toContain('Im Dossier')
    expect(filing(fleet)).toBeUndefined()
  })

  test('of a conversation about nothing it is confidential', async () => {
    const [anja, staff] = [await house.person({ roles: ['other_lines'] }), await house.staff()]
    const id = await write(anja, [offer])
    await deliver()
    await staff.get(`/de-de/messages/${id}`)
    await staff.post(filing(staff)!)
    const document = staff.location!
    expect((await staff.follow()).status).toBe(200)
    // Documents without a policy are those of «Übrige Branchen»; this one must not be.
    expect((await (await house.person({ roles: ['other_lines'] })).get(document)).status).toBe(404)
    expect((await (await house.person({ roles: ['full_access'] })).get(document)).status).toBe(200)
  })

  test('nobody else does: not customers, not an auditor, not the staff of another brokerage, and no draft', async () => {
    const anja = await house.person({ roles: ['full_access'] })
    const id = await write(anja, [offer])
    await anja.follow()
    const file = links(anja)[0]!.split('/')[3]!
    const path = `/attachments/${file}/filing`
    const forged = async (who: Visitor) => who.send('POST', `/de-de${path}`, { _token: await tokenOf(who, path) })
    // Not delivered yet, it is not there for staff.
    expect((await forged(await house.staff())).status).toBe(404)
    await deliver()
    expect((await forged(anja)).status).toBe(403)
    const auditor = await house.staff('auditor')
    expect((await forged(auditor)).status).toBe(403)
    expect(filing(await auditor.get(`/de-de/messages/${id}`))).toBeUndefined()
    expect((await forged(await house.staff('administrator', '7101'))).status).toBe(404)
    expect(await house.look('select id from document where id = $1', [file])).toHaveLength(0)
  })
})

test('attachments count among the five gigabytes that a company’s people bring', async () => {
  const person = await house.person({ company: 'K-10005', roles: ['file_manager'] })
  await write(person, [offer])
  await house.database.write(
    await house.brokerageId(),
    'update attachment set byte_size = 5000000000 - $2 where author_account_id = $1',
    [person.accountId, jpeg.length],
  )
  await person.get('/de-de/messages/new')
  await send(person, '/de-de/messages/new', words, [
    { name: 'gross.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(jpeg.length)]) },
  ])
  expect([person.status, person.text().includes('Es fasst 5 GB')]).toEqual([422, true])
  await person.get('/de-de/documents/new')
  await send(person, '/de-de/documents/new', { category: 'other' }, [
    { name: 'c.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(jpeg.length)]) },
  ])
  expect([person.status, person.text().includes('Es fasst 5 GB')]).toEqual([422, true])
  await write(person, [{ name: 'b.jpg', bytes: jpeg }])
})
