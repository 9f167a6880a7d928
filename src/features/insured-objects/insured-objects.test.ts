import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const change = async (sql: string, values: unknown[]) => house.database.write(await house.brokerageId(), sql, values)

async function vehicle() {
  const [found] = await house.look<{ id: string; plate: string; master_number: string }>(
    `select o.id, o.plate, o.master_number from insured_object o join company c on c.id = o.company_id
     where c.source_key = 'K-10001' and o.plate is not null and o.master_number is not null limit 1`,
  )
  return found!
}

test('a plate and a master number are found however they are written', async () => {
  const { id, plate, master_number } = await vehicle()
  const person = await house.person({ roles: ['fleet'] })
  const compact = plate.replaceAll(' ', '')
  for (const term of [
    plate,
    compact,
    compact.toLowerCase(),
    plate.replace(' ', ' · '),
    master_number,
    master_number.replaceAll('.', ''),
  ]) {
    await person.get(`/de-de/insured-objects?q=${encodeURIComponent(term)}`)
    expect([term, person.html.includes(`/de-de/insured-objects/${id}"`)]).toEqual([term, true])
    expect([term, person.text().includes('1 bis 1 von 1 Einträgen')]).toEqual([term, true])
  }
})

test('two vehicles on one plate are both there', async () => {
  const { plate } = await vehicle()
  const [other] = await house.look<{ id: string; policy_id: string }>(
    `select o.id from insured_object o join company c on c.id = o.company_id where c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') and plate <> $1 limit 1`,
    [plate],
  )
  await change('update insured_object set plate = $2 where id = $1', [other!.id, plate])
  const person = await house.person({ roles: ['fleet'] })
  await person.get(`/de-de/insured-objects?q=${encodeURIComponent(plate)}`)
  expect(person.text()).toContain('von 2 Einträgen')
})

test('the views are the kinds, in the reader’s words, and what is valid today', async () => {
  const staff = await house.staff()
  for (const [view, word] of [
    ['vehicle', 'Fahrzeug'],
    ['building', 'Gebäude'],
    ['group', 'Personengruppe'],
  ] as const) {
    const [expected] = await house.look<{ n: number }>(
      `select count(*) as n from insured_object o join brokerage b on b.brokerage_id = o.brokerage_id where b.number = '6323' and o.kind = $1`,
      [word],
    )
    await staff.get(`/de-de/insured-objects?v=${view}`)
    expect(staff.text()).toContain(`von ${expected!.n} Einträgen`)
  }
  await staff.get('/it-it/insured-objects?v=building')
  expect(staff.text()).toContain('Edificio')

  const { id } = await vehicle()
  const total = async () => {
    await staff.get('/de-de/insured-objects?v=current')
    return Number(/von (\d+) Einträgen/.exec(staff.text())![1])
  }
  const before = await total()
  await change(`update insured_object set valid_to = current_date - 2 where id = $1`, [id])
  expect(await total()).toBe(before - 1)
  await staff.get(`/de-de/insured-objects/${id}`)
  expect(staff.text()).toContain('nicht mehr gültig')
})

test('an object always has a name to click on, and a kind of the source’s own stays as it is', async () => {
  const { id } = await vehicle()
  await change(`update insured_object set name = '', make_model = null, plate = null, kind = 'Kühlhaus' where id = $1`, [id])
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/fr-fr/insured-objects?q=K%C3%BChlhaus')
  expect(person.html).toMatch(new RegExp(`<a href="/fr-fr/insured-objects/${id}">Kühlhaus</a>`))
  await person.get('/de-de/insured-objects?n=100')
  expect(person.html).not.toMatch(/<th scope="row"[^>]*><a href="[^"]+"><\/a>/)
})
