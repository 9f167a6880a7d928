import { sql } from 'kysely'
import { forbidden, Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { typed } from '../../platform/forms.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { setsPromise } from './access.ts'
import { type NewPromise, newPromise } from './input.ts'
import { promisePage } from './pages/promise.tsx'
import { inboxPhrases } from './phrases.ts'

/** What the brokerage promises; version 0 is the usual, which nobody has changed yet. */
async function readPromise(visit: Visit) {
  const row = await visit.db.selectFrom('answer_promise').selectAll().executeTakeFirst()
  return row ?? { hours: 4, from_minute: 480, to_minute: 1050, days: [1, 2, 3, 4, 5], version: 0 }
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The form with what is promised now. */
export async function showPromise(visit: Visit): Promise<Reply> {
  if (!setsPromise(visit.actor)) throw forbidden()
  const { hours, from_minute, to_minute, days, version } = await readPromise(visit)
  const values = { hours: String(hours), from: clock(from_minute), to: clock(to_minute) }
  return page(promisePage(visit, { values, days, version, errors: {}, conflict: false }))
}

/** Saves it: what waits is due at another time from now on. */
export async function promiseReply(visit: Visit, body: Record<string, unknown>): Promise<Reply> {
  if (!setsPromise(visit.actor)) throw forbidden()
  const input = readInput(newPromise, body)
  const values = typed(body, ['hours', 'from', 'to'])
  const days = [body.days ?? []].flat().map(Number).filter(Number.isInteger)
  if (!input.ok) {
    const t = inboxPhrases(visit.language)
    if (input.errors.some(({ field }) => field === 'version')) throw new Refusal(400)
    const sentence = ({ field, code }: { field: string; code: string }) =>
      field === 'hours' ? t.error_hours : field === 'days' ? t.error_days : code === 'order' ? t.error_order : t.error_time
    const errors = Object.fromEntries(input.errors.map((error) => [error.field, sentence(error)]))
    const { version } = await readPromise(visit)
    return page(promisePage(visit, { values, days, version, errors, conflict: false }), 422)
  }
  if (await savePromise(visit, input.value)) return redirect(href(visit, '/inbox?done=saved'))
  const { version } = await readPromise(visit)
  return page(promisePage(visit, { values, days, version, errors: {}, conflict: true }), 409)
}

async function savePromise(visit: Visit, { hours, from, to, days, version }: NewPromise): Promise<boolean> {
  const values = { hours, from_minute: from, to_minute: to, days }
  const saved =
    version === 0
      ? await visit.db
          .insertInto('answer_promise')
          .values({ brokerage_id: visit.brokerage.id, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await visit.db
          .updateTable('answer_promise')
          .set({ ...values, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) return false
  const happening = { verb: 'inbox.promised', subjectKind: 'brokerage', subjectId: visit.brokerage.id, companyId: null } as const
  await recordEvent(visit.db, visit.brokerage, visit.actor, { ...happening, details: values })
  return true
}
