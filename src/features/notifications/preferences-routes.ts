import type { Customer, Staff } from '../../platform/actor.ts'
import { typed } from '../../platform/forms.ts'
import { get, page, post, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { type PreferencesForm, preferencesPage } from './pages/preferences.tsx'
import { type Preferences, preferences } from './preferences.ts'
import { savePreferences } from './preferences-changes.ts'
import { chosen, preferencesInput } from './preferences-input.ts'
import { preferencePhrases } from './preferences-phrases.ts'

/** What one wants to be told about, and how; every mail about news leads here from its foot. */
export const preferenceRoutes = [
  get('/profile/notifications', signedIn, async (visit, { query }) => {
    const stored = await preferences(visit.db)
    const done = query.done === 'saved' ? preferencePhrases(visit.language).saved : null
    return page(preferencesPage(visit, { ...asForm(visit, stored), done }))
  }),

  post('/profile/notifications', signedIn, async (visit, { body }) => {
    const input = readInput(preferencesInput, body)
    if (!input.ok) return page(preferencesPage(visit, { ...(await asTyped(visit, body)), errors: input.errors }), 422)
    const wanted = input.value
    if (await savePreferences(visit, me(visit), wanted)) return redirect(href(visit, '/profile/notifications?done=saved'))
    const stored = await preferences(visit.db)
    return page(preferencesPage(visit, { ...asForm(visit, wanted), version: stored.version, stored }), 409)
  }),
]

function asForm(visit: Visit, { choices, quiet, version }: Preferences): PreferencesForm {
  const { from, until, weekends } = quiet
  return { person: me(visit), choices, quiet_from: from ?? '', quiet_until: until ?? '', weekends, version }
}

async function asTyped(visit: Visit, body: Record<string, unknown>): Promise<PreferencesForm> {
  const { quiet_from = '', quiet_until = '', version } = typed(body, ['quiet_from', 'quiet_until', 'version'])
  const weekends = body.quiet_weekends !== undefined
  const known = /^\d{1,9}$/.test(version ?? '') ? Number(version) : (await preferences(visit.db)).version
  return { person: me(visit), choices: chosen(body), quiet_from, quiet_until, weekends, version: known }
}

function me(visit: Visit): Customer | Staff {
  if (visit.actor.kind === 'visitor') throw new Error('the access rule lets nobody in who is not signed in')
  return visit.actor
}
