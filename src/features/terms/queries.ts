import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Brokerage } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/phrases.ts'

export interface Terms {
  version: number
  language: Language
  title: string
  body: string
}

/** The newest published terms: in the language asked for, else in the brokerage's, else in any. Null when it has none. */
export async function currentTerms(
  db: Db,
  brokerage: Pick<Brokerage, 'id' | 'language'>,
  language: Language,
): Promise<Terms | null> {
  const { rows } = await sql<Terms>`
    select version, language, title, body from terms
    where brokerage_id = ${brokerage.id} and published_at <= now()
    order by version desc, language = ${language} desc, language = ${brokerage.language} desc, language limit 1`.execute(db)
  return rows[0] ?? null
}

/** The newest terms when this login has not accepted them yet, else null (security.md I5). */
export async function termsToAccept(
  db: Db,
  brokerage: Pick<Brokerage, 'id' | 'language'>,
  loginId: string,
  language: Language,
): Promise<Terms | null> {
  const terms = await currentTerms(db, brokerage, language)
  if (!terms) return null
  const accepted = await db
    .selectFrom('terms_acceptance')
    .select('version')
    .where('brokerage_id', '=', brokerage.id)
    .where('login_id', '=', loginId)
    .where('version', '=', terms.version)
    .executeTakeFirst()
  return accepted ? null : terms
}

/** Whether a published version waits that this login has not accepted; the same answer in every language. */
export async function areTermsDue(db: Db, brokerageId: string, loginId: string): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select not exists (select from terms_acceptance a
      where a.brokerage_id = t.brokerage_id and a.login_id = ${loginId} and a.version = t.version) as due
    from terms t where t.brokerage_id = ${brokerageId} and t.published_at <= now() order by t.version desc limit 1`.execute(db)
  return rows[0]?.due ?? false
}

/** What proves later which text was accepted. */
export function termsHash(terms: Pick<Terms, 'body'>): Buffer {
  return createHash('sha256').update(terms.body).digest()
}
