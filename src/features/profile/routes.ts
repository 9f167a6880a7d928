import type { Customer } from '../../platform/actor.ts'
import { allOf } from '../../platform/all-of.ts'
import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { pathPrefixes } from '../../platform/language.ts'
import { get, page, post, type Reply, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { userManagerNames } from '../../records/whom.ts'
import { ownFactors } from '../second-factor/own.ts'
import { customersOnly } from '../sign-in/company-routes.ts'
import { limited } from '../sign-in/limit.ts'
import { endOtherSessions, endSessionOf, forgetBrowser, saveSettings } from './changes.ts'
import { settingsInput } from './input.ts'
import { myDataFile } from './my-data-export.ts'
import { showProfile, submitContact } from './own-contact.ts'
import { acceptedTermsPage, dataPage } from './pages/data.tsx'
import { passwordPage } from './pages/password.tsx'
import { results } from './pages/profile.tsx'
import { rightsPage } from './pages/rights.tsx'
import { securityPage, securityResults } from './pages/security.tsx'
import { submitPassword } from './password.ts'
import { me } from './person.ts'
import { acceptedTerms, ownSessions, rememberedBrowsers, termsAsAccepted } from './queries.ts'
import { grantsOf, peopleLookedAfter, rightsCounts, waitingRequests } from './rights.ts'

export const routes = [
  get('/profile', signedIn, async (visit, { query }) =>
    page(await showProfile(visit, { done: results.find((result) => result === query.done) ?? null })),
  ),

  post('/profile', signedIn, async (visit, { body }) => {
    const input = readInput(settingsInput, body)
    if (!input.ok) return page(await showProfile(visit, { errors: input.errors }), 422)
    await saveSettings(visit, me(visit), input.value)
    return redirect(`/${pathPrefixes[input.value.language]}/profile?done=saved`)
  }),

  post('/profile/contact', customersOnly, (visit, { body }) => submitContact(visit, visit.actor as Customer, body)),

  get('/profile/security', signedIn, async (visit, { query }) => {
    const person = me(visit)
    const [sessions, remembered, second] = await allOf([
      ownSessions(visit.db, person.loginId),
      rememberedBrowsers(visit.db, person.loginId),
      ownFactors(visit.db, person),
    ])
    const done = securityResults.find((result) => result === query.done) ?? null
    return page(securityPage(visit, { person, sessions, remembered, second, done }))
  }),

  post('/profile/other-sessions/end', signedIn, async (visit) => {
    await endOtherSessions(visit, me(visit))
    return redirect(href(visit, '/profile/security?done=ended'))
  }),

  post('/profile/sessions/:id/end', signedIn, async (visit, { params }) => {
    await endSessionOf(visit, me(visit), idOf(params))
    return redirect(href(visit, '/profile/security?done=session'))
  }),

  post('/profile/remembered/:id/revocation', signedIn, async (visit, { params }) => {
    await forgetBrowser(visit, me(visit), idOf(params))
    return redirect(href(visit, '/profile/security?done=forgotten'))
  }),

  get('/profile/password', signedIn, async (visit) => page(passwordPage(visit, { person: me(visit) }))),
  post(
    '/profile/password',
    signedIn,
    limited((visit, { body }) => submitPassword(visit, me(visit), body)),
    { gate: true },
  ),

  get('/profile/rights', customersOnly, async (visit) => page(rightsPage(visit, await rights(visit, visit.actor as Customer)))),

  get('/profile/data', signedIn, async (visit) => {
    const person = me(visit)
    return page(dataPage(visit, { person, terms: await acceptedTerms(visit.db, person.loginId) }))
  }),

  // Without the request's own transaction: it has one of its own, which steps into each of the person's accounts.
  get('/profile/data/my-data.zip', signedIn, downloadMyData, { gate: true, sudo: { comeBack: '/profile/data' } }),

  get('/profile/terms/:version', customersOnly, async (visit, { params }) => {
    const version = /^[1-9]\d{0,5}$/.test(params.version ?? '') ? Number(params.version) : null
    const text = version === null ? null : await termsAsAccepted(visit.db, me(visit).loginId, version)
    if (!text) throw notFound()
    return page(acceptedTermsPage(visit, text))
  }),
]

async function downloadMyData(visit: Visit): Promise<Reply> {
  const person = me(visit)
  const file = await myDataFile(visit, person)
  if (file) {
    const headers = { 'content-disposition': 'attachment; filename="my-data.zip"', 'cache-control': 'no-store' }
    return { kind: 'stream', type: 'application/zip', body: file, headers }
  }
  const terms = await asSameActor(visit, (db) => acceptedTerms(db, person.loginId))
  return page(dataPage(visit, { person, terms, tooOften: true }), 429, { headers: { 'retry-after': '3600' } })
}

async function rights({ db }: Visit, person: Customer) {
  const [grants, waiting, counts, people, userManagers] = await allOf([
    grantsOf(db, person.id),
    waitingRequests(db, person.id),
    rightsCounts(db, person),
    peopleLookedAfter(db),
    userManagerNames(db),
  ])
  return { person, grants, waiting, counts, people, userManagers }
}

function idOf(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}
