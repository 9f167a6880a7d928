import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import { type AssignableRole, assignableRoles } from '../../records/roles.ts'
import { previewKinds } from './preview.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>

const tables: Record<(typeof previewKinds)[number], string> = {
  policy: 'policy',
  premium_invoice: 'premium_invoice',
  insured_object: 'insured_object',
  claim: 'claim',
  invoice: 'invoice',
  service_request: 'service_request',
  document: 'document',
  conversation: 'conversation',
}

/** The ids that exist for this person, kind by kind, by the row rules: what every list and page of theirs is made of. */
async function seenBy({ accountId }: Person): Promise<Map<string, Set<string>>> {
  const [account] = await house.look<{ brokerage_id: string }>('select brokerage_id from portal_account where id = $1', [
    accountId,
  ])
  const visit = {
    services: house.services,
    brokerage: { id: account!.brokerage_id },
    actor: { kind: 'customer', id: accountId },
  } as unknown as Parameters<typeof asSameActor>[0]
  return asSameActor(visit, async (db) => {
    const seen = new Map<string, Set<string>>()
    for (const kind of previewKinds) {
      const rows = await db
        .selectFrom(tables[kind] as 'policy')
        .select('id')
        .execute()
      seen.set(kind, new Set(rows.map(({ id }) => id)))
    }
    return seen
  })
}

function minus(a: Map<string, Set<string>>, b: Map<string, Set<string>>): Record<string, number> {
  const counted = previewKinds.map((kind) => [kind, [...a.get(kind)!].filter((id) => !b.get(kind)!.has(id)).length] as const)
  return Object.fromEntries(counted.filter(([, n]) => n > 0))
}

const kinds: Record<string, string> = {
  Policen: 'policy',
  Prämienrechnungen: 'premium_invoice',
  'Versicherte Objekte': 'insured_object',
  Schadenfälle: 'claim',
  Rechnungen: 'invoice',
  Anfragen: 'service_request',
  Dokumente: 'document',
  Gespräche: 'conversation',
}

/** The numbers on the check page. */
function shown({ html }: Visitor) {
  const added: Record<string, number> = {}
  const removed: Record<string, number> = {}
  for (const [, row] of html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)) {
    const cells = [...row!.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '').trim())
    const kind = kinds[cells[0] ?? '']
    if (!kind) continue
    if (cells[1]?.startsWith('+')) added[kind] = Number(cells[1].slice(1))
    if (cells[2]?.startsWith('−')) removed[kind] = Number(cells[2].slice(1))
  }
  return { added, removed }
}

const choose = (manager: Visitor, person: { contactId: string }, roles: readonly AssignableRole[]) =>
  manager.get(`/de-de/contacts/${person.contactId}/account/check?${roles.map((role) => `roles=${role}`).join('&')}`)

describe('what the check page says is what the person then sees', () => {
  const changes: [AssignableRole[], AssignableRole[]][] = [
    [[], ['fleet']],
    [['fleet'], ['other_lines', 'personal_lines']],
    [['occupational_pension'], ['occupational_pension', 'group_manager']],
    [['full_access', 'group_manager'], ['fleet']],
    [
      ['other_lines', 'group_manager'],
      ['other_lines', 'full_access'],
    ],
    [['group_manager'], []],
  ]
  test.each(changes)('from %j to %j', async (before, after) => {
    const manager = await house.person({ roles: ['user_manager'] })
    const person = await house.person({ roles: before })
    const had = await seenBy(person)
    await choose(manager, person, after)
    expect(manager.status).toBe(200)
    const said = shown(manager)
    await manager.post(`/de-de/contacts/${person.contactId}/account/roles`, { roles: after, reason: 'geprüft' })
    expect(manager.location).toContain('done=roles')
    const has = await seenBy(person)
    expect(said).toEqual({ added: minus(has, had), removed: minus(had, has) })
    expect(Object.keys({ ...said.added, ...said.removed }).length > 0).toBe(JSON.stringify(before) !== '["group_manager"]')
  })

  test('also at another company, and for an account that is not open yet', async () => {
    const manager = await house.person({ company: 'K-10002', roles: ['user_manager'] })
    const [contact] = await house.look<{ id: string }>(
      `insert into contact (brokerage_id, company_id, first_name, last_name, email, email_key)
       select $1, $2, 'Nina', 'Neu', 'nina.neu@test.example', 'nina.neu@test.example' returning id`,
      [await house.brokerageId(), manager.companyId],
    )
    await choose(manager, { contactId: contact!.id }, ['fleet', 'other_lines'])
    expect(manager.text()).toContain('Das sieht Neu Nina, sobald das Portalkonto aktiviert ist')
    const twin = await house.person({ company: 'K-10002', roles: ['fleet', 'other_lines'] })
    const nobody = await house.person({ company: 'K-10002' })
    expect(shown(manager).added).toEqual(minus(await seenBy(twin), await seenBy(nobody)))
  })
})

