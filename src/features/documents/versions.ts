import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { keptState } from '../../platform/kept-files.ts'
import { keepUpload, type UploadedFile } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { tellAbout } from '../notifications/tell.ts'
import { tendsDocument } from './access.ts'
import { type DocumentRecord, documentById } from './queries.ts'

/** All files a document has had, the newest first. Whoever sees the document sees them. */
export function versionsOf(db: Db, documentId: string) {
  return db
    .selectFrom('document_version')
    .select([
      'number',
      'file_name',
      'media_type',
      sql<number>`byte_size`.as('byte_size'),
      'sha256',
      'author_name',
      'added_at',
      keptState('document_version').as('scan_state'),
    ])
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .execute()
}
export type DocumentVersion = Awaited<ReturnType<typeof versionsOf>>[number]

/** A document as one of its versions had it; `former` is its number where there is a newer one. */
export type ShownDocument = DocumentRecord & { former?: number }

/** The document with the file it had in this version (`?version=2`); without one, the newest. Throws NotFound. */
export async function documentInVersion(db: Db, id: string, version: unknown): Promise<ShownDocument> {
  const document = await documentById(db, id)
  if (version === undefined || version === '') return document
  const number = typeof version === 'string' && /^\d{1,6}$/.test(version) ? Number(version) : 0
  const found = (await versionsOf(db, id)).find((one) => one.number === number)
  if (!found) throw notFound()
  if (number === document.file_number) return document
  const { author_name: _, added_at: file_since, number: former, ...file } = found
  return { ...document, ...file, file_since, file_number: former, former }
}

export type Replaced =
  | { kind: 'saved' }
  /** These very bytes are the newest version already. */
  | { kind: 'same' }
  /** Somebody replaced or edited it in between: what stands there now. */
  | { kind: 'conflict'; current: DocumentRecord }

/** Replaces the file of a document that still has the version the form was opened with; the former one stays to be looked at. */
export async function replaceFile(visit: Visit, before: DocumentRecord, version: number, file: UploadedFile): Promise<Replaced> {
  if (!tendsDocument(visit.actor, before)) throw forbidden()
  if (before.version === version && before.sha256.equals(file.sha256)) return { kind: 'same' }
  await keepUpload(visit, file, { kind: 'document', id: before.id })
  const saved = await visit.db
    .updateTable('document')
    .set({
      file_name: file.name,
      media_type: file.mediaType,
      byte_size: file.size,
      sha256: file.sha256,
      version: sql<number>`version + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning(['file_number', 'company_id'])
    .executeTakeFirst()
  if (!saved) return { kind: 'conflict', current: await documentById(visit.db, before.id) }
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'document.replaced',
    subjectKind: 'document',
    subjectId: before.id,
    companyId: saved.company_id,
    details: { number: saved.file_number, file: file.name, before: before.file_name },
  })
  await tellAbout(visit, { kind: 'document_version', about: { kind: 'document', id: before.id } })
  return { kind: 'saved' }
}
