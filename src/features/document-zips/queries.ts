import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { keptState, mayLeave } from '../../platform/kept-files.ts'
import type { Services } from '../../platform/visit.ts'
import { documentRows } from '../documents/queries.ts'

/** How much one ZIP holds, and how many one person may ask for within an hour. */
export const zipLimits = { files: 200, bytes: 500_000_000, anHour: 10, hoursKept: 24 }

/** The actor's own ZIP; throws NotFound, also for somebody else's. */
export async function zipById(db: Db, id: string) {
  const zip = await db
    .selectFrom('document_zip')
    .select([
      'id',
      'state',
      sql<number>`cardinality(asked_for)`.as('asked'),
      'document_ids',
      'numbers',
      sql<number | null>`byte_size`.as('byte_size'),
      'sha256',
      'created_at',
      'ready_at',
      // A worker that died leaves it waiting for ever.
      sql<boolean>`state = 'waiting' and created_at < now() - interval '15 minutes'`.as('stalled'),
      sql<boolean>`coalesce(ready_at < now() - make_interval(hours => ${zipLimits.hoursKept}::int), false)`.as('expired'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!zip) throw notFound()
  return zip
}
export type DocumentZip = Awaited<ReturnType<typeof zipById>>

/** Those of the documents that exist for the actor, with what a ZIP needs of them; in the order they were asked for. */
export function documentsFor(db: Db, ids: string[]) {
  return documentRows(db)
    .select(['document.company_id', 'document.file_name', 'document.sha256', 'document.file_number'])
    .where('document.id', 'in', ids)
    .orderBy(sql`array_position(${ids}::uuid[], document.id)`)
    .execute()
}

/**
 * Whether all that is in a ZIP still exists for the actor, with files that are not known to be infected by now: only then is it
 * handed out.
 */
export async function stillOpen(
  db: Db,
  services: Pick<Services, 'config'>,
  { document_ids: ids, numbers }: Pick<DocumentZip, 'document_ids' | 'numbers'>,
): Promise<boolean> {
  const versions = await db
    .selectFrom('document_version')
    .innerJoin('document', (join) =>
      join
        .onRef('document.brokerage_id', '=', 'document_version.brokerage_id')
        .onRef('document.id', '=', 'document_version.document_id'),
    )
    .select(keptState('document_version').as('scan_state'))
    .where(
      sql<boolean>`(document_version.document_id, document_version.number) in
        (select * from unnest(${ids}::uuid[], ${numbers}::int[]))`,
    )
    .execute()
  return versions.length === ids.length && versions.every(({ scan_state }) => mayLeave(services, scan_state))
}

/** How many ZIPs the actor has asked for within the hour. */
export async function zipsWithinTheHour(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from document_zip
    where coalesce(account_id, staff_id) = access.actor() and created_at > now() - interval '1 hour'`.execute(db)
  return rows[0]!.n
}
