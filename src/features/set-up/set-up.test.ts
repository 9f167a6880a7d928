import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { offerSetUp, setUp } from './changes.ts'

let house: House
let link = ''
beforeAll(async () => {
  house = await startHouse({ DOSSIER_MODE: 'production' })
})
afterAll(() => house.close())

const fields = {
  number: '4711',
  name: 'Neue Broker AG',
  host: 'portal.neu.example',
  firstName: 'Anna',
  lastName: 'von Arx',
  email: 'chef@neu.example',
  password: 'Kx7!qmvz-2026',
}

test('no link is offered where a brokerage exists', async () => {
  const lines: string[] = []
  await offerSetUp(house.services, (line) => lines.push(line))
  expect(lines.join()).not.toContain('set-up')
})

test('on an empty portal the first administrator gets a link, and looking at it does not use it up', async () => {
  await house.look('truncate brokerage cascade')
  const lines: string[] = []
  await offerSetUp(house.services, (line) => lines.push(line))
  link = /\/de-de\/set-up\?t=\S+/.exec(lines.join())![0]
  const stranger = house.visitor('portal.neu.example')
  for (let i = 0; i < 3; i++) expect((await stranger.get(link)).status).toBe(200)
  expect(stranger.text()).toContain('Portal einrichten')
})

test('bad input comes back as typed, with what to do', async () => {
  const stranger = await house.visitor('portal.neu.example').get(link)
  await stranger.post('/de-de/set-up', { ...fields, number: 'x', firstName: ' ', password: 'Sommer2026!' })
  expect(stranger.status).toBe(422)
  expect(stranger.text()).toContain('Geben Sie eine Nummer aus zwei bis acht Ziffern ein')
  expect(stranger.text()).toContain('nicht häufig vorkommt')
  expect(stranger.text()).toContain('Geben Sie Ihren Vornamen ein')
  expect(stranger.html).toContain('value="Neue Broker AG"')
  expect(stranger.html).toContain('value="von Arx"')
  expect(stranger.html).not.toContain('Sommer2026!')
})

test('what fails half way leaves no brokerage behind, and the link as good as before', async () => {
  const token = link.split('t=')[1]!
  // The last of the three steps refuses a name that no form lets through.
  await expect(setUp(house.services, token, { ...fields, lastName: 'x'.repeat(81) })).rejects.toThrow('staff_member')
  expect(await house.look('select from brokerage')).toHaveLength(0)
  expect((await house.visitor('portal.neu.example').get(link)).status).toBe(200)
})

test('of many who send the link at once exactly one founds', async () => {
  const page = await house.visitor('portal.neu.example').get(link)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      page.tab().send('POST', '/de-de/set-up', { ...page.hiddenFields('/de-de/set-up'), ...fields }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(await house.look('select number from brokerage')).toEqual([{ number: '4711' }])
  expect((await house.visitor('portal.neu.example').get('/de-de/')).location).toContain('PortalLogin')
  expect(await house.look('select first_name, last_name, function, email from staff_member')).toEqual([
    { first_name: 'Anna', last_name: 'von Arx', function: 'administrator', email: 'chef@neu.example' },
  ])
  expect(await house.look('select from terms_acceptance')).toHaveLength(0)
})

test('a link that waits is dead once the command line has founded a brokerage', async () => {
  await house.look('update setup_link set used_at = null')
  expect((await house.visitor('portal.neu.example').get(link)).status).toBe(404)
  expect(await setUp(house.services, link.split('t=')[1]!, { ...fields, email: 'dieb@neu.example' })).toBe(false)
  expect(await house.look('select email from staff_member')).toEqual([{ email: 'chef@neu.example' }])
})
