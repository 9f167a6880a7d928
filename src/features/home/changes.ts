import { sql } from 'kysely'
import type { Customer } from '../../platform/actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Arrangement, type Arranging, rearranged } from './cards.ts'

/** Does to a card what a button says. Two windows at once: the second starts from what the first has left. */
export async function arrange(visit: Visit, person: Customer, arranging: Arranging): Promise<void> {
  const { rows } = await sql<Arrangement>`
    select home_order, home_hidden from login where id = ${person.loginId} for no key update`.execute(visit.db)
  await keep(visit, person, rearranged(rows[0]!, arranging))
}

/** The cards stand as we put them again. */
export async function resetCards(visit: Visit, person: Customer): Promise<void> {
  await keep(visit, person, { home_order: [], home_hidden: [] })
}

async function keep(visit: Visit, person: Customer, arrangement: Arrangement) {
  await visit.db.updateTable('login').set(arrangement).where('id', '=', person.loginId).execute()
}
