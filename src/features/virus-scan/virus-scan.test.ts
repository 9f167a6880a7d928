import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { eicar, type Mood, startClamd } from '../../../test/clamd.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { jpeg, multipart, pdf, send, sendRaw } from '../../../test/multipart.ts'
import { checkScanner } from './scanner.ts'

let house: House
let clamd: Awaited<ReturnType<typeof startClamd>>
let works: ReturnType<typeof worksIn>
const logged = vi.spyOn(console, 'error')
beforeAll(async () => {
  clamd = await startClamd()
  house = await startHouse({ CLAMD_URL: clamd.url })
  works = worksIn(house)
})
beforeEach(async () => {
  await house.look('delete from graphile_worker._private_jobs')
  clamd.state.mood = 'well'
  logged.mockReset()
})
afterAll(async () => {
  await works.close()
  await house.close()
  await clamd.close()
})

const path = '/de-de/documents/new'
const infected = (salt = '') => Buffer.concat([pdf, Buffer.from(salt), eicar])
const later = (salt: string) => Buffer.concat([pdf, Buffer.from(salt)])

async function file(bytes: Buffer, roles: ('file_manager' | 'full_access')[] = ['file_manager', 'full_access']) {
  const person = await house.person({ roles })
  await person.get(path)
  await send(person, path, { category: 'other' }, [{ name: 'a.pdf', bytes }])
  expect(person.status).toBe(303)
  const [document] = await house.look<{ id: string; sha256: Buffer }>(
    'select id, sha256 from document where author_account_id = $1',
    [person.accountId],
  )
  const visit = async (address: string) => {
    await person.get(`/de-de/documents/${document!.id}${address}`)
    return { status: person.status, text: person.text(), html: person.html }
  }
  return Object.assign(person, { document: document!, visit })
}

const state = async (sha256: Buffer) =>
  (
    await house.look<{ scan_state: string; answer: string | null }>(
      'select scan_state, answer from kept_file where sha256 = $1',
      [sha256],
    )
  )[0]

test('a file waits for the scanner, and leaves when it is clean', async () => {
  const person = await file(later('clean'))
  expect((await person.visit('')).text).toContain('wird auf Viren geprüft')
  const waiting = await person.visit('/file')
  expect([waiting.status, waiting.html.includes('%PDF')]).toEqual([404, false])
  expect(waiting.text).toContain('Die Datei wird auf Viren geprüft')
  expect(await works.runWaiting('virus_scan')).toEqual([])
  expect((await person.visit('')).text).toContain('virengeprüft')
  expect((await person.visit('/file')).html).toBe(later('clean').toString())
})

test('an infected file never leaves, the page says why, and its uploader finds it in the history', async () => {
  const person = await file(infected())
  await works.runWaiting('virus_scan')
  expect(await state(person.document.sha256)).toEqual({ scan_state: 'infected', answer: 'Eicar-Test-Signature' })
  expect((await person.get('/de-de/')).text()).toContain('steckte Schadsoftware')
  const answer = await person.visit('/file')
  expect([answer.status, answer.text.includes('In der Datei wurde ein Virus gefunden')]).toEqual([404, true])
  expect((await person.visit('')).text).toContain('gesperrt: Virus gefunden')
  await person.get('/de-de/documents')
  expect(person.html).not.toContain(`/documents/${person.document.id}/file`)
  const events = await house.look<{ actor_kind: string; details: unknown; company_id: string }>(
    `select actor_kind, details, company_id from event where verb = 'file.infected' and subject_id = $1`,
    [person.document.id],
  )
  expect(events).toEqual([
    {
      actor_kind: 'system',
      company_id: person.companyId,
      details: { found: 'Eicar-Test-Signature', by: { kind: 'customer', id: person.accountId } },
    },
  ])
})

test('the same bytes brought by somebody else are known at once, and they are told too', async () => {
  await file(infected('twice'))
  await works.runWaiting('virus_scan')
  const scans = clamd.state.scans
  const other = await file(infected('twice'))
  expect((await other.visit('')).text).toContain('gesperrt: Virus gefunden')
  await works.runWaiting('virus_scan')
  expect(clamd.state.scans).toBe(scans)
  const told = await house.look(`select 1 from event where verb = 'file.infected' and subject_id = $1`, [other.document.id])
  expect(told).toHaveLength(1)
})

test('also staff and full access get nothing of a file that is not clean', async () => {
  const { document } = await file(infected('for staff'))
  for (const reader of [await house.staff(), await house.person({ roles: ['full_access'] })]) {
    await reader.get(`/de-de/documents/${document.id}/file`)
    expect([reader.status, reader.html.includes('EICAR')]).toEqual([404, false])
  }
})

