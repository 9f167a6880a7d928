import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>

async function keep(person: Person, name: string, query = 'v=active&o=-premium', fields: Record<string, string> = {}) {
  await person.get(`/de-de/views/new?list=policies&query=${encodeURIComponent(query)}`)
  await person.post('/de-de/views/new', { name, ...fields })
  expect(person.status).toBe(303)
  return /v=([0-9a-f-]{36})/.exec(person.location!)![1]!
}

test('keeping, choosing, changing, saving, renaming, deleting and bringing back a view', async () => {
  const person = await house.person({ roles: ['full_access'] })
  await person.get('/de-de/policies?f.state=active&q=a')
  expect(person.text()).toContain('Als neue Ansicht speichern')
  const id = await keep(person, 'Meine Aktiven', 'q=a&f.state=active&n=100&s=4&nonsense=1')
  await person.follow()
  expect(person.text()).toContain('Ansicht gespeichert.')
  expect(person.text()).toContain('Ansicht «Meine Aktiven»')
  expect(person.html).toMatch(new RegExp(`<option value="${id}" selected`))
  expect(person.text()).toContain('Filter (1)')
  expect(person.text()).not.toContain('geändert')

  // Chosen in the form of another state: its own query counts.
  await person.get(`/de-de/policies?v=${id}&q=somethingelse&o=number`)
  expect(person.html).toContain('name="q" value="a"')

  await person.get(`/de-de/policies?v=${id}&w=${id}&b=all&q=b&o=number`)
  expect(person.text()).toContain('geändert')
  await person.post(`/de-de/views/${id}/query`)
  await person.follow()
  expect(person.text()).toContain('Ansicht aktualisiert.')
  expect(person.text()).not.toContain('geändert')
  const [row] = await house.look<{ query: string }>('select query from saved_view where id = $1', [id])
  expect(row!.query).toBe('q=b')

  await person.get('/de-de/views?list=policies')
  await person.post(`/de-de/views/${id}`, { [`name-${id}`]: 'Andere' })
  await person.follow()
  expect(person.html).toContain('value="Andere"')
  await person.post(`/de-de/views/${id}/remove`)
  await person.follow()
  expect(person.text()).toContain('Ansicht gelöscht.')
  const deleted = person.tab()
  await deleted.get(`/de-de/policies?v=${id}`)
  expect(deleted.text()).not.toContain('Andere')
  await person.post(`/de-de/views/${id}/restore`)
  await person.follow()
  expect(person.html).toContain('value="Andere"')
})

test('the same form sent twenty times keeps one view; a name is taken once', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/views/new?list=policies&query=q%3Dx')
  const form = person.hiddenFields('/de-de/views/new')
  for (let n = 0; n < 20; n++) await person.send('POST', '/de-de/views/new', { ...form, name: 'Einmal' })
  expect(await house.look('select id from saved_view where account_id = $1', [person.accountId])).toHaveLength(1)
  await person.get('/de-de/views/new?list=policies')
  await person.post('/de-de/views/new', { name: 'EINMAL' })
  expect(person.status).toBe(422)
  expect(person.text()).toContain('Sie haben schon eine Ansicht mit diesem Namen.')
})

test.each([
  ['', 'Geben Sie einen Namen ein.'],
  ['x'.repeat(61), 'Höchstens 60 Zeichen.'],
])('the name «%s» is refused', async (name, sentence) => {
  const person = await house.person()
  await person.get('/de-de/views/new?list=policies')
  await person.post('/de-de/views/new', { name })
  expect(person.status).toBe(422)
  expect(person.text()).toContain(sentence)
  expect(person.text()).toContain('Fehler')
})

