import { forbidden, notFound } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, readInput, redirect, signedIn } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { mayAttach, openFiles, receiveFiles } from '../attachments/received.ts'
import { unreadConversations } from '../notifications/queries.ts'
import { type AboutKind, findAbout, readAbout } from './about.ts'
import { writes } from './access.ts'
import { formId, isEmpty, readAnswer } from './answer.ts'
import { startConversation, takeBack, writeMessage } from './changes.ts'
import { messageErrors } from './errors.ts'
import { newConversation } from './input.ts'
import { conversationList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { newPage } from './pages/new.tsx'
import { showPage, type ThreadState } from './pages/show.tsx'
import { messagePhrases } from './phrases.ts'
import { type Conversation, conversationById, findTakenBack, messagesOf, people, recentConversations } from './queries.ts'
import { readTalk } from './talk.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown>; upload?: Upload }

export const routes = [
  ...listRoutes(conversationList, signedIn, async (visit, state, result) =>
    listPage(visit, state, result, await unreadConversations(visit.db)),
  ),
  get('/messages/new', signedIn, newReply),
  post('/messages/new', signedIn, startReply, { upload: { before: mayAttach } }),
  get('/messages/:id', signedIn, showReply, { marks: true }),
  post('/messages/:id/messages', signedIn, answerReply, {
    upload: {
      before: async (visit, { params }) => {
        await existing(visit, params)
        await mayAttach(visit)
      },
    },
  }),
  post('/messages/:id/take-back', signedIn, takeBackReply),
]

async function newReply(visit: Visit, { query }: Request): Promise<Reply> {
  if (!writes(visit.actor)) throw forbidden()
  const draft = uuid.safeParse(query.draft).success ? await findTakenBack(visit.db, query.draft as string) : null
  const key =
    draft?.about_kind && draft.about_id ? { kind: draft.about_kind as AboutKind, id: draft.about_id } : readAbout(query.about)
  const about = await findAbout(visit.db, key)
  if (key && !about) throw notFound()
  const to = draft?.author_account_id ?? (typeof query.to === 'string' ? query.to : '')
  const values = { subject: draft?.subject ?? '', body: draft?.body ?? '', to }
  const done = draft && messagePhrases(visit.language).done_taken_back
  const id = newId()
  const files = await openFiles(visit, id, draft?.id)
  const choice = await choosable(visit, about !== null)
  return page(newPage(visit, { id, about, people: choice, values, errors: {}, files, done }))
}

// Customers write to their broker; staff about nothing in particular choose with whom.
async function choosable(visit: Visit, hasRecord: boolean) {
  return visit.actor.kind === 'staff' && !hasRecord ? people(visit.db) : null
}

async function startReply(visit: Visit, { body, upload }: Request): Promise<Reply> {
  const { actor } = visit
  if (actor.kind === 'visitor' || !writes(actor)) throw forbidden()
  const id = formId(body)
  const input = readInput(newConversation, body)
  const key = readAbout(body.about)
  const about = await findAbout(visit.db, key)
  const choice = await choosable(visit, about !== null)
  const person = choice?.find((one) => one.id === body.to)
  const t = messagePhrases(visit.language)
  const errors = input.ok ? {} : messageErrors(visit.language, input.errors)
  const files = await receiveFiles(visit, id, body, upload, { kind: 'conversation', id })
  if (input.ok && isEmpty(input.value, files)) errors.body = t.error_body
  if (body.about && !about) errors[''] = t.error_about
  if (choice && !person) errors.to = t.error_person
  const companyId = about?.companyId ?? person?.company_id ?? (actor.kind === 'customer' ? actor.companyId : null)
  if (!input.ok || Object.keys(errors).length + files.errors.length > 0 || !companyId) {
    const values = typed(body, ['subject', 'body', 'to']) as { subject: string; body: string; to: string }
    return page(newPage(visit, { id, about, people: choice, values, errors, files }), files.tooMuch ? 413 : 422)
  }
  const conversation = { id, company_id: companyId, about_kind: about?.kind ?? null, about_id: about?.id ?? null }
  const started = await startConversation(visit, {
    id,
    companyId,
    about,
    subject: input.value.subject,
    accountId: person?.id ?? null,
  })
  // Sent before: what it says was said in the same transaction.
  if (started) await writeMessage(visit, conversation, { id, body: input.value.body, draftId: files.draftId })
  return redirect(href(visit, `/messages/${id}?done=sent`))
}

async function showReply(visit: Visit, { params, query }: Request): Promise<Reply> {
  const conversation = await existing(visit, params)
  // A mail leads to the field for the answer; a sign-in on the way keeps a query, but no place in a page.
  if (query.answer !== undefined) return redirect(href(visit, `${home(conversation)}#f-body`))
  // What is said about a request stands on the page of the request.
  if (conversation.about_kind === 'service_request') {
    return { kind: 'redirect', to: href(visit, `/requests/${conversation.about_id}`), temporary: true }
  }
  const draft = uuid.safeParse(query.draft).success ? await findTakenBack(visit.db, query.draft as string) : null
  const again = draft?.conversation_id === conversation.id ? draft : null
  const id = newId()
  const answer = { id, body: again?.body ?? '', files: await openFiles(visit, id, again?.id) }
  const t = messagePhrases(visit.language)
  const done = query.done === 'sent' ? t.done_sent : query.done === 'taken_back' ? t.done_taken_back : null
  const state = await read(visit, conversation, uuid.safeParse(query.before).data)
  return page(showPage(visit, conversation, { ...state, answer, done, tooLate: query.done === 'too_late' }))
}

async function read(
  visit: Visit,
  conversation: Conversation,
  before?: string,
): Promise<Pick<ThreadState, 'talk' | 'recent' | 'unread'>> {
  const talk = await readTalk(visit, conversation.id, before)
  // Nothing was delivered yet, or all was taken back: for this person there is no such conversation.
  if (talk.mark === '') throw notFound()
  return { talk, recent: await recentConversations(visit.db), unread: await unreadConversations(visit.db) }
}

async function answerReply(visit: Visit, { params, body, upload }: Request): Promise<Reply> {
  const conversation = await existing(visit, params)
  if (!writes(visit.actor)) throw forbidden()
  const { answer, refused } = await readAnswer(visit, body, upload, { kind: 'conversation', id: conversation.id })
  if (refused) return page(showPage(visit, conversation, { ...(await read(visit, conversation)), answer }), refused)
  await writeMessage(visit, conversation, { id: answer.id, body: answer.body, draftId: answer.files.draftId })
  return redirect(href(visit, `${home(conversation)}?done=sent#m-${answer.id}`))
}

async function takeBackReply(visit: Visit, { params }: Request): Promise<Reply> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  const { taken, conversationId } = await takeBack(visit, params.id!)
  const conversation = await conversationById(visit.db, conversationId)
  if (!taken) return redirect(href(visit, `${home(conversation)}?done=too_late`))
  const draft = `draft=${params.id}`
  const isRequest = conversation.about_kind === 'service_request'
  const left = isRequest || (await messagesOf(visit.db, conversationId)).length > 0
  return redirect(href(visit, left ? `${home(conversation)}?done=taken_back&${draft}` : `/messages/new?${draft}`))
}

const home = (conversation: Conversation) =>
  conversation.about_kind === 'service_request' ? `/requests/${conversation.about_id}` : `/messages/${conversation.id}`

async function existing(visit: Visit, params: Record<string, string>): Promise<Conversation> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return conversationById(visit.db, params.id!)
}
