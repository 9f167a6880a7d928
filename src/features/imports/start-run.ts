import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import { recordEvent } from '../../platform/events.ts'
import type { StoredFile } from '../../platform/files.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { noteKept } from '../../platform/kept-files.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { guessFile, signatureOf } from './guess.ts'
import type { ReadUpload } from './read-uploaded.ts'
import type { RunJob } from './run-job.ts'
import type { ImportedFile } from './run-queries.ts'

/** Keeps what was read from an upload as a run that waits for its columns; sent twice it is one. */
export async function keepRun(visit: Visit, id: string, read: ReadUpload): Promise<void> {
  const { files } = visit.services
  const brokerageId = visit.brokerage.id
  // The store is slower than a transaction may be: what nobody names in the end costs room, never truth.
  const kept: (ReadUpload['tables'][number] & { stored: StoredFile })[] = []
  for (const table of read.tables) kept.push({ ...table, stored: await files.put(brokerageId, table.rowsPath) })
  const documents: Record<string, [string, number]> = {}
  const stored: StoredFile[] = []
  for (const { name, path } of read.documents) {
    if (!(await startsAsPdf(path))) continue
    const bytes = await files.put(brokerageId, path)
    stored.push(bytes)
    documents[name] = [bytes.sha256.toString('hex'), bytes.size]
  }
  await asSameActor(visit, async (db) => {
    const run = await db
      .insertInto('import_run')
      .values({
        brokerage_id: brokerageId,
        id,
        source: kept
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 400),
        staff_id: visit.actor.kind === 'staff' ? visit.actor.id : null,
        state: 'draft',
        documents: JSON.stringify(documents),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!run) return
    for (const bytes of stored) await noteKept(db, visit.services, brokerageId, bytes, { about: null, by: null })
    for (const [place, table] of kept.entries()) {
      const { source, mapping } = await guessFile(db, table.name, table.header)
      await db
        .insertInto('import_file')
        .values({
          brokerage_id: brokerageId,
          id: newId(),
          run_id: id,
          place,
          name: table.name.slice(0, 200),
          encoding: table.encoding,
          source,
          checksum: Buffer.from(table.checksum, 'hex'),
          rows_sha256: table.stored.sha256,
          row_count: table.rowCount,
          header: JSON.stringify(table.header),
          samples: JSON.stringify(table.samples),
          mapping: JSON.stringify(mapping),
        })
        .execute()
    }
    const names = kept.map(({ name, checksum }) => ({ name, checksum }))
    await recordEvent(db, visit.brokerage, visit.actor, {
      verb: 'import.uploaded',
      subjectKind: 'import_run',
      subjectId: id,
      details: { files: names },
    })
  })
}

async function startsAsPdf(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0)
    return buffer.toString('latin1') === '%PDF-'
  } finally {
    await file.close()
  }
}

/** Keeps the kind and the columns of a file as staff said them, also for the next file with this heading. */
export async function keepMapping({ db, brokerage }: Visit, file: ImportedFile): Promise<void> {
  const mapping = JSON.stringify(file.mapping)
  await db.updateTable('import_file').set({ source: file.source, mapping }).where('id', '=', file.id).execute()
  if (file.source === null) return
  await db
    .insertInto('import_mapping')
    .values({ brokerage_id: brokerage.id, source: file.source, signature: signatureOf(file.header), mapping })
    .onConflict((conflict) =>
      conflict.columns(['brokerage_id', 'source', 'signature']).doUpdateSet({ mapping, updated_at: sql`now()` }),
    )
    .execute()
}

const from = {
  checking: ['draft', 'checked', 'failed'],
  running: ['checked'],
  undoing: ['done'],
} as const

/** Has a run checked, imported or undone by the queue. False where it is not in a state for that (any more). */
export async function startWork(visit: Visit, runId: string, state: keyof typeof from): Promise<boolean> {
  const { db, actor, brokerage } = visit
  const started = await db
    .updateTable('import_run as r')
    .set({
      state,
      progress: null,
      problem: null,
      cancel_asked: false,
      alive_at: sql`now()`,
      ...(state === 'undoing' && actor.kind === 'staff' && { undone_by: actor.id }),
    })
    .where('r.id', '=', runId)
    .where((eb) =>
      eb.or([
        eb('r.state', 'in', [...from[state]]),
        // One whose job has died is taken up again.
        eb.and([eb('r.state', '=', state), eb('r.alive_at', '<', sql<Date>`now() - interval '2 minutes'`)]),
      ]),
    )
    .returning('r.id')
    .executeTakeFirst()
  if (!started || actor.kind === 'visitor') return false
  const job: RunJob = { brokerageId: brokerage.id, runId, actorId: actor.id }
  await enqueue(db, 'import_run', job)
  return true
}

/** Stops a run: one that works takes back what it did, one that waits is thrown away. */
export async function cancelRun({ db, brokerage, actor }: Visit, runId: string): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ cancel_asked: true })
    .where('id', '=', runId)
    .where('state', 'in', ['checking', 'running'])
    .where('alive_at', '>', sql<Date>`now() - interval '2 minutes'`)
    .execute()
  const thrown = await db
    .updateTable('import_run')
    .set({ state: 'cancelled', progress: null })
    .where('id', '=', runId)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['draft', 'checked', 'failed']),
        eb.and([eb('state', 'in', ['checking', 'running']), eb('alive_at', '<=', sql<Date>`now() - interval '2 minutes'`)]),
      ]),
    )
    .returning('id')
    .executeTakeFirst()
  if (!thrown || actor.kind === 'visitor') return
  const job: RunJob = { brokerageId: brokerage.id, runId, actorId: actor.id }
  await enqueue(db, 'import_run', job)
  await recordEvent(db, brokerage, actor, {
    verb: 'import.cancelled',
    subjectKind: 'import_run',
    subjectId: runId,
    details: {},
  })
}
