import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { jpeg, pdf, send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>

const change = async (sql: string, values: unknown[]) => house.database.write(await house.brokerageId(), sql, values)

/** A claim that was reported through the form. */
async function reported(person: Visitor, kind = 'vehicle', people: Record<string, string> = {}): Promise<string> {
  await person.get('/de-de/claims/new')
  await person.post('/de-de/claims/new', { kind })
  const id = /\/claims\/new\/([0-9a-f-]+)\/event$/.exec(person.location!)![1]!
  await person.follow()
  await person.post(`/de-de/claims/new/${id}/event`, { date: '3.11.2026', what: 'Poller gestreift', accident_at: 'work' })
  await person.follow()
  await person.post(`/de-de/claims/new/${id}/people`, people)
  await person.get(`/de-de/claims/new/${id}/check`)
  await person.post(`/de-de/claims/new/${id}/check`, { consent: 'on' })
  expect(person.location).toBe(`/de-de/claims/new/${id}/done`)
  return id
}

async function setState(staff: Visitor, id: string, fields: Record<string, string>) {
  await staff.get(`/de-de/claims/${id}/state`)
  await staff.post(`/de-de/claims/${id}/state`, { insurer_number: '', question: '', ...fields })
}

const stateOf = async (id: string) =>
  (
    await house.look<{ state: string; insurer_number: string | null; closed_on: string | null; version: number }>(
      'select state, insurer_number, closed_on, version from claim where id = $1',
      [id],
    )
  )[0]!

test('the claim says how far it is and what comes next, at each state', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const id = await reported(author)
  await author.get(`/de-de/claims/${id}`)
  for (const text of [
    'Stand',
    'prüft Ihr Betreuer die Deckung',
    'Poller gestreift',
    'Unterlagen nachreichen',
    'Bestätigung (PDF)',
  ])
    expect(author.text()).toContain(text)
  expect(author.html).not.toContain(`/claims/${id}/state`)
  const staff = await house.staff()
  for (const [state, text] of [
    ['forwarded', 'bestätigt den Eingang'],
    ['in_progress', 'Fehlt ihm etwas, fragen wir Sie.'],
    ['settled', 'hat den Schaden reguliert'],
    ['rejected', 'Sind Sie nicht einverstanden'],
    ['closed', 'es ist nichts mehr zu tun'],
  ] as const) {
    await setState(staff, id, { state, insurer_number: '245201302' })
    expect(staff.location).toBe(`/de-de/claims/${id}?done=state`)
    await author.get(`/de-de/claims/${id}`)
    expect([state, author.text().includes(text), author.text().includes('245201302')]).toEqual([state, true, true])
  }
  expect(await stateOf(id)).toMatchObject({ state: 'closed', closed_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), version: 6 })
  await setState(staff, id, { state: 'in_progress', insurer_number: '245201302' })
  expect(await stateOf(id)).toMatchObject({ state: 'in_progress', closed_on: null })
  const events = await house.look<{ details: { to: string } }>(
    `select details from event where verb = 'claim.state_changed' and subject_id = $1 order by id`,
    [id],
  )
  expect(events.map(({ details }) => details.to)).toEqual([
    'forwarded',
    'in_progress',
    'settled',
    'rejected',
    'closed',
    'in_progress',
  ])
})

test('two of the broker’s people at once: the second sees both values; the same twice is once', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const id = await reported(author)
  const [one, other] = [await house.staff(), await house.staff('account_manager')]
  await one.get(`/de-de/claims/${id}/state`)
  await other.get(`/de-de/claims/${id}/state`)
  await one.post(`/de-de/claims/${id}/state`, { state: 'forwarded', insurer_number: 'A-1', question: '' })
  expect(one.status).toBe(303)
  await other.post(`/de-de/claims/${id}/state`, { state: 'in_progress', insurer_number: 'B-2', question: '' })
  expect(other.status).toBe(409)
  for (const text of ['A-1', 'B-2', 'in Bearbeitung', 'an Versicherer weitergeleitet']) expect(other.text()).toContain(text)
  expect(await stateOf(id)).toMatchObject({ state: 'forwarded', insurer_number: 'A-1' })
  await other.post(`/de-de/claims/${id}/state`, { state: 'in_progress', insurer_number: 'B-2', question: '' })
  expect(other.status).toBe(303)
  await other.post(`/de-de/claims/${id}/state`, { state: 'nonsense', insurer_number: 'x'.repeat(61), question: '' })
  await other.get(`/de-de/claims/${id}/state`)
  await other.post(`/de-de/claims/${id}/state`, { state: 'nonsense', insurer_number: 'x'.repeat(61), question: '' })
  expect([other.status, other.text().includes('Wählen Sie einen Stand'), other.html.includes('x'.repeat(61))]).toEqual([
    422,
    true,
    true,
  ])
})

