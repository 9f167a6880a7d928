import { asBrokerage } from '../../platform/db.ts'
import { anyone, get, page, post, type Reply, type Route, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { carried, carry } from '../sign-in/carried.ts'
import { limited } from '../sign-in/limit.ts'
import { wordsAbout } from '../sign-in/new-password.ts'
import { currentTerms, type Terms } from '../terms/queries.ts'
import { activate, sendNewLink } from './changes.ts'
import { readActivation } from './input.ts'
import { type ActivationForm, activatePage } from './pages/activate.tsx'
import { activatedPage, deadLinkPage, linkSentPage } from './pages/results.tsx'
import { findInvitation, type Invited, type LinkState } from './queries.ts'

type Found = { state: 'good'; invited: Invited; terms: Terms | null } | { state: Exclude<LinkState, 'good'> }

function find(visit: Visit): Promise<Found> {
  const token = carried(visit, 'activation')
  if (!token) return Promise.resolve({ state: 'unknown' })
  return asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    const { state, invited } = await findInvitation(db, visit.brokerage.id, token)
    if (state !== 'good' || !invited) return { state: state === 'good' ? 'unknown' : state }
    return { state, invited, terms: await currentTerms(db, visit.brokerage, visit.language) }
  })
}

// However often a scanner fetches the link, nothing is used up: only the form's POST does that (I4).
async function show(visit: Visit, { query }: { query: Record<string, unknown> }): Promise<Reply> {
  if (query.t !== undefined) return redirect(href(visit, '/activate'), { cookies: [carry(visit, 'activation', query.t)] })
  const found = await find(visit)
  if (found.state !== 'good') return page(deadLinkPage(visit, found.state), found.state === 'unknown' ? 404 : 410)
  return page(activatePage(visit, { ...formOf(found), accepted: false, errors: [] }))
}

function formOf({ invited, terms }: { invited: Invited; terms: Terms | null }): Omit<ActivationForm, 'errors' | 'accepted'> {
  const name = `${invited.firstName} ${invited.lastName}`.trim()
  const { email, companyName, hasPassword } = invited
  return { name, email, companyName, hasPassword, termsVersion: terms?.version ?? null }
}

async function submit(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const found = await find(visit)
  if (found.state !== 'good') return page(deadLinkPage(visit, found.state), found.state === 'unknown' ? 404 : 410)
  const { invited, terms } = found
  const form = formOf(found)
  const { entered, errors } = readActivation(body, { ...form, context: wordsAbout(visit.brokerage, invited) })
  const again = (problems: ActivationForm['errors']) =>
    page(activatePage(visit, { ...form, accepted: entered.accepted, errors: problems }), 422)
  if (errors.length > 0) return again(errors)
  const newPassword = invited.hasPassword ? null : entered.password
  const result = await activate(visit, carried(visit, 'activation')!, { temporary: entered.temporary, newPassword, terms })
  if (result === 'done') return redirect(href(visit, '/activate/done'), { cookies: [carry(visit, 'activation', null)] })
  if (result === 'dead') return redirect(href(visit, '/activate'))
  const now = await find(visit)
  return now.state === 'good'
    ? again([{ field: 'temporary', code: 'temporary_wrong' }])
    : page(deadLinkPage(visit, now.state), 410)
}

async function resend(visit: Visit): Promise<Reply> {
  const token = carried(visit, 'activation')
  if (token) await sendNewLink(visit, token)
  return redirect(href(visit, '/activate/sent'))
}

const quiet = { noReferrer: true }
const atTheGate = { ...quiet, gate: true }

export const routes: Route[] = [
  get('/activate', anyone, limited(show), atTheGate),
  post('/activate', anyone, limited(submit), atTheGate),
  get('/activate/done', anyone, async (visit) => page(activatedPage(visit)), quiet),
  post('/activate/resend', anyone, limited(resend), atTheGate),
  get('/activate/sent', anyone, async (visit) => page(linkSentPage(visit)), quiet),
]
