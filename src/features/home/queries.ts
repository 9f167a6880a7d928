import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { areFew } from '../../records/few.ts'
import type { ListDescription } from '../../records/list-description.ts'
import { readFirst } from '../../records/list-query.ts'
import type { ListState } from '../../records/list-state.ts'
import { today } from '../../records/today.ts'
import { userManagerNames } from '../../records/whom.ts'
import { openDrafts } from '../claim-reports/drafts.ts'
import { claimList } from '../claims/list.tsx'
import { claimRows } from '../claims/queries.ts'
import { withoutUserManager } from '../companies/queries.ts'
import { nextDeadlines } from '../deadlines/queries.ts'
import { promisedHours, readCounts } from '../inbox/queries.ts'
import { coverAtRisk } from '../premium-invoices/cover-at-risk.ts'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'
import { requestList } from '../service-requests/list.tsx'
import type { Arrangement } from './cards.ts'
import { readFigures } from './figures.ts'

/** The role requests that wait for somebody, newest first, as far as the actor looks after the company; never one's own. */
export async function openRoleRequests(db: Db, actorId: string) {
  return db
    .selectFrom('role_request as request')
    .innerJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'request.brokerage_id').onRef('account.id', '=', 'request.account_id'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .select(['request.id', 'request.role', 'request.requested_at', 'contact.id as contact_id', 'contact.full_name'])
    .where('request.state', '=', 'pending')
    .where('request.expires_at', '>', new Date())
    .where('request.account_id', '!=', actorId)
    .where((eb) => eb.or([eb('request.requested_by_account', 'is', null), eb('request.requested_by_account', '!=', actorId)]))
    .orderBy('request.requested_at', 'desc')
    .limit(5)
    .execute()
}
export type OpenRoleRequest = Awaited<ReturnType<typeof openRoleRequests>>[number]

/** So many rows a card shows. */
export const rowsPerCard = 5
export const daysAhead = 90

/** So many policies whose cover rests or is about to are named; of more there is only the number. */
export const namedRisks = 3

/** The lists of Home's cards as they open: each leads to exactly the rows it shows the first of. */
export const cardLists = {
  /** Cover may rest two weeks after a reminder (VVG Art. 20). */
  atRisk: stateOf(premiumInvoiceList, 'reminded', { key: 'due', descending: false }),
  claims: stateOf(claimList, 'open', { key: 'occurred', descending: true }),
  premiumInvoices: stateOf(premiumInvoiceList, 'open', { key: 'due', descending: false }),
  requests: stateOf(requestList, 'open', requestList.order),
}

function stateOf<Row>(list: ListDescription<Row>, view: string, order: ListState['order']): ListState {
  if (!list.views.some(({ key }) => key === view) || !list.columns.some(({ key }) => key === order.key))
    throw new Error(`${list.path} has no such view or column`)
  return { view, search: '', order, size: rowsPerCard, page: 1 }
}

/** Everything below the three areas, sent together: one round trip. */
export async function readCards(db: Db, year: number) {
  const [few, arrangement, deadlines, premiumInvoices, atRisk, risks, claims, drafts, requests, figures, userManagers] =
    await allOf([
      sql<{ few: boolean }>`select ${areFew('policy', 'premium_invoice', 'claim')} as few`.execute(db),
      arrangementOf(db),
      nextDeadlines(db, daysAhead, rowsPerCard, areFew('policy')),
      readFirst(db, premiumInvoiceList, cardLists.premiumInvoices),
      readFirst(db, premiumInvoiceList, { ...cardLists.atRisk, size: 1 }),
      coverAtRisk(db, { limit: namedRisks, where: areFew('premium_invoice') }),
      readFirst(db, claimList, cardLists.claims),
      openDrafts(db),
      readFirst(db, requestList, cardLists.requests),
      readFigures(db, { from: year - 2, to: year, onlyFew: true }),
      userManagerNames(db),
    ])
  return {
    few: few.rows[0]!.few,
    arrangement,
    deadlines,
    premiumInvoices,
    atRisk,
    risks,
    claims,
    drafts,
    requests,
    figures,
    userManagers,
  }
}
export type Cards = Awaited<ReturnType<typeof readCards>>

/** How the person arranged the cards; without a choice, as we did. */
export async function arrangementOf(db: Db): Promise<Arrangement> {
  const { rows } = await sql<Arrangement>`
    select home_order, home_hidden from login where id = (select access.own_login())`.execute(db)
  return rows[0] ?? { home_order: [], home_hidden: [] }
}

/** How many days back a report is new for staff. */
export const lately = 7

const reportedLately = sql<boolean>`(claim.author_account_id is not null and claim.reported_on > ${today} - ${lately}::int)`

// What waits, in one statement; the row rules count.
async function staffTallies(db: Db) {
  const { rows } = await sql<{ requests: number; reported: number; without: number }>`
    select (select count(*)::int from service_request where state not in ('done', 'withdrawn')) as requests,
      (select count(*)::int from claim where ${reportedLately}) as reported,
      (select count(*)::int from company where ${withoutUserManager}) as without`.execute(db)
  return rows[0]!
}

// The claims that customers reported in the last days, the newest first.
function claimsReportedLately(db: Db) {
  return claimRows(db)
    .select('claim.reported_on')
    .where(reportedLately)
    .orderBy('claim.reported_on', 'desc')
    .orderBy('claim.id', 'desc')
    .limit(rowsPerCard)
    .execute()
}

/** What Home shows to staff besides what it shows to everybody. */
export async function readStaffHome(db: Db) {
  const [tallies, reported, inbox, hours] = await allOf([
    staffTallies(db),
    claimsReportedLately(db),
    readCounts(db),
    promisedHours(db),
  ])
  return { tallies, reported, inbox, hours }
}
export type StaffHomeData = Awaited<ReturnType<typeof readStaffHome>>
