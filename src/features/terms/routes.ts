import type { Actor } from '../../platform/actor.ts'
import { asBrokerage } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { safeReturn } from '../../platform/origin-check.ts'
import { anyone, get, page, post, type Reply, type Route, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { acceptTerms, openSessionsAgain } from './changes.ts'
import { acceptTermsPage, termsPage } from './pages/terms.tsx'
import { currentTerms, type Terms, termsToAccept } from './queries.ts'

async function show(visit: Visit): Promise<Reply> {
  return page(termsPage(visit, await currentTerms(visit.db, visit.brokerage, visit.language)))
}

type Person = Exclude<Actor, { kind: 'visitor' }>

async function ask(visit: Visit, { query }: { query: Record<string, unknown> }): Promise<Reply> {
  const { loginId } = visit.actor as Person
  const returnurl = safeReturn(query.returnurl) ?? href(visit, '/')
  const terms = await asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    const waiting = await termsToAccept(db, visit.brokerage, loginId, visit.language)
    // Nothing waits (any more): a session that believes so must not be sent here for ever.
    if (!waiting) await openSessionsAgain(db, visit.brokerage, loginId)
    return waiting
  })
  return terms ? page(acceptTermsPage(visit, { terms, returnurl, missing: false })) : redirect(returnurl)
}

// At the gate: the web process itself may write no acceptance.
async function accept(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const person = visit.actor as Person
  const returnurl = safeReturn(body.returnurl) ?? href(visit, '/')
  const still = await asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db): Promise<Terms | null> => {
    const terms = await termsToAccept(db, visit.brokerage, person.loginId, visit.language)
    // A version that came out while this one was being read is shown first.
    if (!terms || body.terms !== 'on' || body.terms_version !== String(terms.version)) return terms
    await acceptTerms(db, visit.brokerage, person.loginId, terms, 'sign_in')
    await recordEvent(db, visit.brokerage, person, {
      verb: 'login.terms_accepted',
      subjectKind: 'login',
      subjectId: person.loginId,
      details: { version: terms.version },
    })
    return null
  })
  return still ? page(acceptTermsPage(visit, { terms: still, returnurl, missing: true }), 422) : redirect(returnurl)
}

export const routes: Route[] = [
  get('/terms', anyone, show, { beforeTerms: true }),
  get('/terms/accept', signedIn, ask, { gate: true, beforeTerms: true }),
  post('/terms/accept', signedIn, accept, { gate: true, beforeTerms: true }),
]