test('a query asks its question in the conversation, where the customer answers', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const id = await reported(author)
  const staff = await house.staff()
  await setState(staff, id, { state: 'query' })
  expect([staff.status, staff.text().includes('Schreiben Sie, was Sie wissen möchten.')]).toEqual([422, true])
  const fields = {
    ...staff.hiddenFields(`/de-de/claims/${id}/state`),
    state: 'query',
    insurer_number: '',
    question: 'Wo steht das Auto?',
  }
  for (let n = 0; n < 2; n++) await staff.send('POST', `/de-de/claims/${id}/state`, fields)
  expect(staff.location).toBe(`/de-de/claims/${id}?done=state`)
  const messages = await house.look<{ conversation_id: string }>(
    `select m.conversation_id from message m join conversation c on c.brokerage_id = m.brokerage_id and c.id = m.conversation_id
     where c.about_kind = 'claim' and c.about_id = $1`,
    [id],
  )
  expect(messages).toHaveLength(1)
  await change(`update message set delivers_at = now() - interval '1 minute' where conversation_id = $1`, [
    messages[0]!.conversation_id,
  ])
  await author.get(`/de-de/claims/${id}`)
  expect(author.text()).toContain('Beantworten Sie die Rückfrage')
  expect(author.text()).toContain('Antworten')
  await author.get(`/de-de/messages/${messages[0]!.conversation_id}`)
  expect(author.text()).toContain('Wo steht das Auto?')
  await setState(staff, id, { state: 'query', question: 'Und der Schlüssel?' })
  expect(await house.look('select 1 from message where conversation_id = $1', [messages[0]!.conversation_id])).toHaveLength(2)
})

test('whoever sees the claim is told of its new state once, and nobody else', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const colleague = await house.person({ roles: ['fleet'] })
  const stranger = await house.person({ roles: ['personal_lines'] })
  const id = await reported(author)
  const staff = await house.staff()
  await setState(staff, id, { state: 'forwarded', insurer_number: 'A-1' })
  // Only the number changes: no news.
  await setState(staff, id, { state: 'forwarded', insurer_number: 'A-2' })
  const told = async (person: Person) =>
    house.look(`select detail from notification where account_id = $1 and kind = 'claim_state' and about_id = $2`, [
      person.accountId,
      id,
    ])
  expect(await told(author)).toEqual([{ detail: 'forwarded' }])
  expect(await told(colleague)).toEqual([{ detail: 'forwarded' }])
  expect(await told(stranger)).toEqual([])
})

test('only the broker’s people who write set a state; to customers the address does not exist', async () => {
  const author = await house.person({ roles: ['fleet', 'full_access', 'user_manager'] })
  const id = await reported(author)
  expect((await author.get(`/de-de/claims/${id}/state`)).status).toBe(404)
  expect((await (await house.staff('auditor')).get(`/de-de/claims/${id}/state`)).status).toBe(403)
  const foreign = await house.staff('administrator', '7101')
  expect((await foreign.get(`/de-de/claims/${id}/state`)).status).toBe(404)
  expect((await (await house.staff()).get(`/de-de/claims/not-an-id/state`)).status).toBe(404)
})

