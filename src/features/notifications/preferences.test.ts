import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const page = '/de-de/profile/notifications'

/** Which boxes of the page are ticked: `message-portal`, … */
function ticked(html: string): string[] {
  return [...html.matchAll(/<input type="checkbox" id="f-([a-z_]+-[a-z]+)"[^>]*>/g)]
    .filter(([tag]) => / checked/.test(tag))
    .map(([, id]) => id!)
}

test('what is usual: everything in the portal, what waits for an answer at once, the rest in the summary', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await anja.get('/de-de/profile')
  expect(anja.html).toContain('href="/de-de/profile/notifications"')
  await anja.get(page)
  const boxes = ticked(anja.html)
  expect(boxes.filter((box) => box.endsWith('-mail'))).toEqual([
    'message-mail',
    'request-mail',
    'claim-mail',
    'premium_warning-mail',
  ])
  expect(boxes.filter((box) => box.endsWith('-daily'))).toEqual([
    'document-daily',
    'policy-daily',
    'premium_invoice-daily',
    'invoice-daily',
    'deadline-daily',
  ])
  expect(boxes.filter((box) => box.endsWith('-portal'))).toHaveLength(10)
  expect(anja.text()).toContain('Das lässt sich nicht abstellen')
})

test('is kept as ticked, in every account of the person, and nobody else’s changes', async () => {
  const [anja, beat] = [await house.person(), await house.person()]
  const before = ticked((await beat.get(page)).html)
  await anja.get(page)
  await anja.post(page, {
    message: ['portal', 'daily'],
    document: 'mail',
    quiet_from: '22.00',
    quiet_until: '7',
    quiet_weekends: 'on',
  })
  expect(anja.location).toBe(`${page}?done=saved`)
  await anja.follow()
  expect(ticked(anja.html)).toEqual(['message-portal', 'message-daily', 'document-mail'])
  expect(anja.html).toMatch(/name="quiet_from"[^>]*value="22:00"|value="22:00"[^>]*name="quiet_from"/)
  expect(anja.html).toMatch(/name="quiet_until"[^>]*value="07:00"|value="07:00"[^>]*name="quiet_until"/)
  expect(anja.html).toMatch(/<input[^>]*name="quiet_weekends"[^>]* checked/)
  expect(ticked((await beat.get(page)).html)).toEqual(before)
  const rows = await house.look(
    'select occasion from notification_choice where login_id = (select login_id from portal_account where id = $1)',
    [beat.accountId],
  )
  expect(rows).toEqual([])
})

test('times that are none, one without the other, and boxes that do not exist come back with what was typed', async () => {
  const anja = await house.person()
  const tries = [
    [{ quiet_from: '25:00', quiet_until: '07:00' }, 'Geben Sie eine Uhrzeit ein'],
    [{ quiet_from: '22:00', quiet_until: '' }, 'Geben Sie auch diese Uhrzeit ein'],
    [{ quiet_from: '', quiet_until: '22:00' }, 'Geben Sie auch diese Uhrzeit ein'],
    [{ quiet_from: '22:00', quiet_until: '22:00' }, 'Beginn und Ende müssen sich unterscheiden'],
    [{ quiet_from: '\u0000', quiet_until: '07:00' }, 'Geben Sie eine Uhrzeit ein'],
    [{ message: 'pigeon' }, 'Wählen Sie aus, was auf der Seite steht'],
  ] as const
  for (const [fields, message] of tries) {
    await anja.get(page)
    await anja.post(page, { claim: ['daily'], ...fields })
    expect([fields, anja.status]).toEqual([fields, 422])
    expect(anja.text()).toContain(message)
    expect(ticked(anja.html)).toEqual(['claim-daily'])
  }
  await anja.get(page)
  await anja.post(page, { quiet_from: '25:00', quiet_until: '07:00' })
  expect(anja.html).toContain('value="25:00"')
  for (const version of ['-1', 'x', '99999999999999']) {
    await anja.get(page)
    await anja.post(page, { version })
    expect([version, anja.status]).toEqual([version, 422])
  }
})

test('changed in two windows, the second one sees what the first one stored, and may go on', async () => {
  const anja = await house.person()
  const other = anja.tab()
  await anja.get(page)
  await other.get(page)
  await anja.post(page, { message: ['portal'] })
  await other.post(page, { message: ['portal', 'mail'], quiet_from: '20:00', quiet_until: '07:00' })
  expect(other.status).toBe(409)
  expect(other.text()).toContain('Die Einstellungen wurden inzwischen anderswo geändert')
  expect(other.text()).toContain('Portalnachrichten, E-Mail sofort: aus')
  expect(other.text()).toContain('Ruhezeiten: aus')
  expect(ticked(other.html)).toEqual(['message-portal', 'message-mail'])
  await other.post(page, { message: ['portal', 'mail'] })
  expect(other.status).toBe(303)
  expect(ticked((await anja.get(page)).html)).toEqual(['message-portal', 'message-mail'])
})

test('ten at once store one of them whole', async () => {
  const anja = await house.person()
  await anja.get(page)
  const fields = anja.hiddenFields(page)
  const sent = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      anja.tab().send('POST', page, { ...fields, ...(n % 2 ? { message: ['portal', 'mail'] } : { claim: ['daily'] }) }),
    ),
  )
  expect(sent.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 9 }, () => 409)])
  expect([['message-portal', 'message-mail'].join(), 'claim-daily']).toContain(ticked((await anja.get(page)).html).join())
})

test('staff choose only what they can be told', async () => {
  const staff = await house.staff()
  await staff.get(page)
  expect(staff.html).toContain('f-message-portal')
  expect(staff.html).not.toContain('f-deadline-portal')
  await staff.post(page, { message: ['portal'] })
  expect(staff.status).toBe(303)
  const rows = await house.look<{ occasion: string }>(
    'select occasion from notification_choice where login_id = (select login_id from staff_member where id = $1) order by occasion',
    [staff.staffId],
  )
  expect(rows.map(({ occasion }) => occasion)).toEqual(['claim', 'document', 'message', 'package', 'request'])
})
