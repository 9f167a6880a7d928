import { allOf } from '../../platform/all-of.ts'
import { newId } from '../../platform/ids.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Around, readAround } from '../../records/record-around.ts'
import type { RecordDescription } from '../../records/record-description.ts'
import { openFiles } from '../attachments/received.ts'
import { noteRead } from '../audit/reads.ts'
import { deadlinesOf } from '../deadlines/on-record.tsx'
import type { Deadline } from '../deadlines/queries.ts'
import { type RecordTalk, readRecordTalk } from '../messages/on-record.ts'
import type { Answer } from '../messages/thread.tsx'
import { markRecordRead } from '../notifications/changes.ts'
import { unreadConversations } from '../notifications/queries.ts'
import { type Documents, documentsOf } from './documents.tsx'

/** A record with everything that its page says. */
export interface Opened<R> {
  record: R
  around: Around
  talk: RecordTalk
  documents: Documents | null
  deadlines: Deadline[] | null
  unread: number
  /** The message to come, still empty. */
  writing: Answer
}

/** Reads a record and what belongs to it; throws NotFound where it does not exist for the actor. All of it is asked together. What is told and said of it stands open, so it is read. */
export async function openRecord<R>(visit: Visit, description: RecordDescription<R>, id: string): Promise<Opened<R>> {
  const { db } = visit
  const key = { kind: description.kind, id }
  const [record, around, talk, documents, deadlines, unread] = await allOf([
    description.read(visit, id),
    readAround(visit, key),
    readRecordTalk(visit, key),
    documentsOf(db, key),
    deadlinesOf(db, key),
    unreadConversations(db),
    markRecordRead(visit, id),
    noteRead(visit, key),
  ])
  const messageId = newId()
  const writing = { id: messageId, body: '', files: await openFiles(visit, messageId) }
  const read = talk.current?.row.unread
  return { record, around, talk, documents, deadlines, writing, unread: read ? await unreadConversations(db) : unread }
}
