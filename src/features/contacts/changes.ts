import { sql } from 'kysely'
import { canonicalEmail } from '../../platform/email.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { type ContactDetails, type ContactField, contactFields } from './input.ts'
import { type Contact, contactById } from './queries.ts'

/** Enters a contact under the id the form carried; sent again it changes nothing. */
export async function createContact(visit: Visit, id: string, companyId: string, details: ContactDetails): Promise<void> {
  const created = await visit.db
    .insertInto('contact')
    .values({
      ...details,
      brokerage_id: visit.brokerage.id,
      id,
      company_id: companyId,
      email_key: details.email && canonicalEmail(details.email),
    })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) return
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'contact.created',
    subjectKind: 'contact',
    subjectId: id,
    companyId,
  })
}

export type Edited =
  | { kind: 'saved'; linkRevoked: boolean }
  /** Somebody saved in between: what stands there now. */
  | { kind: 'conflict'; current: Contact }

/**
 * Saves a contact that still has the version the form was opened with. A new address ends an invitation's open link, because
 * it was sent to the old one; the sign-in name of an active account stays as it is (security.md I9).
 */
export async function editContact(visit: Visit, before: Contact, version: number, details: ContactDetails): Promise<Edited> {
  const emailKey = details.email && canonicalEmail(details.email)
  const saved = await visit.db
    .updateTable('contact')
    .set({ ...details, email_key: emailKey, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (!saved) return { kind: 'conflict', current: await contactById(visit.db, before.id) }
  const changed = contactFields.filter((field) => details[field] !== before[field])
  if (changed.length > 0) await recordEdited(visit, before, changed, details)
  const linkRevoked = before.account_state === 'invited' && emailKey !== before.email_key && (await revokeLink(visit, before))
  return { kind: 'saved', linkRevoked }
}

async function recordEdited(visit: Visit, before: Contact, changed: ContactField[], details: ContactDetails) {
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'contact.edited',
    subjectKind: 'contact',
    subjectId: before.id,
    companyId: before.company_id,
    details: Object.fromEntries(changed.map((field) => [field, [before[field], details[field]]])),
  })
}

async function revokeLink(visit: Visit, contact: Contact): Promise<boolean> {
  const ended = await visit.db
    .updateTable('activation_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('account_id', '=', contact.account_id!)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}