test.each<Mood>(['hangs up', 'too small', 'talks nonsense'])(
  'a scanner that %s: the file waits and is tried again',
  async (mood) => {
    const person = await file(later(mood))
    clamd.state.mood = mood
    expect(await works.runWaiting('virus_scan')).toHaveLength(1)
    expect((await state(person.document.sha256))?.scan_state).toBe('pending')
    expect((await person.visit('/file')).status).toBe(404)
    clamd.state.mood = 'well'
    expect(await works.runWaiting('virus_scan')).toEqual([])
    expect((await person.visit('/file')).status).toBe(200)
  },
)

test('after the last try it has failed, which is no pass; a day later it is asked anew', async () => {
  const person = await file(later('failed'))
  clamd.state.mood = 'too small'
  expect(await works.runWaiting('virus_scan', true)).toEqual([])
  expect((await state(person.document.sha256))?.scan_state).toBe('failed')
  const answer = await person.visit('/file')
  expect([answer.status, answer.text.includes('Die Virenprüfung war nicht möglich')]).toEqual([404, true])
  clamd.state.mood = 'well'
  await house.database.write(
    await house.brokerageId(),
    `update kept_file set asked_at = now() - interval '25 hours' where sha256 = $1`,
    [person.document.sha256],
  )
  await works.run('virus_scan_sweep')
  await works.runWaiting('virus_scan')
  expect((await person.visit('/file')).status).toBe(200)
})

test('what was imported, and what came before there was a scanner, waits until the sweep had it scanned', async () => {
  const reader = await house.person({ roles: ['full_access'] })
  const [document] = await house.look<{ id: string; sha256: Buffer }>(
    `select d.id, d.sha256 from document d join company c on c.id = d.company_id where c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') limit 1`,
  )
  await reader.get(`/de-de/documents/${document!.id}/file`)
  expect(reader.status).toBe(404)
  await house.database.write(
    await house.brokerageId(),
    `update kept_file set kept_at = now() - interval '1 hour' where sha256 = $1`,
    [document!.sha256],
  )
  await works.run('virus_scan_sweep')
  expect(await works.runWaiting('virus_scan')).toEqual([])
  await reader.get(`/de-de/documents/${document!.id}/file`)
  expect(reader.status).toBe(200)
})

test('the alarm comes after fifteen minutes of waiting, not before', async () => {
  const alarms = () => logged.mock.calls.filter((call) => String(call[1]).includes('over 15 minutes')).length
  const person = await file(later('alarm'))
  clamd.state.mood = 'hangs up'
  await works.runWaiting('virus_scan')
  await works.run('virus_scan_sweep')
  expect(alarms()).toBe(0)
  await house.database.write(
    await house.brokerageId(),
    `update kept_file set asked_at = now() - interval '16 minutes' where sha256 = $1`,
    [person.document.sha256],
  )
  await works.run('virus_scan_sweep')
  expect(alarms()).toBe(1)
})

test('files of a claim report wait as well', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/claims/new')
  await person.post('/de-de/claims/new', { ...person.hiddenFields('/de-de/claims/new'), kind: 'vehicle' })
  const files = person.location!.replace('/event', '/files')
  await person.get(files)
  await sendRaw(
    person,
    files,
    multipart({ ...person.hiddenFields(files), go: 'stay' }, [{ name: 'foto.jpg', bytes: Buffer.concat([jpeg, eicar]) }]),
  )
  await person.get(files)
  expect(person.text()).toContain('wird auf Viren geprüft')
  await works.runWaiting('virus_scan')
  await person.get(files)
  expect(person.text()).toContain('gesperrt: Virus gefunden')
})

test('a person cannot write that a file is clean', async () => {
  const { document } = await file(later('claimed'))
  const person = await house.person({ roles: ['file_manager'] })
  await expect(
    house.database.app.query(
      `begin; select set_config('app.brokerage', '${await house.brokerageId()}', true), set_config('app.actor', '${person.accountId}', true);
       update kept_file set scan_state = 'clean' where sha256 = '\\x${document.sha256.toString('hex')}'; commit`,
    ),
  ).rejects.toThrow('permission denied')
})

test('the start refuses a scanner that takes smaller files than we do, and goes on without one that is away', async () => {
  const small = await startClamd(25_000_000)
  const log = { error: vi.fn() } as unknown as Console
  const services = (clamdAddress: { host: string; port: number } | null) => ({ config: { clamd: clamdAddress }, log })
  await expect(checkScanner(services(small.address))).rejects.toThrow('StreamMaxLength')
  await small.close()
  await checkScanner(services(small.address))
  expect(log.error).toHaveBeenCalledTimes(1)
  await checkScanner(services(clamd.address))
  await checkScanner(services(null))
  expect(log.error).toHaveBeenCalledTimes(1)
})
