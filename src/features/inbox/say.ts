import { sql } from 'kysely'
import { sqlState } from '../../platform/errors.ts'
import type { Visit } from '../../platform/visit.ts'
import { progressPhrases } from '../claims/progress-phrases.ts'
import { claimById, findConversationOn } from '../claims/queries.ts'
import type { AboutKind } from '../messages/about.ts'
import { startConversation, writeMessage } from '../messages/changes.ts'
import { conversationById, findRequestConversation } from '../messages/queries.ts'
import { setsState } from '../service-requests/access.ts'
import { answerMoves } from '../service-requests/changes.ts'
import { requestById } from '../service-requests/queries.ts'
import type { RequestState } from '../service-requests/states.ts'
import type { Item } from './queries.ts'

/** Whether there is somebody to talk with: not about a role request, nor a mail that never arrived. */
export function talks({ kind }: Pick<Item, 'kind'>): boolean {
  return kind === 'conversation' || kind === 'service_request' || kind === 'claim'
}

/**
 * Says it, and moves a request on. False where somebody else answered since the form was drawn (`seen` is how many answers it knew):
 * then nothing of it is said. The answer is written first and then compared, because only whoever writes stands in line; held answers
 * of others, which cannot be read yet, count.
 */
export async function sendAnswer(
  visit: Visit,
  item: Item,
  message: { id: string; body: string; draftId: string },
  { state, seen }: { state: RequestState | ''; seen: number },
): Promise<boolean> {
  const { db } = visit
  await sql`savepoint answer`.execute(db)
  try {
    await say(visit, item, message, state)
    const { answers } = await db.selectFrom('inbox_item').select('answers').where('id', '=', item.id).executeTakeFirstOrThrow()
    if (answers > seen + 1) throw new Collision()
    await sql`release savepoint answer`.execute(db)
    return true
  } catch (error) {
    if (!(error instanceof Collision) && sqlState(error) !== '40P01') throw error
    await sql`rollback to savepoint answer`.execute(db)
    return false
  }
}

class Collision extends Error {}

/** Says it in the conversation of the item, which begins with it where there is none, and moves a request on. */
export async function say(
  visit: Visit,
  item: Item,
  message: { id: string; body: string; draftId: string },
  state: RequestState | '',
) {
  if (item.kind !== 'service_request') return writeMessage(visit, await conversationOf(visit, item, message.id), message)
  // The request comes first in every line, or two would wait for each other.
  await sql`select from service_request where id = ${item.id} for update`.execute(visit.db)
  await writeMessage(visit, await conversationOf(visit, item, message.id), message)
  const request = await requestById(visit.db, item.id)
  if (setsState(visit.actor, request)) await answerMoves(visit, request, state)
}

// A reported claim gets its conversation with the first thing that is said about it; a request has one from the beginning, mostly.
async function conversationOf(visit: Visit, item: Item, id: string) {
  const { db, brokerage } = visit
  if (item.kind === 'conversation') return conversationById(db, item.id)
  const kind: AboutKind = item.kind === 'claim' ? 'claim' : 'service_request'
  const known = kind === 'claim' ? await findConversationOn(db, item.id) : await findRequestConversation(db, item.id)
  const conversation = { id: known ?? id, company_id: item.company_id, about_kind: kind as string, about_id: item.id }
  if (known) return conversation
  const label = kind === 'claim' ? (await claimById(db, item.id)).number : (item.request_number ?? '')
  const subject = kind === 'claim' ? progressPhrases(brokerage.language).question_subject(label) : (item.request_subject ?? label)
  const about = { kind, id: item.id, companyId: item.company_id, label }
  await startConversation(visit, { id, companyId: item.company_id, about, subject, accountId: null })
  return conversation
}
