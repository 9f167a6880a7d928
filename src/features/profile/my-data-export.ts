import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { ZipFile } from 'yazl'
import type { Customer, Staff } from '../../platform/actor.ts'
import { byteOrderMark, csvRows } from '../../platform/csv.ts'
import type { Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { collectMyData, type MyData } from './my-data.ts'
import { myDataHtml } from './my-data-page.tsx'

/** Downloads of one person within a day. */
export const downloadsPerDay = 5

/**
 * Everything about the person as a ZIP: a page to read, JSON, the list of their files. Null when it was asked for too often. Read
 * in one transaction with its event; the file is made afterwards.
 */
export async function myDataFile(visit: Omit<Visit, 'db'>, person: Customer | Staff): Promise<Readable | null> {
  const data = await asSameActor(visit, async (db) => {
    if (!(await mayNow(db, person.loginId))) return null
    const collected = await collectMyData(db, person)
    await recordEvent(db, visit.brokerage, person, {
      verb: 'login.data_exported',
      subjectKind: 'login',
      subjectId: person.loginId,
      companyId: person.kind === 'customer' ? person.companyId : null,
    })
    return collected
  })
  return data && zipped(visit, person, data)
}

// One after the other, so that five windows at once are counted as five.
async function mayNow(db: Db, loginId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`my-data:${loginId}`}, 0))`.execute(db)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from event where subject_id = ${loginId} and verb = 'login.data_exported'
      and at > now() - interval '1 day'`.execute(db)
  return rows[0]!.n < downloadsPerDay
}

function zipped(visit: Omit<Visit, 'db'>, person: Customer | Staff, data: MyData): Readable {
  const zip = new ZipFile()
  const json = { made_at: new Date(), brokerage: visit.brokerage.name, ...data }
  zip.addBuffer(Buffer.from(myDataHtml(visit, person, data)), 'my-data.html')
  zip.addBuffer(Buffer.from(JSON.stringify(json, null, 2)), 'my-data.json')
  zip.addBuffer(Buffer.from(byteOrderMark + filesCsv(data)), 'my-files.csv')
  zip.end()
  return zip.outputStream as Readable
}

function filesCsv(data: MyData): string {
  const files = data.accounts.flatMap(({ company, tables }) =>
    [...(tables.document ?? []), ...(tables.claim_report_file ?? [])].map((row) =>
      [company, row.file_name, row.title ?? '', row.media_type, row.byte_size].map((text) => ({ text: String(text ?? '') })),
    ),
  )
  const head = ['company', 'file_name', 'title', 'media_type', 'byte_size'].map((text) => ({ text }))
  return csvRows([head, ...files])
}
