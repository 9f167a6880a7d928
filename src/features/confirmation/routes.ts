import { safeReturn } from '../../platform/origin-check.ts'
import { get, post, type Reply, type Route, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { confirmAhead } from './confirm.ts'

type Input = Parameters<Route['handle']>[1]

const target = (visit: Visit, value: unknown) => safeReturn(value) ?? href(visit, '/')

// Where a risky page leads whoever has to prove themselves first. The form here is a risky one itself: the pipeline takes the proof.
async function show(visit: Visit, { query }: Input): Promise<Reply> {
  const returnurl = target(visit, query.returnurl)
  const proved = visit.actor.kind !== 'visitor' && visit.actor.confirmed
  return proved ? redirect(returnurl) : confirmAhead(visit, returnurl)
}

const early = { beforeTerms: true, beforeFactor: true, noReferrer: true }

export const routes: Route[] = [
  get('/confirm', signedIn, show, early),
  post('/confirm', signedIn, async (visit, { body }) => redirect(target(visit, body.returnurl)), { ...early, sudo: {} }),
]