describe('a view is seen by', () => {
  const all = async (people: Record<string, { get(path: string): Promise<{ html: string }> }>, name: string) => {
    const seeing: string[] = []
    for (const [who, person] of Object.entries(people)) {
      const list = (await person.get('/de-de/policies')).html
      const manage = (await person.get('/de-de/views?list=policies')).html
      if (list.includes(name) || manage.includes(name)) seeing.push(who)
    }
    return seeing
  }
  const everybody = async (owner: Person) => ({
    owner,
    colleague: await house.person({ roles: ['fleet'] }),
    'other user manager': await house.person({ roles: ['user_manager', 'fleet'] }),
    'other company': await house.person({ company: 'K-10005', roles: ['user_manager', 'full_access'] }),
    'other brokerage': await house.person({ brokerage: '7101', roles: ['user_manager', 'full_access'] }),
    staff: await house.staff(),
  })

  test('its owner alone', async () => {
    const owner = await house.person({ roles: ['fleet'] })
    await keep(owner, 'Nur meine')
    expect(await all(await everybody(owner), 'Nur meine')).toEqual(['owner'])
  })

  test('the own company when a User Manager shares it; it opens nothing', async () => {
    const owner = await house.person({ roles: ['user_manager', 'full_access'] })
    const id = await keep(owner, 'Für alle hier', 'v=active', { shared: 'on' })
    const people = await everybody(owner)
    expect(await all(people, 'Für alle hier')).toEqual(['owner', 'colleague', 'other user manager'])
    await people.colleague.get(`/de-de/policies?v=${id}`)
    expect(people.colleague.text()).toContain('Ansicht «Für alle hier»')
    expect(people.colleague.html).not.toContain('/policies/export.csv?v=active')
    expect(people.colleague.text()).not.toContain('BVG')
    // A colleague neither changes nor deletes it; another User Manager may delete it.
    const path = `/de-de/views/${id}`
    await people.colleague.get('/de-de/views?list=policies')
    expect(people.colleague.html).not.toContain(`${path}/remove`)
    await people['other user manager'].get('/de-de/views?list=policies')
    await people['other user manager'].post(`${path}/remove`)
    expect(people['other user manager'].status).toBe(303)
    expect(await all(people, 'Für alle hier')).toEqual([])
  })

  test('its owner alone when somebody else tries to share it', async () => {
    const owner = await house.person({ roles: ['full_access'] })
    const id = await keep(owner, 'Heimlich geteilt', 'v=active', { shared: 'on' })
    const [row] = await house.look<{ shared: boolean }>('select shared from saved_view where id = $1', [id])
    expect(row!.shared).toBe(false)
    expect(await all(await everybody(owner), 'Heimlich geteilt')).toEqual(['owner'])
  })
})

test('the database refuses what no form offers', async () => {
  const owner = await house.person({ roles: ['fleet'] })
  const other = await house.person({ roles: ['user_manager'] })
  const id = await keep(owner, 'Eigene')
  for (const what of ['', '/query', '/remove', '/restore']) {
    await other.get('/de-de/policies')
    const elsewhere = await other.post(`/de-de/views/${id}${what}`, { query: 'q=x', [`name-${id}`]: 'Gekapert' })
    expect([what, [403, 404].includes(elsewhere.status)]).toEqual([what, true])
  }
  const client = await house.database.app.connect()
  try {
    const brokerage = await house.brokerageId()
    await client.query('begin')
    await client.query(`select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)`, [
      brokerage,
      owner.accountId,
    ])
    const share = client.query('update saved_view set shared = true where id = $1', [id])
    await expect(share).rejects.toMatchObject({ code: '42501' })
    await client.query('rollback')
    await client.query('begin')
    await client.query(`select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)`, [
      brokerage,
      other.accountId,
    ])
    const { rowCount } = await client.query(`update saved_view set name = 'Gekapert' where id = $1`, [id])
    expect(rowCount).toBe(0)
    await client.query('rollback')
  } finally {
    client.release()
  }
})

test('a stored query is read anew on each use: what fits no more is gone', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const id = await keep(person, 'Alt', 'v=active')
  await house.look('update saved_view set query = $2 where id = $1', [
    id,
    "v=gone&f.gone=1&o=';drop&f.state=active&q=%00%ED%A0%80",
  ])
  await person.get(`/de-de/policies?v=${id}`)
  expect(person.status).toBe(200)
  expect(person.text()).not.toContain('geändert')
  await person.get('/de-de/views?list=nothing')
  expect(person.status).toBe(404)
})

test('staff keep views of their own', async () => {
  const staff = await house.staff()
  await staff.get('/de-de/views/new?list=policies&query=v%3Dexpiring')
  expect(staff.html).not.toContain('name="shared"')
  await staff.post('/de-de/views/new', { name: 'Läuft bald ab' })
  await staff.follow()
  expect(staff.text()).toContain('Ansicht «Läuft bald ab»')
})