test('health data are counted, and lines named without their records', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const person = await house.person()
  await choose(manager, person, ['personal_lines'])
  const [there] = await house.look<{ policies: number }>(
    `select count(*)::int as policies from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = 'K-10001' and 'personal_lines' = any (p.audience)`,
  )
  expect(shown(manager).added.policy).toBe(there!.policies)
  expect(manager.text()).toMatch(/Davon \d+ mit Gesundheitsdaten/)
  expect(manager.text()).toContain('Unfallversicherung UVG')
  expect(manager.html).not.toContain('UVG-52.375.119')
})

test('pressing Anwenden leads to the check page first, and back from it the boxes are as they were chosen', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const person = await house.person({ roles: ['fleet'] })
  const page = `/de-de/contacts/${person.contactId}`
  await manager.get(page)
  expect(manager.html).toMatch(/<button[^>]*name="check"[^>]*value="1"/)
  expect(manager.text()).toMatch(/Gibt frei: 1 Police, \d+ Dokument/)
  await manager.post(`${page}/account/roles`, { check: '1', roles: ['other_lines'], until_other_lines: '31.12.2090' })
  expect(manager.location).toBe(`${page}/account/check?roles=other_lines&until_other_lines=31.12.2090`)
  await manager.follow()
  expect(manager.text()).toContain('Übrige Branchen (bis 31.12.2090)')
  const back = /href="([^"]*choice=1)"/.exec(manager.html)![1]!.replaceAll('&amp;', '&')
  await manager.get(back)
  expect(manager.html).toContain('value="31.12.2090"')
  expect(manager.html).toMatch(/<input type="checkbox" id="f-roles-other_lines"[^>]*checked/)
  expect(manager.html).not.toMatch(/<input type="checkbox" id="f-roles-fleet"[^>]*checked/)
})

test('a role that waits for a second person opens nothing yet, and says so', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  await manager.get(`/de-de/contacts/${manager.contactId}/account/check?roles=user_manager&roles=full_access`)
  expect(manager.text()).toContain('Wartet auf eine zweite Person')
  expect(manager.text()).toContain('ändert sich zurzeit nichts')
})

test('nothing chosen leads back, what is wrong stays, and strangers find no page', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const person = await house.person({ roles: ['fleet'] })
  await choose(manager, person, ['fleet'])
  expect(manager.location).toContain('done=nothing')
  await manager.get(`/de-de/contacts/${person.contactId}/account/check?roles=fleet&until_fleet=gestern`)
  expect([manager.status, manager.html.includes('value="gestern"')]).toEqual([422, true])
  const none = await house.person({ company: 'K-10005', roles: ['user_manager'] })
  expect((await choose(none, person, ['fleet'])).status).toBe(404)
  expect((await choose(person, person, assignableRoles)).status).toBe(403)
})
