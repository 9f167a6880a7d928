import { asBrokerage } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { safeReturn } from '../../platform/origin-check.ts'
import { anyone, get, page, post, type Reply, type Route, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { demonstrationCode } from '../second-factor/demonstration.ts'
import { factorsOf } from '../second-factor/factors.ts'
import { passkeyIds, passkeysHere, requestOptions } from '../second-factor/passkeys.ts'
import { endedChallenge, findChallenge } from './challenge.ts'
import { afterSignIn, goOn } from './go-on.ts'
import { limited } from './limit.ts'
import { type SecondStepForm, secondStepPage } from './pages/second-step.tsx'
import { takeSecondStep, takeSecondStepByPasskey } from './second-step.ts'

async function show(visit: Visit, { query }: { query: Record<string, unknown> }): Promise<Reply> {
  const returnurl = safeReturn(query.returnurl) ?? ''
  if (visit.actor.kind !== 'visitor') return redirect(afterSignIn(visit, returnurl))
  return formReply(visit, { returnurl, recovery: query.with === 'recovery' })
}

async function submit(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const returnurl = safeReturn(body.returnurl) ?? ''
  const recovery = body.with === 'recovery'
  const typed = typeof body.code === 'string' ? body.code.slice(0, 100).trim() : ''
  if (typed === '') return formReply(visit, { returnurl, recovery, error: 'missing' })
  try {
    const taken = await takeSecondStep(visit, typed)
    if (taken.kind === 'wrong') return formReply(visit, { returnurl, recovery, error: recovery ? 'wrong_recovery' : 'wrong' })
    if (taken.kind === 'over') return redirect(startAgain(visit, returnurl), { cookies: taken.cookies })
    return goOn(visit, returnurl, taken)
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 429)) throw error
    return formReply(visit, { returnurl, recovery, error: 'wait' }, error.retryAfter)
  }
}

async function submitPasskey(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const returnurl = safeReturn(body.returnurl) ?? ''
  const taken = await takeSecondStepByPasskey(visit, body.passkey)
  if (taken.kind === 'wrong') return formReply(visit, { returnurl, recovery: false, error: 'passkey_failed' })
  if (taken.kind === 'over') return redirect(startAgain(visit, returnurl), { cookies: taken.cookies })
  return goOn(visit, returnurl, taken)
}

const startAgain = (visit: Visit, returnurl: string) =>
  href(visit, `/PortalLogin?done=again&returnurl=${encodeURIComponent(returnurl)}`)

type Shown = Pick<SecondStepForm, 'returnurl' | 'recovery' | 'error'>

async function formReply(visit: Visit, shown: Shown, wait?: number): Promise<Reply> {
  const found = await asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    const challenge = await findChallenge(db, visit)
    if (!challenge) return null
    const factors = await factorsOf(db, challenge.login_id)
    const ids = passkeysHere(visit) ? await passkeyIds(db, visit.brokerage.id, challenge.login_id) : []
    return { challenge, factors, ids, code: await demonstrationCode(db, visit, challenge.login_id) }
  })
  if (!found) return redirect(startAgain(visit, shown.returnurl), { cookies: [endedChallenge(visit)] })
  const form: SecondStepForm = {
    ...shown,
    app: found.factors.some(({ kind }) => kind === 'app'),
    stays: found.challenge.stays,
    demonstration: found.code,
    passkey: found.ids.length > 0 ? JSON.stringify(requestOptions(visit, 'second step', found.ids)) : null,
  }
  if (wait !== undefined) return page(secondStepPage(visit, form), 429, { headers: { 'retry-after': String(wait) } })
  return page(secondStepPage(visit, form), shown.error ? 422 : 200)
}

export const secondStepRoutes: Route[] = [
  get('/second-step', anyone, show, { gate: true, noReferrer: true }),
  post('/second-step/passkey', anyone, limited(submitPasskey), { gate: true, noReferrer: true }),
  post('/second-step', anyone, limited(submit), { gate: true, noReferrer: true }),
]
