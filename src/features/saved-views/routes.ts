import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { text, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { type AnyList, listByKey } from '../../records/list-description.ts'
import { savedViews } from '../../records/list-saved.ts'
import { canonicalQuery } from '../../records/list-state.ts'
import { mayShareViews } from './access.ts'
import { changeQuery, createView, removeView, renameView, restoreView } from './changes.ts'
import { namedView, newView } from './input.ts'
import { formPage } from './pages/form.tsx'
import { type Manage, managePage } from './pages/manage.tsx'
import { savedViewPhrases } from './phrases.ts'
import { type View, viewById } from './queries.ts'

type Body = Record<string, unknown>

export const routes = [
  get('/views', signedIn, async (visit, { query }) => {
    const list = listOf(query.list)
    const done = (['changed', 'removed', 'restored'] as const).find((key) => key === query.done) ?? null
    return manageReply(visit, list, { done, undo: uuid.safeParse(query.undo).data ?? null })
  }),

  get('/views/new', signedIn, async (visit, { query }) => {
    const empty = { id: newId(), query: queryOf(query), name: '', shared: false, error: null }
    return page(formPage(visit, listOf(query.list), empty))
  }),
  post('/views/new', signedIn, async (visit, { body }) => createReply(visit, body)),

  post('/views/:id', signedIn, async (visit, { params, body }) => {
    const view = await viewOf(visit, params)
    if (!view.own) throw forbidden()
    const name = body[`name-${view.id}`]
    const input = readInput(namedView, { name, shared: body[`shared-${view.id}`] })
    const code = input.ok ? await renameView(visit, view, input.value) : input.errors[0]!.code
    if (code === 'done') return toViews(visit, view, 'changed')
    const error = { id: view.id, name: typeof name === 'string' ? name : '', message: message(visit, code) }
    return manageReply(visit, listOf(view.list), { error }, 422)
  }),

  post('/views/:id/query', signedIn, async (visit, { params, body }) => {
    const view = await viewOf(visit, params)
    if (!view.own) throw forbidden()
    const list = listOf(view.list)
    await changeQuery(visit, view, canonicalQuery(list, queryOf(body)))
    return redirect(href(visit, `${list.path}?v=${view.id}&done=view_saved`))
  }),

  post('/views/:id/remove', signedIn, async (visit, { params }) => {
    const view = await viewOf(visit, params)
    if (!view.own && !mayShareViews(visit.actor)) throw forbidden()
    await removeView(visit, view)
    return toViews(visit, view, 'removed', `&undo=${view.id}`)
  }),

  post('/views/:id/restore', signedIn, async (visit, { params }) => {
    const view = await viewOf(visit, params, { removedToo: true })
    if (!view.own && !mayShareViews(visit.actor)) throw forbidden()
    if (!(await restoreView(visit, view))) throw new Refusal(409)
    return toViews(visit, view, 'restored')
  }),
]

function listOf(key: unknown): AnyList {
  const list = listByKey(key)
  if (!list) throw notFound()
  return list
}

function queryOf(input: Body): string {
  return text(2000).safeParse(input.query).data ?? ''
}

async function viewOf(visit: Visit, params: Record<string, string>, { removedToo = false } = {}): Promise<View> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  const view = await viewById(visit.db, visit.actor, params.id!)
  if (view.removed_at && !removedToo) throw notFound()
  return view
}

function toViews(visit: Visit, view: View, done: string, more = ''): Reply {
  return redirect(href(visit, `/views?list=${view.list}&done=${done}${more}`))
}

async function manageReply(visit: Visit, list: AnyList, manage: Partial<Manage>, status = 200): Promise<Reply> {
  const views = await savedViews(visit.db, visit.actor, list)
  return page(managePage(visit, list, { done: null, undo: null, error: null, ...manage, views }), status)
}

async function createReply(visit: Visit, body: Body): Promise<Reply> {
  const list = listOf(body.list)
  const query = canonicalQuery(list, queryOf(body))
  const input = readInput(newView, body)
  if (input.ok) {
    const { _id: id, name, shared } = input.value
    const outcome = await createView(visit, { id, list: list.path.slice(1), name, query, shared })
    if (outcome === 'done') return redirect(href(visit, `${list.path}?v=${id}&done=view_created`))
    return formReply(visit, list, body, query, message(visit, outcome))
  }
  if (input.errors.some((error) => error.field === '_id')) throw new Refusal(400)
  return formReply(visit, list, body, query, message(visit, input.errors[0]!.code))
}

function formReply(visit: Visit, list: AnyList, body: Body, query: string, error: string): Reply {
  const typed = { name: typeof body.name === 'string' ? body.name : '', shared: body.shared === 'on' }
  return page(formPage(visit, list, { ...typed, id: newId(), query, error }), 422)
}

function message(visit: Visit, code: string): string {
  const t = savedViewPhrases(visit.language)
  return code === 'required' || code === 'too_long' || code === 'taken' || code === 'too_many' ? t[code] : t.unreadable
}
