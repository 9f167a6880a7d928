import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Kind, kinds } from './kinds.ts'

export interface News {
  kind: Kind
  /** The record by the name of its table, as far as `records.ts` knows it. */
  about: { kind: string; id: string }
  /** One word of ours, e.g. the new state; at most 60 characters. */
  detail?: string | undefined
  /** Nobody hears of it before. */
  from?: Date | undefined
}

/**
 * Tells everybody who may see a record that something happened to it, but not the actor: in the transaction of the change, so that
 * rolled back means nobody heard of it. The database works out who that is by the one rule, and how each of them wants to be told
 * (docs/access.md). A record that the actor does not see is told to nobody.
 */
export async function tellAbout(visit: Pick<Visit, 'db' | 'actor'>, { kind, about, detail, from }: News): Promise<void> {
  await sql`select access.tell(${kind}, ${kinds[kind]}, ${about.kind}, ${about.id}::uuid, ${detail ?? null}, ${actorName(visit.actor)},
    coalesce(${from ?? null}, now()))`.execute(visit.db)
}

/** Tells the actor alone: what a job has done for them, or found out about what they brought. `db` is a transaction as that person. */
export async function tellMe(db: Db, { kind, about, detail }: Omit<News, 'from'>): Promise<void> {
  await sql`select access.tell_me(${kind}, ${kinds[kind]}, ${about.kind}, ${about.id}::uuid, ${detail ?? null})`.execute(db)
}
