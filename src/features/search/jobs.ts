import { sql } from 'kysely'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { enqueue, type Job, type Work } from '../../platform/jobs.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { fileText } from './file-text.ts'

interface TextsJob {
  brokerageId: string
}

export const jobs: Job[] = [
  { name: 'search_texts', run: (work, payload) => readTexts(work, payload as TextsJob) },
  // What came before the search, and what the scanner let through in the meantime.
  { name: 'search_texts_sweep', run: (work) => sweep(work), every: '*/10 * * * *' },
]

const [atOnce, mostInOneGo] = [20, 500]
const scanStates = ['pending', 'clean', 'infected', 'failed']

/**
 * Reads the words out of files that came or were replaced, as far as their bytes may leave the house, and keeps them in the
 * entries of their documents. The worker sees no document for it, only bytes that wait.
 */
export async function readTexts(work: Work, { brokerageId }: TextsJob): Promise<void> {
  const inside = <T>(change: (db: Db) => Promise<T>) => asBrokerage(work.pool, brokerageId, change)
  const states = scanStates.filter((state) => mayLeave(work.services, state))
  const tried: Buffer[] = []
  while (tried.length < mostInOneGo) {
    const { rows } = await inside((db) =>
      sql<{ sha256: Buffer; media_type: string }>`select sha256, media_type
        from access.texts_wanted(${states}::text[], ${mayLeave(work.services, null)}, ${tried}::bytea[], ${atOnce})`.execute(db),
    )
    if (rows.length === 0) return
    for (const { sha256, media_type } of rows) {
      tried.push(sha256)
      const text = await work.services.files.withPath(brokerageId, sha256, (path) => fileText(path, media_type))
      // Bytes that are not there may come back with a restore: nothing is kept, and the sweep asks again.
      if (text !== null) await inside((db) => sql`select access.keep_text(${sha256}, ${text})`.execute(db))
    }
  }
  await inside((db) => enqueue(db, 'search_texts', { brokerageId }, { key: `search_texts:${brokerageId}` }))
}

async function sweep(work: Work): Promise<void> {
  const { rows } = await work.pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id } of rows) await readTexts(work, { brokerageId: id })
}
