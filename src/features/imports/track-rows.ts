import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { sources } from './sources.ts'
import type { Track } from './write-batch.ts'

/** Notes in the transaction of the run what it writes, so that it can be taken back; `also` hears of it too. */
export function trackRows(runId: string, place: number, also: Track): Track {
  return async (db, header, written) => {
    const rows = written.map(({ table, key, line, before }) => ({ target: table, key, line, before }))
    // Two files of one kind may hold the same key: what was there before the run is what the first one found.
    await sql`insert into import_row (brokerage_id, run_id, place, target, key, line, before)
      select access.brokerage(), ${runId}::uuid, ${place}::integer, r.target, r.key, r.line, r.before
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(target text, key text, line integer, before jsonb)
      on conflict do nothing`.execute(db)
    await also(db, header, written)
  }
}

/** The row as it stands, in a form that any change of it changes; when it was touched last does not count. */
export const markOf = (alias: string) => sql<string>`md5((to_jsonb(${sql.ref(alias)}) - 'updated_at')::text)`

/** Notes how each written row stands at the end of the run: who changes it afterwards is not undone. */
export async function markRows(db: Db, runId: string): Promise<void> {
  for (const { table, key } of sources) {
    await sql`update import_row r set mark = ${markOf('t')} from ${sql.table(table)} t
      where r.brokerage_id = access.brokerage() and r.run_id = ${runId}::uuid and r.target = ${table}
        and t.brokerage_id = r.brokerage_id and t.${sql.ref(key)} = r.key`.execute(db)
  }
}
