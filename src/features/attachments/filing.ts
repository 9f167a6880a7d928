import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import type { Visit } from '../../platform/visit.ts'
import { documentPhrases } from '../documents/phrases.ts'
import { attachmentById } from './queries.ts'

/** Who files attachments in the dossier: the broker's people, but not an auditor. */
export function filesAttachments(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/**
 * Files an attachment in the dossier, on the policy or claim it was sent about. The document takes the attachment's id, so that filing
 * it twice files it once. It is never shared more widely than what it was sent with: where it would be, it is «vertraulich».
 */
export async function fileAttachment(visit: Visit, id: string): Promise<void> {
  if (!filesAttachments(visit.actor)) throw forbidden()
  const file = await attachmentById(visit.db, id)
  const place = await findPlace(visit.db, id)
  // A draft is nobody's to file, and what the scanner keeps in the house stays where it is.
  if (!place || !mayLeave(visit.services, file.scan_state)) throw notFound()
  const filed = await visit.db
    .insertInto('document')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: place.company_id,
      policy_id: place.policy_id,
      claim_id: place.claim_id,
      title: file.file_name.replace(/\.[^.]+$/, '').slice(0, 200) || file.file_name,
      category: documentPhrases('de').category_letter,
      file_name: file.file_name,
      media_type: file.media_type,
      byte_size: file.byte_size,
      sha256: file.sha256,
      confidential: !place.as_narrow,
      published_at: sql<Date>`now()`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!filed) return
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'document.filed',
    subjectKind: 'document',
    subjectId: id,
    companyId: place.company_id,
    details: { attachment: id, ...(place.claim_id ? { claim: place.claim_id } : place.policy_id && { policy: place.policy_id }) },
  })
}

interface Place {
  company_id: string
  policy_id: string | null
  claim_id: string | null
  /** Whether whoever sees that policy or claim also sees the conversation. */
  as_narrow: boolean
}

// A request is itself about a record; what was said about it is about that record.
async function findPlace(db: Db, id: string): Promise<Place | null> {
  const { rows } = await sql<Place>`
    with talk as (
      select coalesce(r.company_id, c.company_id) as company_id, coalesce(r.audience, c.audience) as audience,
        coalesce(r.about_kind, c.about_kind) as kind, coalesce(r.about_id, c.about_id) as about_id
      from attachment a
      left join message m on m.brokerage_id = a.brokerage_id and m.id = a.message_id
      left join conversation c on c.brokerage_id = a.brokerage_id and c.id = m.conversation_id
      left join service_request r on r.brokerage_id = a.brokerage_id
        and r.id = coalesce(a.request_id, case when c.about_kind = 'service_request' then c.about_id end)
      where a.id = ${id} and coalesce(a.message_id, a.request_id) is not null
    ), target as (
      select talk.*, x.id as claim_id,
        coalesce(x.policy_id, p.policy_id, o.policy_id, d.policy_id, case when talk.kind = 'policy' then talk.about_id end) as policy_id
      from talk
      left join claim x on talk.kind = 'claim' and x.id = talk.about_id
      left join premium_invoice p on talk.kind = 'premium_invoice' and p.id = talk.about_id
      left join insured_object o on talk.kind = 'insured_object' and o.id = talk.about_id
      left join document d on talk.kind = 'document' and d.id = talk.about_id
    )
    select t.company_id, t.policy_id, t.claim_id,
      coalesce(coalesce(x.audience, p.audience) <@ t.audience, false) as as_narrow
    from target t
    left join claim x on x.id = t.claim_id
    left join policy p on p.id = t.policy_id`.execute(db)
  return rows[0] ?? null
}
