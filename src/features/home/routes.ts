import type { Customer } from '../../platform/actor.ts'
import { allOf } from '../../platform/all-of.ts'
import { get, page, post, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { todayHere } from '../deadlines/deadline.ts'
import { lastBySource } from '../imports/run-queries.ts'
import { unreadConversations, unreadGroups } from '../notifications/queries.ts'
import { customersOnly } from '../sign-in/company-routes.ts'
import { arrangeInput } from './cards.ts'
import { arrange, resetCards } from './changes.ts'
import { readFigures } from './figures.ts'
import { arrangePage } from './pages/arrange.tsx'
import { figuresPage } from './pages/figures.tsx'
import { homePage } from './pages/home.tsx'
import { staffHomePage } from './pages/staff.tsx'
import { arrangementOf, openRoleRequests, readCards, readStaffHome } from './queries.ts'

const thisYear = () => Number(todayHere().slice(0, 4))

export const routes = [
  get('/', signedIn, async (visit) => page(visit.actor.kind === 'staff' ? await staffHome(visit) : await customerHome(visit))),

  get('/home/cards', customersOnly, async (visit) => page(arrangePage(visit, await arrangementOf(visit.db)))),

  post('/home/cards', customersOnly, async (visit, { body }) => {
    const input = readInput(arrangeInput, body)
    if (!input.ok) return page(arrangePage(visit, await arrangementOf(visit.db), true), 422)
    await arrange(visit, visit.actor as Customer, input.value)
    return redirect(`${href(visit, '/home/cards')}#card-${input.value.card}`)
  }),

  post('/home/cards/reset', customersOnly, async (visit) => {
    await resetCards(visit, visit.actor as Customer)
    return redirect(href(visit, '/home/cards'))
  }),

  // Next year's premiums are often there before the year is.
  get('/figures', customersOnly, async (visit) => {
    const year = thisYear()
    return page(figuresPage(visit, await readFigures(visit.db, { from: year - 8, to: year + 1 })))
  }),
]

async function customerHome(visit: Visit) {
  const { db } = visit
  const [toDecide, notifications, unread, cards] = await allOf([
    openRoleRequests(db, (visit.actor as Customer).id),
    unreadGroups(db),
    unreadConversations(db),
    readCards(db, thisYear()),
  ])
  return homePage(visit, { toDecide, notifications, unread, cards, today: todayHere() })
}

async function staffHome(visit: Visit) {
  const { db, actor } = visit
  if (actor.kind !== 'staff') throw new Error('for staff')
  const [toDecide, notifications, unread, waiting, imports] = await allOf([
    openRoleRequests(db, actor.id),
    unreadGroups(db),
    unreadConversations(db),
    readStaffHome(db),
    lastBySource(db),
  ])
  return staffHomePage(visit, { toDecide, notifications, unread, imports, ...waiting })
}
