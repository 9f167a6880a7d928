import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Language } from '../../platform/phrases.ts'

/** The brokerage's text modules, those in `first` before the others. */
export async function textModules(db: Db, first: Language) {
  const rows = await db
    .selectFrom('text_module')
    .select(['id', 'language', 'shortcut', 'name', 'body', 'version'])
    .where('removed_at', 'is', null)
    .orderBy(sql`language = ${first}`, 'desc')
    .orderBy('language')
    .orderBy('name')
    .limit(200)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'language'> & { language: Language })[]
}
export type TextModule = Awaited<ReturnType<typeof textModules>>[number]

/** The brokerage's macros. */
export async function macros(db: Db) {
  const rows = await db
    .selectFrom('macro')
    .select(['id', 'name', 'shortcut', 'state', 'assign', 'finishes', 'snooze_days', 'version'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .limit(100)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'assign'> & { assign: 'keep' | 'me' | 'team' })[]
}
export type Macro = Awaited<ReturnType<typeof macros>>[number]

/** One of them; throws NotFound. */
export async function moduleById(db: Db, id: string): Promise<TextModule> {
  const found = (await textModules(db, 'de')).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

export async function macroById(db: Db, id: string): Promise<Macro> {
  const found = (await macros(db)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** The module with a shortcut in the reader's language, else in the brokerage's, else in any. */
export function moduleFor(modules: TextModule[], shortcut: string, wanted: (Language | undefined)[]): TextModule | null {
  const same = modules.filter((one) => one.shortcut === shortcut)
  for (const language of wanted) {
    const found = same.find((one) => one.language === language)
    if (found) return found
  }
  return same[0] ?? null
}
