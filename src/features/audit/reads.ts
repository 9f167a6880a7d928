import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import type { Visit } from '../../platform/visit.ts'

/**
 * Leaves a trace where the record holds health data or is confidential, once an hour and person (GeBüV: recorded access). The
 * database knows which ones are; of all others nothing is written.
 */
export async function noteRead(
  { db, actor }: Pick<Visit, 'db' | 'actor'>,
  { kind, id }: { kind: string; id: string },
): Promise<void> {
  await sql`select access.note_read(${kind}, ${id}::uuid, ${actorName(actor)})`.execute(db)
}
