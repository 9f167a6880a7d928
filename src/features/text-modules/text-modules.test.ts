import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
let sophie: Visitor & { staffId: string }
let marc: Visitor & { staffId: string }
beforeAll(async () => {
  house = await startHouse()
  sophie = await house.staff('administrator')
  marc = await house.staff('account_manager')
})
afterAll(() => house.close())

const deliver = async () =>
  house.database.write(
    await house.brokerageId(),
    'update message set delivers_at = now(), taken_back_at = taken_back_at where delivers_at > now()',
  )

async function saves(who: Visitor, what: 'texts' | 'macros', fields: Record<string, string>) {
  await who.get(`/de-de/inbox/${what}/new`)
  return who.post(`/de-de/inbox/${what}`, fields)
}

async function request(subject: string, language = 'de') {
  const anja = await house.person()
  await house.look('update contact set language = $2 where id = $1', [anja.contactId, language])
  await anja.get('/de-de/requests/new?category=offer')
  await anja.post('/de-de/requests/new', { category: 'offer', body: 'x', subject })
  return { anja, id: /\/requests\/([0-9a-f-]{36})/.exec(anja.location!)![1]! }
}

const idOf = async (table: string, name: string) =>
  (await house.look<{ id: string }>(`select id from ${table} where name = $1`, [name]))[0]!.id

test('a text module is saved, inserted with its placeholders filled in, and what was typed stays', async () => {
  await saves(sophie, 'texts', {
    language: 'de',
    shortcut: '/Dank',
    name: 'Dank',
    body: 'Danke, {{kontakt}} ({{nummer}}). {{ich}}',
  })
  expect(sophie.status).toBe(303)
  const { anja, id } = await request('Mit Baustein')
  await sophie.get(`/de-de/inbox/${id}`)
  const inserted = /data-insert="(Danke[^"]*)"/.exec(sophie.html)?.[1]
  expect(inserted).toMatch(/^Danke, .* \(A-\d{4}-\d{4}\)\. Sophie Dubois$/)
  expect(inserted).toContain(anja.name)
  await sophie.post(`/de-de/inbox/${id}/messages`, { body: 'Guten Tag', insert: await idOf('text_module', 'Dank') })
  expect(sophie.status).toBe(200)
  expect(sophie.html).toMatch(/<textarea[^>]*name="body"[^>]*>Guten Tag\n\nDanke, /)
  expect(await house.look('select from message where author_staff_id is not null')).toHaveLength(0)
})

test('an unknown placeholder and a shortcut that is taken are refused, and the text stays', async () => {
  await saves(sophie, 'texts', { language: 'de', shortcut: 'x1', name: 'x1', body: 'Hallo {{vorname}}' })
  expect(sophie.status).toBe(422)
  expect(sophie.text()).toContain('Den Platzhalter «vorname» gibt es nicht.')
  expect(sophie.html).toContain('Hallo {{vorname}}</textarea>')
  await saves(sophie, 'texts', { language: 'de', shortcut: 'zweimal', name: 'a', body: 'a' })
  await saves(sophie, 'texts', { language: 'de', shortcut: 'zweimal', name: 'b', body: 'b' })
  expect(sophie.status).toBe(422)
  expect(sophie.text()).toContain('Dieses Kürzel ist in dieser Sprache schon vergeben.')
  await saves(sophie, 'texts', { language: 'fr', shortcut: 'zweimal', name: 'c', body: 'c' })
  expect(sophie.status).toBe(303)
})

test('of two who change the same module the second sees that somebody did', async () => {
  await saves(sophie, 'texts', { language: 'de', shortcut: 'beide', name: 'Beide', body: 'eins' })
  const id = await idOf('text_module', 'Beide')
  await sophie.get(`/de-de/inbox/texts/${id}`)
  await marc.get(`/de-de/inbox/texts/${id}`)
  const fields = { language: 'de', shortcut: 'beide', name: 'Beide' }
  await sophie.post('/de-de/inbox/texts', { ...fields, body: 'zwei' })
  await marc.post('/de-de/inbox/texts', { ...fields, body: 'drei' })
  expect([sophie.status, marc.status]).toEqual([303, 409])
  expect(marc.html).toContain('drei</textarea>')
})

test('a macro answers in the customer’s language, sets the state, assigns and puts aside in one', async () => {
  await saves(sophie, 'texts', { language: 'de', shortcut: 'rueckfrage', name: 'Rückfrage', body: 'Wir fragen nach.' })
  await saves(sophie, 'texts', { language: 'fr', shortcut: 'rueckfrage', name: 'Question', body: 'Nous nous renseignons.' })
  await saves(sophie, 'macros', {
    ...{ name: 'Nachfragen', shortcut: 'rueckfrage', state: 'waiting_insurer', assign: 'me', snooze_days: '3' },
  })
  expect(sophie.status).toBe(303)
  const macro = await idOf('macro', 'Nachfragen')
  const { anja, id } = await request('Mit Makro', 'fr')
  await marc.get(`/de-de/inbox/${id}`)
  await marc.post(`/de-de/inbox/${id}/messages`, { macro, body: '' })
  expect(marc.status).toBe(303)
  await deliver()
  await anja.get(`/de-de/requests/${id}`)
  expect(anja.text()).toContain('Nous nous renseignons.')
  const [row] = await house.look<{ state: string; handler_staff_id: string; snoozed: boolean }>(
    `select r.state, r.handler_staff_id, i.snoozed_until > now() as snoozed from service_request r join inbox_item i on i.id = r.id where r.id = $1`,
    [id],
  )
  expect(row).toEqual({ state: 'waiting_insurer', handler_staff_id: marc.staffId, snoozed: true })
  // What is typed goes in place of the module's text; where somebody answered meanwhile, nothing of it happens.
  const { id: other } = await request('Makro zu zweit')
  await sophie.get(`/de-de/inbox/${other}`)
  await marc.get(`/de-de/inbox/${other}`)
  await marc.post(`/de-de/inbox/${other}/messages`, { macro, body: 'Eigener Text' })
  await sophie.post(`/de-de/inbox/${other}/messages`, { macro, body: '' })
  expect([marc.status, sophie.status]).toEqual([303, 409])
  const said = await house.look<{ body: string }>(
    'select m.body from message m join conversation c on c.id = m.conversation_id where c.about_id = $1 and m.author_staff_id is not null',
    [other],
  )
  expect(said).toEqual([{ body: 'Eigener Text' }])
})

test('a macro that does nothing is refused; an auditor and customers change none', async () => {
  await saves(sophie, 'macros', { name: 'Nichts', assign: 'keep' })
  expect(sophie.status).toBe(422)
  expect(sophie.text()).toContain('Wählen Sie mindestens einen Schritt.')
  const auditor = await house.staff('auditor')
  expect((await auditor.get('/de-de/inbox/texts')).status).toBe(200)
  expect((await auditor.get('/de-de/inbox/texts/new')).status).toBe(403)
  const anja = await house.person({ roles: ['full_access', 'user_manager'] })
  expect((await anja.get('/de-de/inbox/texts')).status).toBe(404)
  const id = await idOf('text_module', 'Dank')
  await sophie.get(`/de-de/inbox/texts/${id}`)
  await sophie.post(`/de-de/inbox/texts/${id}/removal`)
  expect(sophie.status).toBe(303)
  expect((await sophie.get(`/de-de/inbox/texts/${id}`)).status).toBe(404)
})
