import type { Customer, Staff } from '../../platform/actor.ts'
import { pathPrefixes } from '../../platform/language.ts'
import { get, page, post, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { limited } from '../sign-in/limit.ts'
import { endOtherSessions, saveSettings } from './changes.ts'
import { settingsInput } from './input.ts'
import { passwordPage } from './pages/password.tsx'
import { profilePage, type Result, results } from './pages/profile.tsx'
import { submitPassword } from './password.ts'
import { ownGrants, ownSessions } from './queries.ts'

export const routes = [
  get('/profile', signedIn, async (visit, { query }) =>
    page(await profile(visit, { done: results.find((result) => result === query.done) ?? null })),
  ),

  post('/profile', signedIn, async (visit, { body }) => {
    const input = readInput(settingsInput, body)
    if (!input.ok) return page(await profile(visit, { errors: input.errors }), 422)
    await saveSettings(visit, me(visit), input.value)
    return redirect(`/${pathPrefixes[input.value.language]}/profile?done=saved`)
  }),

  post('/profile/other-sessions/end', signedIn, async (visit) => {
    await endOtherSessions(visit, me(visit))
    return redirect(href(visit, '/profile?done=ended'))
  }),

  get('/profile/password', signedIn, async (visit) => page(passwordPage(visit, { person: me(visit) }))),
  post(
    '/profile/password',
    signedIn,
    limited((visit, { body }) => submitPassword(visit, me(visit), body)),
    { gate: true },
  ),
]

async function profile(visit: Visit, view: { done?: Result | null; errors?: { field: string; code: string }[] }) {
  const person = me(visit)
  const grants = person.kind === 'customer' ? await ownGrants(visit.db, person.id) : []
  return profilePage(visit, { person, grants, sessions: await ownSessions(visit.db, person.loginId), ...view })
}

function me(visit: Visit): Customer | Staff {
  if (visit.actor.kind === 'visitor') throw new Error('the access rule lets nobody in who is not signed in')
  return visit.actor
}
