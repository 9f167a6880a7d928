import { forbidden } from '../../platform/errors.ts'
import { get, post, type Reply, type Route, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import type { ListResult } from '../../records/list-query.ts'
import { listRoutes, nothingChosen } from '../../records/list-routes.ts'
import { chosenOf } from '../../records/list-selection.tsx'
import type { ListState } from '../../records/list-state.ts'
import { openRequests } from '../portal-accounts/queries.ts'
import { mayActOnAccounts } from './access.ts'
import { endSessionsOf, resendAll } from './changes.ts'
import { accountList } from './list.tsx'
import { registerPage } from './pages/list.tsx'
import { registerPhrases } from './phrases.ts'
import { type AccountRow, companiesWithoutUserManager } from './queries.ts'

type Body = Record<string, unknown>

export const routes: Route[] = [
  ...listRoutes(accountList, staffOnly, show),
  get('/accounts/invitations', staffOnly, async (visit) => redirect(href(visit, '/accounts'))),
  post('/accounts/invitations', staffOnly, (visit, { body }) =>
    withChosen(visit, body, async (ids) => {
      const { sent, left } = await resendAll(visit, ids)
      return `done=resent&n=${sent}&left=${left}`
    }),
  ),
  get('/accounts/sessions', staffOnly, async (visit) => redirect(href(visit, '/accounts'))),
  post('/accounts/sessions', staffOnly, (visit, { body }) =>
    withChosen(visit, body, async (ids) => `done=ended&n=${await endSessionsOf(visit, ids)}`),
  ),
]

async function show(visit: Visit, state: ListState, result: ListResult<AccountRow>) {
  return registerPage(visit, {
    state,
    result,
    requests: await openRequests(visit.db),
    without: await companiesWithoutUserManager(visit.db),
    done: doneText(visit),
  })
}

// The result stands in the address, as everywhere; the list's own state beside it.
function doneText(visit: Visit): string | null {
  const query = new URLSearchParams(visit.address.split('?')[1] ?? '')
  const number = (name: string) => Math.min(Math.max(0, Number.parseInt(query.get(name) ?? '0', 10) || 0), 9999)
  const t = registerPhrases(visit.language)
  if (query.get('done') === 'resent') return t.resent(number('n'), number('left'))
  return query.get('done') === 'ended' ? t.ended(number('n')) : null
}

// What does not exist for the actor is no choice.
async function withChosen(visit: Visit, body: Body, work: (ids: string[]) => Promise<string>): Promise<Reply> {
  if (!mayActOnAccounts(visit.actor)) throw forbidden()
  const { ids, query } = chosenOf(body)
  const chosen = ids.length === 0 ? [] : await accountList.rows(visit.db).where('portal_account.id', 'in', ids).execute()
  if (chosen.length === 0) return nothingChosen(visit, accountList, show, query)
  return redirect(href(visit, `/accounts?${await work(chosen.map(({ id }) => id))}`))
}
