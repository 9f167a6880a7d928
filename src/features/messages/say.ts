import type { Db } from '../../platform/db.ts'
import type { Visit } from '../../platform/visit.ts'
import type { About, AboutKey } from './about.ts'
import { startConversation, writeMessage } from './changes.ts'
import { messagePhrases } from './phrases.ts'

/**
 * Says something about a record as the actor, in the conversation about it that moved last, or in one that this begins. `id` is the
 * message's own: said again it is not said twice.
 */
export async function sayAbout(visit: Visit, about: About, { id, body }: { id: string; body: string }): Promise<void> {
  const known = await latestAbout(visit.db, about)
  const conversation = { id: known ?? id, company_id: about.companyId, about_kind: about.kind, about_id: about.id }
  if (!known) {
    const subject = `${messagePhrases(visit.language)[about.kind]} ${about.label}`.slice(0, 160)
    await startConversation(visit, { id, companyId: about.companyId, about, subject, accountId: null })
  }
  await writeMessage(visit, conversation, { id, body, draftId: id })
}

async function latestAbout(db: Db, { kind, id }: AboutKey): Promise<string | null> {
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .orderBy('last_message_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
