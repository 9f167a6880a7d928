import type { Customer, Staff } from '../../platform/actor.ts'
import { asBrokerage } from '../../platform/db.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { requiredText, uuid } from '../../platform/forms.ts'
import { post, type Reply, type Route, redirect, signedIn } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { contactById } from '../contacts/queries.ts'
import { readersOf } from '../portal-accounts/letters.ts'
import { findAccount } from '../portal-accounts/queries.ts'
import { contactReply } from '../portal-accounts/show-contact.ts'
import { askForReset, decideReset, happenedTo, resetFactors, type Subject } from './reset.ts'
import { resetFacts } from './reset-facts.ts'
import { resetPhrases } from './reset-phrases.ts'

type Input = Parameters<Route['handle']>[1]
type Why = 'why_reason' | 'why_gone' | 'why_already' | 'text_broker'

// What may be done is asked as the person, in a transaction of its own; what is done happens at the gate.
function look(visit: Visit, contactId: string) {
  return asSameActor(visit, async (db) => {
    const own = { ...visit, db }
    const contact = await contactById(db, contactId)
    const account = await findAccount(db, contactId)
    const facts = await resetFacts(own, account)
    if (!account || !facts) throw notFound()
    const subject = {
      ...{ loginId: account.login_id, accountId: account.id, companyId: account.company_id, staffId: null },
      name: `${contact.first_name} ${contact.last_name}`.trim(),
      company: contact.company,
      path: `/contacts/${contact.id}`,
    } satisfies Subject
    return { subject, facts, readers: await readersOf(own, account) }
  })
}

async function reset(visit: Visit, { params, body }: Input): Promise<Reply> {
  const contactId = idOf(params)
  const { subject, facts, readers } = await look(visit, contactId)
  if (facts.may === null || facts.factors.length === 0) throw forbidden()
  const reason = requiredText(400).safeParse(body.factor_reason)
  if (!reason.success) return refused(visit, contactId, 'why_reason')
  const by = visit.actor as Customer | Staff
  const done = await asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    if (by.kind === 'customer') return askForReset(db, visit, by, subject, reason.data, readers)
    await resetFactors(db, visit, by, subject, reason.data, readers)
    return 'reset' as const
  })
  if (done === 'broker_only' || done === 'already')
    return refused(visit, contactId, done === 'already' ? 'why_already' : 'text_broker')
  return redirect(href(visit, `/contacts/${contactId}?done=factor_${done}`))
}

async function decide(visit: Visit, id: string, state: 'done' | 'rejected'): Promise<Reply> {
  const contactId = await contactOf(visit, id)
  const { subject, facts, readers } = await look(visit, contactId)
  if (facts.pending?.id !== id) return refused(visit, contactId, 'why_gone')
  if (!facts.decides) throw forbidden()
  const by = visit.actor as Customer | Staff
  const decided = await asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    const reason = await decideReset(db, visit, by, id, state)
    if (reason === null) return false
    if (state === 'done') await resetFactors(db, visit, by, subject, reason, readers)
    else
      await recordEvent(db, visit.brokerage, by, {
        verb: 'second_factor.reset_rejected',
        ...happenedTo(subject),
        details: { reason },
      })
    return true
  })
  return decided
    ? redirect(href(visit, `/contacts/${contactId}?done=factor_${state === 'done' ? 'reset' : 'rejected'}`))
    : refused(visit, contactId, 'why_gone')
}

function contactOf(visit: Visit, id: string): Promise<string> {
  return asSameActor(visit, async (db) => {
    const found = await db
      .selectFrom('second_factor_reset as r')
      .innerJoin('portal_account as a', (join) =>
        join.onRef('a.brokerage_id', '=', 'r.brokerage_id').onRef('a.id', '=', 'r.account_id'),
      )
      .select('a.contact_id')
      .where('r.id', '=', id)
      .executeTakeFirst()
    if (!found) throw notFound()
    return found.contact_id
  })
}

function refused(visit: Visit, contactId: string, why: Why): Promise<Reply> {
  const text = resetPhrases(visit.language)[why]
  return asSameActor(visit, (db) =>
    contactReply({ ...visit, db }, contactId, { refused: text }, why === 'why_reason' ? 422 : 409),
  )
}

function idOf(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

const risky = { gate: true, sudo: {} }

export const resetRoutes: Route[] = [
  post('/contacts/:id/second-factor/reset', signedIn, reset, risky),
  post('/second-factor-resets/:id/approval', signedIn, (visit, { params }) => decide(visit, idOf(params), 'done'), risky),
  post('/second-factor-resets/:id/rejection', signedIn, (visit, { params }) => decide(visit, idOf(params), 'rejected'), {
    gate: true,
  }),
]
