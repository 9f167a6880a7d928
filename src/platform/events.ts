import type { Actor, Brokerage } from './actor.ts'
import { actorName } from './actor.ts'
import type { Db } from './db.ts'
import { newId } from './ids.ts'

export interface Happening {
  /** subject.what_happened, e.g. `portal_account.invited`. */
  verb: `${string}.${string}`
  subjectKind: string
  subjectId: string
  companyId?: string | null
  /** What changed, as plain data; never a secret. */
  details?: Record<string, unknown>
}

/** Writes what happened, in the transaction of the change itself: no change without its event, no event without its change. */
export async function recordEvent(
  db: Db,
  brokerage: Pick<Brokerage, 'id'>,
  actor: Actor | { kind: 'system' | 'operator' },
  happening: Happening,
) {
  const person = actor.kind === 'customer' || actor.kind === 'staff' ? actor : null
  await db
    .insertInto('event')
    .values({
      brokerage_id: brokerage.id,
      id: newId(),
      actor_kind: actor.kind,
      actor_id: person?.id ?? null,
      actor_name: person ? actorName(person) : '',
      verb: happening.verb,
      subject_kind: happening.subjectKind,
      subject_id: happening.subjectId,
      company_id: happening.companyId ?? null,
      details: JSON.stringify(happening.details ?? {}),
    })
    .execute()
}
