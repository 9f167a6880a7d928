import type { Brokerage } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { type Terms, termsHash } from './queries.ts'

/** Writes down which version of the terms a login accepted, in which language and words, and where. Twice is once. */
export async function acceptTerms(
  db: Db,
  brokerage: Pick<Brokerage, 'id'>,
  loginId: string,
  terms: Terms,
  source: 'activation' | 'sign_in',
): Promise<void> {
  await db
    .insertInto('terms_acceptance')
    .values({
      brokerage_id: brokerage.id,
      login_id: loginId,
      version: terms.version,
      language: terms.language,
      text_hash: termsHash(terms),
      source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await openSessionsAgain(db, brokerage, loginId)
}

/** Lets every session of a login go on that waited for the terms, in whichever browser they were accepted. */
export async function openSessionsAgain(db: Db, brokerage: Pick<Brokerage, 'id'>, loginId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ terms_due: false })
    .where('brokerage_id', '=', brokerage.id)
    .where('login_id', '=', loginId)
    .where('terms_due', '=', true)
    .execute()
}
