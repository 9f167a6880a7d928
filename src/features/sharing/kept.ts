import { forbidden, notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mapsLines, shares } from './access.ts'
import { undo } from './changes.ts'
import type { Scope } from './items.ts'
import { changePage } from './pages/change.tsx'
import { sharingPhrases } from './phrases.ts'
import { changeById, namesOf } from './queries.ts'

const undoes = (visit: Visit, scope: Scope) => (scope === 'lines' ? mapsLines(visit.actor) : shares(visit.actor))

function idOf(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

/** One change that was made, with the way back. */
export async function changeReply(visit: Visit, params: Record<string, string>, done: unknown): Promise<Reply> {
  const t = sharingPhrases(visit.language)
  const said: Record<string, string> = { shared: t.done, undone: t.done_undone }
  const sentence = typeof done === 'string' && Object.hasOwn(said, done) ? said[done]! : null
  return shown(visit, idOf(params), { done: sentence, refused: null }, 200)
}

async function shown(
  visit: Visit,
  id: string,
  state: { done: string | null; refused: { text: string; blocked: string[] } | null },
  status: number,
): Promise<Reply> {
  const change = await changeById(visit.db, id)
  const names = await namesOf(visit.db, change)
  return page(changePage(visit, { change, names, undoes: undoes(visit, change.scope), ...state }), status)
}

/** «Rückgängig»: exactly as it was, or a sentence why not. */
export async function undoReply(visit: Visit, params: Record<string, string>): Promise<Reply> {
  const id = idOf(params)
  const { scope } = await changeById(visit.db, id)
  if (!undoes(visit, scope)) throw forbidden()
  const undone = await undo(visit, id)
  if (undone.ok) return redirect(href(visit, `/sharing/changes/${id}?done=undone`))
  const t = sharingPhrases(visit.language)
  const text = undone.why === 'late' ? t.undo_late : t.undo_refused
  return shown(visit, id, { done: null, refused: { text, blocked: undone.blocked } }, 409)
}
