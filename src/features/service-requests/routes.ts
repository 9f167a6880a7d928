import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, readInput, redirect, signedIn } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { attachmentsOfRequest } from '../attachments/queries.ts'
import { mayAttach, openFiles, receiveFiles } from '../attachments/received.ts'
import { type About, findAbout, readAbout } from '../messages/about.ts'
import { writes } from '../messages/access.ts'
import { readAnswer } from '../messages/answer.ts'
import { startConversation, writeMessage } from '../messages/changes.ts'
import { messagePhrases } from '../messages/phrases.ts'
import { findRequestConversation, findTakenBack } from '../messages/queries.ts'
import { readTalk } from '../messages/talk.ts'
import { markRequestRead } from '../notifications/changes.ts'
import { unreadConversations } from '../notifications/queries.ts'
import { opensRequests } from './access.ts'
import { type CategoryKey, categories, categoryKeys, detailKeys } from './categories.ts'
import { openRequest, setRequestState, withdrawRequest } from './changes.ts'
import { requestErrors } from './errors.ts'
import { type NewRequest, newRequest, newState, requestFields } from './input.ts'
import { requestList } from './list.tsx'
import { requestMark } from './live.ts'
import { choosePage } from './pages/choose.tsx'
import { listPage } from './pages/list.tsx'
import { newPage } from './pages/new.tsx'
import { showPage } from './pages/show.tsx'
import { requestPhrases } from './phrases.ts'
import { policiesToChoose, requestById, type ServiceRequest } from './queries.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown>; upload?: Upload }

export const routes = [
  ...listRoutes(requestList, signedIn, listPage),
  get('/requests/new', signedIn, newReply),
  post('/requests/new', signedIn, openReply, {
    upload: {
      before: async (visit) => {
        if (!opensRequests(visit.actor)) throw forbidden()
        await mayAttach(visit)
      },
    },
  }),
  get('/requests/:id', signedIn, showReply),
  post('/requests/:id/messages', signedIn, answerReply, {
    upload: {
      before: async (visit, { params }) => {
        await existing(visit, params)
        await mayAttach(visit)
      },
    },
  }),
  post('/requests/:id/withdrawal', signedIn, async (visit, { params }) => {
    const request = await existing(visit, params)
    await withdrawRequest(visit, request)
    return redirect(href(visit, `/requests/${request.id}?done=withdrawn`))
  }),
  post('/requests/:id/state', signedIn, async (visit, { params, body }) => {
    const request = await existing(visit, params)
    if (visit.actor.kind !== 'staff') throw forbidden()
    const input = readInput(newState, body)
    if (!input.ok) throw new Refusal(400)
    await setRequestState(visit, request, input.value.state)
    return redirect(href(visit, `/requests/${request.id}?done=state`))
  }),
]

/** The kinds of records that a request can be about. */
const kinds = ['policy', 'insured_object', 'claim'] as const

async function newReply(visit: Visit, { query }: Request): Promise<Reply> {
  if (!opensRequests(visit.actor)) throw forbidden()
  const key = readAbout(query.about, kinds)
  const about = await findAbout(visit.db, key)
  if (key && !about) throw notFound()
  const category = categoryOf(query.category)
  if (!category) return page(choosePage(visit, about))
  const policies = await choosable(visit, category, about)
  const id = newId()
  return page(newPage(visit, { id, category, about, policies, values: {}, errors: {}, files: await openFiles(visit, id) }))
}

function categoryOf(value: unknown): CategoryKey | undefined {
  return categoryKeys.find((key) => key === value)
}

async function choosable(visit: Visit, category: CategoryKey, about: About | null) {
  return about || !categories[category].offersPolicies ? [] : policiesToChoose(visit.db)
}

