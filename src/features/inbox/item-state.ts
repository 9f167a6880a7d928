import { allOf } from '../../platform/all-of.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { attachmentsOfRequest } from '../attachments/queries.ts'
import { openFiles } from '../attachments/received.ts'
import { reportedClaim } from '../claim-reports/report-queries.ts'
import { claimById, findConversationOn } from '../claims/queries.ts'
import { conversationById, findRequestConversation } from '../messages/queries.ts'
import { readTalk } from '../messages/talk.ts'
import type { Answer } from '../messages/thread.tsx'
import { openRequests } from '../portal-accounts/queries.ts'
import { handlersToChoose, requestById } from '../service-requests/queries.ts'
import { macros } from '../text-modules/queries.ts'
import { inboxMark } from './live.ts'
import { modulesFor } from './modules.ts'
import { type CustomerAside, customerOf, type Item, notesOf, writersOf } from './queries.ts'

/** What comes back from a form that was refused, or is drawn empty. */
export interface Back {
  answer?: Answer
  answerState?: string
  note?: { body: string; error: string }
  snooze?: { day: string; time: string; error: string }
  /** Who answered since the form was drawn. */
  collision?: string
  /** Who has it now, where somebody was faster. */
  taken?: string
}

/** Everything an open item shows. */
export type ItemState = Awaited<ReturnType<typeof readItem>>

/** Reads an item with what it is about; having its conversation open is having read it. */
export async function readItem(visit: Visit, item: Item, before: string | undefined, back: Back = {}) {
  const { db } = visit
  const subject = await subjectOf(visit, item)
  const id = newId()
  const aside = await customerOf(db, item)
  const [notes, writers, modules, all, handlers, mark] = await allOf([
    notesOf(db, item.id),
    writersOf(db, item.id),
    modulesFor(visit, item, languageOf(visit, aside)),
    macros(db),
    handlersToChoose(db),
    inboxMark(db, item.id),
  ])
  return {
    item,
    subject,
    talk: await readTalk(visit, await talkOf(visit, item), before),
    answer: back.answer ?? { id, body: '', files: await openFiles(visit, id) },
    noteId: newId(),
    notes,
    writers,
    aside,
    modules,
    macros: all,
    handlers,
    mark: mark ?? '',
    back,
  }
}

/** The language that the customer reads. */
export function languageOf({ brokerage }: Visit, { contact }: CustomerAside): Language {
  return (contact?.language as Language | undefined) ?? brokerage.language
}

/** The conversation of an item; null where none was begun, or where there is nobody to talk with. */
export function talkOf({ db }: Visit, { kind, id }: Pick<Item, 'kind' | 'id'>): Promise<string | null> {
  if (kind === 'conversation') return Promise.resolve(id)
  if (kind === 'service_request') return findRequestConversation(db, id)
  if (kind === 'claim') return findConversationOn(db, id)
  return Promise.resolve(null)
}

async function subjectOf({ db }: Visit, { kind, id }: Item) {
  switch (kind) {
    case 'conversation':
      return { kind, conversation: await conversationById(db, id) }
    case 'service_request':
      return { kind, request: await requestById(db, id), files: await attachmentsOfRequest(db, id) }
    case 'claim':
      return { kind, claim: await claimById(db, id), report: await reportedClaim(db, id) }
    case 'role_request':
      return { kind, request: (await openRequests(db, { id }))[0] ?? null }
    case 'mail':
      return { kind }
  }
}
