import { forbidden, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { type Reply, readInput, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { readAnswer } from '../messages/answer.ts'
import { answerState } from '../service-requests/input.ts'
import { worksInbox } from './access.ts'
import { answering } from './input.ts'
import { languageOf } from './item-state.ts'
import { runMacro } from './macro.ts'
import { modulesFor } from './modules.ts'
import { customerOf, type Item, itemById } from './queries.ts'
import { sendAnswer, talks } from './say.ts'
import { itemHref, showInbox } from './show.ts'

/** An answer to the customer, in the conversation; a request can be moved on with it. */
export async function answerReply(
  visit: Visit,
  item: Item,
  body: Record<string, unknown>,
  upload: Upload | undefined,
): Promise<Reply> {
  if (!worksInbox(visit.actor) || !talks(item)) throw forbidden()
  const { answer, refused } = await readAnswer(visit, body, upload, { kind: item.kind, id: item.id })
  const input = readInput(answering, body)
  if (!input.ok) throw new Refusal(400)
  const state = readInput(answerState, { state: body.answer_state, version: body.version })
  const wanted = state.ok ? state.value.state : ''
  const back = { answer, answerState: wanted }
  const language = languageOf(visit, await customerOf(visit.db, item))
  if (uuid.safeParse(body.insert).success) {
    // Without script: what was typed comes back with the text below it. Nothing was refused, and nothing sent.
    const module = (await modulesFor(visit, item, language)).find(({ id }) => id === body.insert)
    const text = [typed(body, ['body']).body, module?.body].filter(Boolean).join('\n\n')
    return showInbox(visit, body, item, { back: { ...back, answer: { ...answer, body: text, error: undefined } } })
  }
  const empty = refused && answer.error && !typed(body, ['body']).body && answer.files.errors.length === 0
  if (uuid.safeParse(body.macro).success && (!refused || empty))
    return runMacro(visit, item, body, { answer: { ...answer, error: undefined }, seen: input.value.answers, language })
  if (refused) return showInbox(visit, body, item, { back }, refused)
  const sent = await sendAnswer(
    visit,
    item,
    { id: answer.id, body: answer.body, draftId: answer.files.draftId },
    { state: wanted, seen: input.value.answers },
  )
  if (sent) return redirect(itemHref(visit, item.id, body, 'sent', `#m-${answer.id}`))
  const now = await itemById(visit.db, item.id)
  return showInbox(visit, body, now, { back: { ...back, collision: now.answered_by ?? '' } }, 409)
}