async function openReply(visit: Visit, { body, upload }: Request): Promise<Reply> {
  if (!opensRequests(visit.actor)) throw forbidden()
  const category = categoryOf(body.category)
  const id = uuid.safeParse(body._id)
  if (!category || !id.success) throw new Refusal(400)
  const input = readInput(newRequest(category), body)
  const errors = input.ok ? {} : requestErrors(visit.language, category, input.errors)
  const files = await receiveFiles(visit, id.data, body, upload, { kind: 'service_request', id: id.data })
  const about = await findAbout(visit.db, readAbout(body.about, kinds))
  if (body.about && !about) Object.assign(errors, requestErrors(visit.language, category, [{ field: 'about', code: 'choose' }]))
  if (!input.ok || Object.keys(errors).length + files.errors.length > 0) {
    // A policy may have been chosen from the list, anything else came with the address.
    const chosen = about?.kind === 'policy' && categories[category].offersPolicies
    const policies = await choosable(visit, category, chosen ? null : about)
    const values = typed(body, [...requestFields, ...detailKeys])
    const state = { id: id.data, category, about: chosen ? null : about, policies, values, errors, files }
    return page(newPage(visit, state), files.tooMuch ? 413 : 422)
  }
  const subject = input.value.subject || subjectOf(visit, category, input.value, about)
  await openRequest(visit, { ...input.value, subject, category, about, draftId: files.draftId })
  return redirect(href(visit, `/requests/${id.data}?done=opened`))
}

// «Fahrzeug einlösen: LU 12345»: what a list must say without being opened.
function subjectOf(visit: Visit, category: CategoryKey, { details }: NewRequest, about: About | null): string {
  const what = details.new_plate ?? details.plate ?? details.recipient ?? about?.label
  const name = requestPhrases(visit.language)[category]
  return (what ? `${name}: ${what}` : name).slice(0, 160)
}

async function showReply(visit: Visit, { params, query }: Request): Promise<Reply> {
  const request = await existing(visit, params)
  if (query.answer !== undefined) return redirect(href(visit, `/requests/${request.id}#f-body`))
  const draft = uuid.safeParse(query.draft).success ? await findTakenBack(visit.db, query.draft as string) : null
  const again = draft?.about_id === request.id ? draft : null
  const said = messagePhrases(visit.language)
  const t = requestPhrases(visit.language)
  const results: Record<string, string> = {
    opened: t.done_opened,
    withdrawn: t.done_withdrawn,
    state: t.done_state,
    sent: said.done_sent,
    taken_back: said.done_taken_back,
  }
  const done = typeof query.done === 'string' && Object.hasOwn(results, query.done) ? results[query.done] : null
  const shown = await read(visit, request, uuid.safeParse(query.before).data)
  const id = newId()
  const answer = { id, body: again?.body ?? '', files: await openFiles(visit, id, again?.id) }
  const state = { ...shown, answer, done, tooLate: query.done === 'too_late' }
  return page(showPage(visit, request, state))
}

async function read(visit: Visit, request: ServiceRequest, before?: string) {
  const talk = await readTalk(visit, await findRequestConversation(visit.db, request.id), before)
  await markRequestRead(visit, request.id)
  const [files, mark] = [await attachmentsOfRequest(visit.db, request.id), await requestMark(visit.db, request.id)]
  return { talk, files, mark: mark ?? '', unread: await unreadConversations(visit.db) }
}

async function answerReply(visit: Visit, { params, body, upload }: Request): Promise<Reply> {
  const request = await existing(visit, params)
  if (!writes(visit.actor)) throw forbidden()
  const { answer, refused } = await readAnswer(visit, body, upload, { kind: 'service_request', id: request.id })
  if (refused) return page(showPage(visit, request, { ...(await read(visit, request)), answer }), refused)
  const conversation = {
    id: await conversationOf(visit, request),
    company_id: request.company_id,
    about_kind: 'service_request',
    about_id: request.id,
  }
  await writeMessage(visit, conversation, { id: answer.id, body: answer.body, draftId: answer.files.draftId })
  return redirect(href(visit, `/requests/${request.id}?done=sent#m-${answer.id}`))
}

// Every request gets its conversation when it is opened; one that came in another way gets it with the first answer.
async function conversationOf(visit: Visit, request: ServiceRequest): Promise<string> {
  const known = await findRequestConversation(visit.db, request.id)
  if (known) return known
  const { id, company_id: companyId, number: label, subject } = request
  await startConversation(visit, {
    id,
    companyId,
    about: { kind: 'service_request', id, companyId, label },
    subject,
    accountId: null,
  })
  return id
}

async function existing(visit: Visit, params: Record<string, string>): Promise<ServiceRequest> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return requestById(visit.db, params.id!)
}