test('papers come after the report from its author and from File Managers who see it, with what they are', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const id = await reported(author)
  const path = `/de-de/claims/${id}/documents/new`
  const manager = await house.person({ roles: ['fleet', 'file_manager'] })
  for (const person of [author, manager]) {
    await person.get(path)
    await send(person, path, {}, [{ name: 'Rechnung.pdf', bytes: pdf }])
    expect([person.status, person.text().includes('Wählen Sie, was es ist.')]).toEqual([422, true])
    await send(person, path, { category: 'claim_letter' }, [
      { name: 'gut.jpg', bytes: jpeg },
      { name: 'virus.exe', bytes: Buffer.from('MZ') },
    ])
    expect(person.status).toBe(422)
    await send(person, path, { category: 'claim_letter', title: 'Brief' }, [
      { name: 'Brief.pdf', bytes: Buffer.concat([pdf, Buffer.from(person.accountId)]) },
    ])
    expect([person.status, person.location]).toEqual([303, `/de-de/claims/${id}?done=papers`])
  }
  const rows = await house.look<{ category: string; audience: string[] }>(
    'select category, audience from document where claim_id = $1',
    [id],
  )
  expect(rows).toEqual([
    { category: 'Schadenkorrespondenz', audience: ['fleet'] },
    { category: 'Schadenkorrespondenz', audience: ['fleet'] },
  ])
  const refused: [Person, number][] = [
    [await house.person({ roles: ['fleet'] }), 403],
    [await house.person({ roles: ['file_manager', 'personal_lines'] }), 404],
    [await house.person({ company: 'K-10005', roles: ['full_access', 'file_manager'] }), 404],
  ]
  for (const [person, status] of refused) expect((await person.get(path)).status).toBe(status)
  expect((await (await house.staff()).get(path)).status).toBe(403)
})

test('the author without the role reads the own report, but no papers of others about somebody’s health', async () => {
  const author = await house.person({ roles: ['personal_lines'] })
  const id = await reported(author, 'accident', { person: 'Anja Rieder', injury: 'Handgelenk' })
  const manager = await house.person({ roles: ['personal_lines', 'file_manager'] })
  for (const [person, name] of [
    [author, 'Eigenes Zeugnis'],
    [manager, 'Fremdes Zeugnis'],
  ] as const) {
    await send(person, `/de-de/claims/${id}/documents/new`, { category: 'claim_report' }, [
      { name: `${name}.pdf`, bytes: Buffer.concat([pdf, Buffer.from(name)]) },
    ])
    expect(person.status).toBe(303)
  }
  await change(`update role_grant set valid_until = now() where account_id = $1 and role = 'personal_lines'`, [author.accountId])
  for (const page of [`/de-de/claims/${id}`, `/de-de/claims/${id}/report`]) {
    await author.get(page)
    expect(author.text()).toContain('Handgelenk')
    expect(author.html).not.toContain('Fremdes Zeugnis')
  }
  await author.get(`/de-de/claims/${id}/report`)
  expect(author.text()).toContain('Eigenes Zeugnis')
})

test('who knows the reserve is the brokerage’s choice', async () => {
  const [claim] = await house.look<{ id: string; number: string }>(
    `select l.id, l.number from claim l join policy p on p.id = l.policy_id join company c on c.id = p.company_id
     where c.source_key = 'K-10001' and p.line_code = 'MF' and not p.confidential limit 1`,
  )
  await change('update claim set reserve = 77777.70 where id = $1', [claim!.id])
  const [fleet, full, staff] = [
    await house.person({ roles: ['fleet'] }),
    await house.person({ roles: ['full_access'] }),
    await house.staff(),
  ]
  for (const [choice, knows] of [
    ['nobody', [false, false, true]],
    ['full_access', [false, true, true]],
    ['line', [true, true, true]],
  ] as const) {
    await change('update brokerage set reserve_for = $1 where number = $2', [choice, '6323'])
    for (const [index, person] of [fleet, full, staff].entries()) {
      await person.get(`/de-de/claims/${claim!.id}`)
      expect([choice, index, person.html.includes('77’777.70')]).toEqual([choice, index, knows[index]])
    }
    await full.get(`/de-de/claims?n=100&q=${claim!.number}`)
    expect([choice, full.html.includes('77’777.70')]).toEqual([choice, knows[1]])
  }
})
