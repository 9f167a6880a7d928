import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Visit } from '../../platform/visit.ts'
import { noteRead } from '../audit/reads.ts'
import type { DocumentRecord } from './queries.ts'

/**
 * Notes that the person of this visit opened or downloaded this version: one row per person and version, first and last time. What a
 * browser fetches ahead of a visit is not reading. A new look within a minute changes nothing.
 */
export async function markRead(
  db: Db,
  { brokerage, actor, ahead }: Omit<Visit, 'db'>,
  document: Pick<DocumentRecord, 'id' | 'file_number'>,
  how: 'opened' | 'downloaded',
): Promise<void> {
  if (ahead || actor.kind === 'visitor') return
  const downloaded = how === 'downloaded' ? sql`now()` : sql`null::timestamptz`
  await sql`insert into document_read (brokerage_id, document_id, number, account_id, staff_id, reader_name, downloaded_at)
    values (${brokerage.id}, ${document.id}, ${document.file_number}, ${actor.kind === 'customer' ? actor.id : null}::uuid,
      ${actor.kind === 'staff' ? actor.id : null}::uuid, ${actorName(actor).slice(0, 200)}, ${downloaded})
    on conflict (brokerage_id, document_id, number, reader_id) do update
      set last_at = now(), downloaded_at = coalesce(document_read.downloaded_at, excluded.downloaded_at)
      where document_read.last_at < now() - interval '1 minute'
        or document_read.downloaded_at is null and excluded.downloaded_at is not null`.execute(db)
  await noteRead({ db, actor }, { kind: 'document', id: document.id })
}

/** How many of those who read a document its page names. */
export const mostReaders = 50

/** Who read which version, the latest first: as far as the row rules let the actor know. */
export function readersOf(db: Db, documentId: string) {
  return db
    .selectFrom('document_read')
    .select(['reader_name', 'number', 'first_at', 'last_at', 'downloaded_at', sql<boolean>`staff_id is not null`.as('staff')])
    .where('document_id', '=', documentId)
    .orderBy('last_at', 'desc')
    .limit(mostReaders)
    .execute()
}
export type DocumentReader = Awaited<ReturnType<typeof readersOf>>[number]
