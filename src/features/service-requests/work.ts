import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { requiredText, typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { readAround } from '../../records/record-around.ts'
import { attachmentsOfRequest } from '../attachments/queries.ts'
import { openFiles } from '../attachments/received.ts'
import { noteRead } from '../audit/reads.ts'
import { writes } from '../messages/access.ts'
import { formId, readAnswer } from '../messages/answer.ts'
import { startConversation, writeMessage } from '../messages/changes.ts'
import { longestBody } from '../messages/input.ts'
import { messagePhrases } from '../messages/phrases.ts'
import { findRequestConversation, findTakenBack } from '../messages/queries.ts'
import { readTalk } from '../messages/talk.ts'
import { markRecordRead } from '../notifications/changes.ts'
import { unreadConversations } from '../notifications/queries.ts'
import { reopens, setsState } from './access.ts'
import { answerMoves, handleRequest, reopenRequest } from './changes.ts'
import { requestErrors } from './errors.ts'
import { answerState, handlingFields, newHandling } from './input.ts'
import { requestMark } from './live.ts'
import { noticeFor } from './open.ts'
import { type ShowState, showPage } from './pages/show.tsx'
import { requestPhrases } from './phrases.ts'
import { handlersToChoose, requestById, type ServiceRequest } from './queries.ts'

/** The request in the address; throws NotFound when it does not exist for the actor. */
export async function existing(visit: Visit, params: Record<string, string>): Promise<ServiceRequest> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return requestById(visit.db, params.id!)
}

/** The page of a request; a message that was taken back stands in the field again. */
export async function showReply(visit: Visit, request: ServiceRequest, query: Record<string, unknown>): Promise<Reply> {
  if (query.answer !== undefined) return redirect(href(visit, `/requests/${request.id}#f-body`))
  const draft = uuid.safeParse(query.draft).success ? await findTakenBack(visit.db, query.draft as string) : null
  const again = draft?.about_id === request.id ? draft : null
  const said = messagePhrases(visit.language)
  const t = requestPhrases(visit.language)
  const results: Record<string, string> = {
    opened: t.done_opened,
    withdrawn: t.done_withdrawn,
    reopened: t.done_reopened,
    state: t.done_state,
    sent: said.done_sent,
    taken_back: said.done_taken_back,
  }
  const done = typeof query.done === 'string' && Object.hasOwn(results, query.done) ? results[query.done] : null
  const shown = await read(visit, request, uuid.safeParse(query.before).data)
  const answer = { ...shown.answer, body: again?.body ?? '', ...(again && { files: await openFiles(visit, newId(), again.id) }) }
  return page(showPage(visit, request, { ...shown, answer, done, tooLate: query.done === 'too_late' }))
}

// Having the page open is having read it: the one thing that a GET writes down (interface A.2).
async function read(visit: Visit, request: ServiceRequest, before?: string): Promise<ShowState> {
  const talk = await readTalk(visit, await findRequestConversation(visit.db, request.id), before)
  await markRecordRead(visit, request.id)
  await noteRead(visit, { kind: 'service_request', id: request.id })
  const id = newId()
  // Of a policy that is out of sight nothing is told any more.
  const about = request.about_label === null ? null : { kind: request.about_kind, id: request.about_id }
  return {
    talk,
    files: await attachmentsOfRequest(visit.db, request.id),
    mark: (await requestMark(visit.db, request.id)) ?? '',
    notice: await noticeFor(visit, request.category, about),
    handlers: setsState(visit.actor, request) ? await handlersToChoose(visit.db) : [],
    answer: { id, body: '', files: await openFiles(visit, id) },
    around: await readAround(visit, { kind: 'service_request', id: request.id }),
    unread: await unreadConversations(visit.db),
  }
}

/** An answer; the broker's people set the state with it if they like. */
export async function answerReply(
  visit: Visit,
  request: ServiceRequest,
  body: Record<string, unknown>,
  upload: Upload | undefined,
): Promise<Reply> {
  if (!writes(visit.actor)) throw forbidden()
  const { answer, refused } = await readAnswer(visit, body, upload, { kind: 'service_request', id: request.id })
  const input = readInput(answerState, { state: body.answer_state, version: body.version })
  const wanted = input.ok && setsState(visit.actor, request) ? input.value : { state: '' as const, version: request.version }
  const conflict = wanted.state !== '' && wanted.version !== request.version
  if (refused || conflict) {
    const state = { ...(await read(visit, request)), answer, answerState: wanted.state, conflict }
    return page(showPage(visit, request, state), refused ?? 409)
  }
  await writeMessage(visit, await conversationOf(visit, request), {
    id: answer.id,
    body: answer.body,
    draftId: answer.files.draftId,
  })
  if (!(await answerMoves(visit, request, wanted.state))) throw new Refusal(409)
  return redirect(href(visit, `/requests/${request.id}?done=sent#m-${answer.id}`))
}

/** What the broker's people say of it: state, who works on it, what comes next. */
export async function handlingReply(visit: Visit, request: ServiceRequest, body: Record<string, unknown>): Promise<Reply> {
  if (!setsState(visit.actor, request)) throw forbidden()
  const input = readInput(newHandling, body)
  const values = typed(body, handlingFields)
  if (!input.ok) {
    const errors = requestErrors(visit.language, request.category, input.errors)
    if (input.errors.some(({ field }) => field === 'version' || field === 'state')) throw new Refusal(400)
    return page(showPage(visit, request, { ...(await read(visit, request)), handling: { values, errors } }), 422)
  }
  const { state, handler, next_step: nextStep, next_on: nextOn, urgent, cover_confirmed: coverConfirmed, version } = input.value
  const who = (await handlersToChoose(visit.db)).find(({ id }) => id === handler) ?? null
  const handling = { state, handler: who, nextStep, nextOn, urgent, coverConfirmed }
  if (await handleRequest(visit, request, handling, version)) return redirect(href(visit, `/requests/${request.id}?done=state`))
  const now = await requestById(visit.db, request.id)
  const shown = { ...(await read(visit, now)), handling: { values, errors: {} }, conflict: true }
  return page(showPage(visit, now, shown), 409)
}

/** Its author opens it again, and says what is missing. */
export async function reopeningReply(visit: Visit, request: ServiceRequest, body: Record<string, unknown>): Promise<Reply> {
  if (!reopens(visit.actor, request)) throw forbidden()
  const id = formId(body)
  const missing = requiredText(longestBody).safeParse(body.missing)
  if (!missing.success) {
    const [error] = Object.values(
      requestErrors(visit.language, request.category, [{ field: 'missing', code: missing.error.issues[0]!.message }]),
    )
    const reopening = { body: typed(body, ['missing']).missing!, error: error! }
    return page(showPage(visit, request, { ...(await read(visit, request)), reopening }), 422)
  }
  await reopenRequest(visit, request)
  await writeMessage(visit, await conversationOf(visit, request), { id, body: missing.data, draftId: id })
  return redirect(href(visit, `/requests/${request.id}?done=reopened`))
}

// Every request gets its conversation when it is opened; one that came in another way gets it with the first answer.
async function conversationOf(visit: Visit, request: ServiceRequest) {
  const { id, company_id, number: label, subject } = request
  const known = await findRequestConversation(visit.db, id)
  if (!known) {
    const about = { kind: 'service_request' as const, id, companyId: company_id, label }
    await startConversation(visit, { id, companyId: company_id, about, subject, accountId: null })
  }
  return { id: known ?? id, company_id, about_kind: 'service_request', about_id: id }
}
