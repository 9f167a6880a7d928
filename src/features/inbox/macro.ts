import { forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/phrases.ts'
import { type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import type { Answer } from '../messages/thread.tsx'
import { setsState } from '../service-requests/access.ts'
import { answerMoves } from '../service-requests/changes.ts'
import { handlersToChoose, requestById } from '../service-requests/queries.ts'
import type { RequestState } from '../service-requests/states.ts'
import { type Macro, macroById, moduleFor } from '../text-modules/queries.ts'
import { assignItem, finishItem, snoozeItem } from './changes.ts'
import { modulesFor } from './modules.ts'
import { readOverview } from './overviews.ts'
import { type Item, itemById } from './queries.ts'
import { sendAnswer } from './say.ts'
import { showInbox } from './show.ts'

/**
 * All steps of a macro, or none: the answer (what is typed already, else its text module in the customer's language), the state, who
 * has it, put aside or closed. 409 where somebody answered meanwhile.
 */
export async function runMacro(
  visit: Visit,
  item: Item,
  body: Record<string, unknown>,
  { answer, seen, language }: { answer: Answer; seen: number; language: Language },
): Promise<Reply> {
  const macro = await macroById(visit.db, String(body.macro))
  const module = macro.shortcut
    ? moduleFor(await modulesFor(visit, item, language), macro.shortcut, [language, visit.brokerage.language])
    : null
  const text = answer.body || (module?.body ?? '')
  const state = item.kind === 'service_request' ? ((macro.state ?? '') as RequestState | '') : ''
  if (text || answer.files.files.length > 0) {
    const sent = await sendAnswer(visit, item, { id: answer.id, body: text, draftId: answer.files.draftId }, { state, seen })
    if (!sent) {
      const now = await itemById(visit.db, item.id)
      return showInbox(visit, body, now, { back: { answer: { ...answer, body: text }, collision: now.answered_by ?? '' } }, 409)
    }
  } else if (state) {
    const request = await requestById(visit.db, item.id)
    if (!setsState(visit.actor, request)) throw forbidden()
    await answerMoves(visit, request, state)
  }
  await afterwards(visit, await itemById(visit.db, item.id), macro)
  return redirect(href(visit, `/inbox/${item.id}?v=${readOverview(body.v)}&done=macro`))
}

async function afterwards(visit: Visit, item: Item, macro: Macro): Promise<void> {
  const { actor } = visit
  if (macro.assign !== 'keep' && actor.kind === 'staff') {
    const me = macro.assign === 'me' ? ((await handlersToChoose(visit.db)).find(({ id }) => id === actor.id) ?? null) : null
    if ((me?.id ?? null) !== item.assigned_staff_id) await assignItem(visit, item, me, item.assigned_staff_id)
  }
  if (macro.finishes) await finishItem(visit, item)
  if (macro.snooze_days) {
    const morning = Temporal.Now.zonedDateTimeISO('Europe/Zurich').add({ days: macro.snooze_days })
    const at = morning.toPlainDate().toZonedDateTime({ timeZone: 'Europe/Zurich', plainTime: { hour: 8 } })
    await snoozeItem(visit, item, new Date(at.epochMilliseconds))
  }
}
