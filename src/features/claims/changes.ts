import { sql } from 'kysely'
import { forbidden } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { startConversation, writeMessage } from '../messages/changes.ts'
import { movesClaims } from './access.ts'
import { progressPhrases } from './progress-phrases.ts'
import { type Claim, findConversationOn } from './queries.ts'
import type { NewClaimState } from './state-input.ts'
import { isOpen } from './states.ts'
import { tellOfState } from './tell.ts'

const today = sql<string>`(now() at time zone 'Europe/Zurich')::date`

/**
 * Says how far a claim is, and asks what is missing. False when somebody changed it since the form was opened; the same again is
 * true and changes nothing.
 */
export async function setClaimState(visit: Visit, claim: Claim, input: NewClaimState): Promise<boolean> {
  if (!movesClaims(visit.actor)) throw forbidden()
  const { state, insurer_number: number, question } = input
  const same = claim.state === state && (claim.insurer_number ?? '') === number
  if (claim.version !== input.version && !same) return false
  if (!same) {
    const moved = await visit.db
      .updateTable('claim')
      .set({
        state,
        insurer_number: number || null,
        closed_on: isOpen(state) ? null : isOpen(claim.state) ? today : claim.closed_on,
        version: sql<number>`version + 1`,
        updated_at: sql<Date>`now()`,
      })
      .where('id', '=', claim.id)
      .where('version', '=', input.version)
      .returning('id')
      .executeTakeFirst()
    if (!moved) return false
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      verb: 'claim.state_changed',
      subjectKind: 'claim',
      subjectId: claim.id,
      companyId: claim.company_id,
      details: { from: claim.state, to: state, ...((claim.insurer_number ?? '') !== number && { insurer_number: number }) },
    })
    if (state !== claim.state) await tellOfState(visit, claim.id, state)
  }
  if (question) await ask(visit, claim, input._id, question)
  return true
}

// In the conversation about the claim, where there is one; the customers read and answer it there.
async function ask(visit: Visit, claim: Claim, id: string, body: string): Promise<void> {
  const about = { kind: 'claim' as const, id: claim.id, companyId: claim.company_id, label: claim.number }
  const known = await findConversationOn(visit.db, claim.id)
  const conversationId = known ?? id
  if (!known) {
    const subject = progressPhrases(visit.brokerage.language).question_subject(claim.number)
    await startConversation(visit, { id, companyId: claim.company_id, about, subject, accountId: null })
  }
  const conversation = { id: conversationId, company_id: claim.company_id, about_kind: 'claim', about_id: claim.id }
  await writeMessage(visit, conversation, { id, body, draftId: id })
}
