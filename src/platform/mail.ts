import type { Db } from './db.ts'
import { newId } from './ids.ts'
import { enqueue } from './jobs.ts'
import type { Language } from './phrases.ts'
import { seal, unseal } from './secrets.ts'

export interface Letter {
  /** Where what it tells about must not be sent twice, an id made of that; else a new one. */
  id?: string
  /** The template: `welcome`, `password_reset`, … */
  event: string
  recipient: string
  language: Language
  companyId?: string | null
  accountId?: string | null
  /** A mail whose link is dead by then is not sent any more. */
  expiresAt?: Date | null
  /** What the placeholders stand for. Secrets travel sealed and exist nowhere once the mail is sent (security.md M3). */
  values: Record<string, string>
}

/** The payload of a mail job; `sealed` holds the values. */
export interface MailJob {
  brokerageId: string
  mailId: string
  sealed: string
}

/**
 * Puts a mail into the outbox, in the transaction of the change it tells about: rolled back means never sent (M1). Answers its id,
 * or null where there is one with the id of this letter already.
 */
export async function queueMail(db: Db, key: Buffer, brokerageId: string, letter: Letter): Promise<string | null> {
  const id = letter.id ?? newId()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail')
    .values({
      brokerage_id: brokerageId,
      id,
      event: letter.event,
      recipient: letter.recipient,
      language: letter.language,
      company_id: letter.companyId ?? null,
      account_id: letter.accountId ?? null,
      expires_at: letter.expiresAt ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return null
  const payload: MailJob = { brokerageId, mailId: id, sealed: seal(key, letter.values) }
  await enqueue(db, 'mail', payload)
  return id
}

/** The values that `queueMail` was given. */
export function letterValues(key: Buffer, job: MailJob): Record<string, string> {
  return unseal<Record<string, string>>(key, job.sealed)
}
