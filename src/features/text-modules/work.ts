import { allOf } from '../../platform/all-of.ts'
import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { worksInbox } from '../inbox/access.ts'
import { remove, type Saved, saveMacro, saveModule } from './changes.ts'
import { newMacro, newModule } from './input.ts'
import { type Form, macroPage, modulePage } from './pages/form.tsx'
import { textsPage } from './pages/list.tsx'
import { textsPhrases } from './phrases.ts'
import { unknownPlaceholder } from './placeholders.ts'
import { macroById, macros, moduleById, textModules } from './queries.ts'

type Values = Record<string, unknown>
export type What = 'texts' | 'macros'

/** Both lists. */
export async function listReply(visit: Visit, query: Values): Promise<Reply> {
  const t = textsPhrases(visit.language)
  const done = query.done === 'saved' ? t.saved : query.done === 'removed' ? t.removed : null
  const [modules, all] = await allOf([textModules(visit.db, visit.language), macros(visit.db)])
  return page(textsPage(visit, { modules, macros: all, done }))
}

/** The form of a new one, or of one that is there. */
export async function formReply(visit: Visit, what: What, id: string | null): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  if (id !== null && !uuid.safeParse(id).success) throw notFound()
  const start = id === null ? fresh(visit, what) : await stored(visit, what, id)
  return page(await draw(visit, what, start))
}

const fresh = ({ brokerage }: Visit, what: What): Form => ({
  id: newId(),
  version: 0,
  values: what === 'texts' ? { language: brokerage.language } : { assign: 'keep' },
  errors: {},
  conflict: false,
})

async function stored({ db }: Visit, what: What, id: string): Promise<Form> {
  const { version, ...row } = what === 'texts' ? await moduleById(db, id) : await macroById(db, id)
  const values = Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value === true ? 'on' : value ? String(value) : '']),
  )
  return { id, version, values, errors: {}, conflict: false }
}

async function draw(visit: Visit, what: What, form: Form) {
  if (what === 'texts') return modulePage(visit, form)
  return macroPage(visit, form, await textModules(visit.db, visit.language))
}

const fields: Record<What, readonly string[]> = {
  texts: ['language', 'shortcut', 'name', 'body'],
  macros: ['name', 'shortcut', 'state', 'assign', 'finishes', 'snooze_days'],
}

/** Saves it, or shows the form again. */
export async function saveReply(visit: Visit, what: What, body: Values): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  const id = uuid.safeParse(body._id)
  if (!id.success) throw new Refusal(400)
  const version = typeof body.version === 'string' && /^\d{1,9}$/.test(body.version) ? Number(body.version) : null
  if (version === null) throw new Refusal(400)
  const back: Form = { id: id.data, version, values: typed(body, fields[what]), errors: {}, conflict: false }
  const done = await save(visit, what, body)
  if (done.saved === 'saved') return redirect(href(visit, '/inbox/texts?done=saved'))
  if (done.saved === 'conflict') {
    const now = await stored(visit, what, back.id)
    return page(await draw(visit, what, { ...back, version: now.version, conflict: true }), 409)
  }
  const errors = done.saved === 'taken' ? { shortcut: textsPhrases(visit.language).error_taken } : done.errors
  return page(await draw(visit, what, { ...back, errors }), 422)
}

async function save(visit: Visit, what: What, body: Values): Promise<{ saved: Saved | 'wrong'; errors: Record<string, string> }> {
  const input = what === 'texts' ? readInput(newModule, body) : readInput(newMacro, body)
  if (!input.ok) return { saved: 'wrong', errors: sentences(visit, input.errors, body) }
  const saved = 'body' in input.value ? await saveModule(visit, input.value) : await saveMacro(visit, input.value)
  return { saved, errors: {} }
}

function sentences({ language }: Visit, errors: { field: string; code: string }[], body: Values): Record<string, string> {
  const t = textsPhrases(language)
  const unknown = typeof body.body === 'string' ? (unknownPlaceholder(body.body) ?? '') : ''
  const known: Record<string, string> = {
    required: t.error_required,
    shortcut: t.error_shortcut,
    placeholder: t.error_placeholder(unknown),
    too_long: t.error_too_long,
    nothing: t.error_nothing,
    both: t.error_both,
    days: t.error_days,
  }
  return Object.fromEntries(errors.map(({ field, code }) => [field, known[code] ?? t.error_unreadable]))
}

/** It is offered no longer. */
export async function removalReply(visit: Visit, what: What, id: string | undefined): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  if (!uuid.safeParse(id).success) throw notFound()
  await (what === 'texts' ? moduleById(visit.db, id!) : macroById(visit.db, id!))
  await remove(visit, what === 'texts' ? 'text_module' : 'macro', id!)
  return redirect(href(visit, '/inbox/texts?done=removed'))
}
