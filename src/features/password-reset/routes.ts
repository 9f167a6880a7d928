import { reserve, sourceBucket } from '../../platform/attempts.ts'
import { asBrokerage } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { anyone, get, page, post, type Reply, type Route, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { carried, carry } from '../sign-in/carried.ts'
import { limited } from '../sign-in/limit.ts'
import { newPasswordErrors, wordsAbout } from '../sign-in/new-password.ts'
import { askForReset, finishReset } from './changes.ts'
import { forgottenPage, resetSentPage } from './pages/forgotten.tsx'
import { deadResetPage, type ResetForm, resetDonePage, resetPage } from './pages/reset.tsx'
import { findReset } from './queries.ts'

// The same work and the same answer for every address; ten an hour from one place (I6, I7).
async function ask(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const email = textOf(body.email).trim().slice(0, 320)
  if (email === '') return page(forgottenPage(visit, { missing: true }), 422)
  await asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    await reserve(db, visit.brokerage.id, [sourceBucket(visit.services.keys.ledger, 'reset-source', visit.ip, 10, 60)])
    await askForReset(db, visit, email)
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.status === 429)) throw error
  })
  return redirect(href(visit, '/password/sent'))
}

const textOf = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0') ? value.slice(0, 2000) : ''

async function find(visit: Visit) {
  const token = carried(visit, 'reset')
  if (!token) return { state: 'unknown', person: null, firstPassword: false } as const
  return asBrokerage(visit.services.database.gate, visit.brokerage.id, (db) => findReset(db, visit.brokerage.id, token))
}

async function show(visit: Visit, { query }: { query: Record<string, unknown> }): Promise<Reply> {
  if (query.t !== undefined) return redirect(href(visit, '/password/reset'), { cookies: [carry(visit, 'reset', query.t)] })
  const { state, person, firstPassword } = await find(visit)
  if (state !== 'good' || !person) return dead(visit, state)
  return page(resetPage(visit, { ...formOf(person, firstPassword), errors: [] }))
}

function dead(visit: Visit, state: Awaited<ReturnType<typeof find>>['state']): Reply {
  const why = state === 'good' ? 'revoked' : state
  return page(deadResetPage(visit, why), why === 'unknown' ? 404 : 410)
}

function formOf(person: { firstName: string; lastName: string; email: string }, first: boolean): Omit<ResetForm, 'errors'> {
  return { name: `${person.firstName} ${person.lastName}`.trim(), email: person.email, first }
}

async function submit(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const { state, person, firstPassword } = await find(visit)
  if (state !== 'good' || !person) return dead(visit, state)
  const entered = { password: textOf(body.password), confirmation: textOf(body.confirmation) }
  const errors = newPasswordErrors(entered, wordsAbout(visit.brokerage, person))
  if (errors.length > 0) return page(resetPage(visit, { ...formOf(person, firstPassword), errors }), 422)
  if (!(await finishReset(visit, carried(visit, 'reset')!, entered.password))) return redirect(href(visit, '/password/reset'))
  return redirect(href(visit, '/password/done'), { cookies: [carry(visit, 'reset', null)] })
}

const quiet = { noReferrer: true }
const atTheGate = { ...quiet, gate: true }

export const routes: Route[] = [
  get('/password/forgotten', anyone, async (visit) => page(forgottenPage(visit, { missing: false })), quiet),
  post('/password/forgotten', anyone, limited(ask), atTheGate),
  get('/password/sent', anyone, async (visit) => page(resetSentPage(visit)), quiet),
  get('/password/reset', anyone, limited(show), atTheGate),
  post('/password/reset', anyone, limited(submit), atTheGate),
  get('/password/done', anyone, async (visit) => page(resetDonePage(visit)), quiet),
]
