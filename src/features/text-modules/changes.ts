import { sql } from 'kysely'
import { forbidden } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { worksInbox } from '../inbox/access.ts'
import type { NewMacro, NewModule } from './input.ts'

/** What came of saving: somebody else saved meanwhile, or the shortcut is taken. */
export type Saved = 'saved' | 'conflict' | 'taken'

const changed = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` }

/** Saves a text module, new or changed. A shortcut belongs to one module of a language. */
export async function saveModule(visit: Visit, { _id: id, version, ...values }: NewModule): Promise<Saved> {
  if (!worksInbox(visit.actor)) throw forbidden()
  const { db, brokerage } = visit
  const taken = await db
    .selectFrom('text_module')
    .select('id')
    .where('language', '=', values.language)
    .where('shortcut', '=', values.shortcut)
    .where('removed_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (taken) return 'taken'
  if (version === 0) {
    await db
      .insertInto('text_module')
      .values({ brokerage_id: brokerage.id, id, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    const saved = await db
      .updateTable('text_module')
      .set({ ...values, ...changed })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!saved) return 'conflict'
  }
  await note(visit, 'text_module', id, 'inbox.text_saved', { shortcut: values.shortcut, language: values.language })
  return 'saved'
}

/** Saves a macro, new or changed. */
export async function saveMacro(visit: Visit, { _id: id, version, shortcut, state, ...rest }: NewMacro): Promise<Saved> {
  if (!worksInbox(visit.actor)) throw forbidden()
  const { db, brokerage } = visit
  const values = { ...rest, shortcut: shortcut || null, state: state || null }
  if (version === 0) {
    await db
      .insertInto('macro')
      .values({ brokerage_id: brokerage.id, id, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else {
    const saved = await db
      .updateTable('macro')
      .set({ ...values, ...changed })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!saved) return 'conflict'
  }
  await note(visit, 'macro', id, 'inbox.macro_saved', { name: rest.name })
  return 'saved'
}

/** It is offered no longer; what was written with it stays. */
export async function remove(visit: Visit, table: 'text_module' | 'macro', id: string): Promise<void> {
  if (!worksInbox(visit.actor)) throw forbidden()
  await visit.db
    .updateTable(table)
    .set({ removed_at: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
  await note(visit, table, id, table === 'macro' ? 'inbox.macro_removed' : 'inbox.text_removed', {})
}

function note(visit: Visit, kind: string, id: string, verb: `inbox.${string}`, details: Record<string, unknown>) {
  const happening = { verb, subjectKind: kind, subjectId: id, companyId: null, details }
  return recordEvent(visit.db, visit.brokerage, visit.actor, happening)
}
