import { sql } from 'kysely'
import type { Customer, Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { type Occasion, occasions } from './kinds.ts'
import type { QuietTimes } from './quiet.ts'

/** The ways in which somebody is told: in the portal, by a mail at once, in the summary of the day. */
export const channels = ['portal', 'mail', 'daily'] as const
export type Channel = (typeof channels)[number]

/** What people choose channels for; the own rights are told to everybody, mails that do not arrive to administrators. */
export const choosable = occasions.filter((occasion) => occasion !== 'access' && occasion !== 'outbox')
export type Choosable = Exclude<Occasion, 'access' | 'outbox'>

// Staff are told what customers do; records, premiums and deadlines they have at hand themselves.
const forStaff: readonly Choosable[] = ['message', 'request', 'claim', 'document', 'package']

/** What this person can ever be told about. */
export function offered(person: Customer | Staff): Choosable[] {
  return person.kind === 'staff' ? [...forStaff] : choosable
}

export type Choices = Record<Choosable, Record<Channel, boolean>>

export interface Preferences {
  choices: Choices
  quiet: QuietTimes
  /** 0 for somebody who has chosen nothing yet. */
  version: number
}

/** What the actor has chosen, and where nothing, what is usual. */
export async function preferences(db: Db): Promise<Preferences> {
  const { rows } = await sql<{ occasion: Choosable } & Record<Channel, boolean>>`
    select o.occasion, c.portal, c.mail, c.daily
    from unnest(${choosable}::text[]) as o(occasion) cross join lateral access.channels(access.own_login(), o.occasion) as c`.execute(
    db,
  )
  const choices = Object.fromEntries(rows.map(({ occasion, portal, mail, daily }) => [occasion, { portal, mail, daily }]))
  return { choices: choices as Choices, ...(await setting(db)) }
}

/** When mails at once wait for the actor. */
export async function quietTimes(db: Db): Promise<QuietTimes> {
  return (await setting(db)).quiet
}

async function setting(db: Db): Promise<Pick<Preferences, 'quiet' | 'version'>> {
  const { rows } = await sql<QuietTimes & { version: number }>`
    select to_char(quiet_from, 'HH24:MI') as "from", to_char(quiet_until, 'HH24:MI') as until, quiet_weekends as weekends, version
    from notification_setting where login_id = access.own_login()`.execute(db)
  const { version = 0, ...quiet } = rows[0] ?? { from: null, until: null, weekends: false }
  return { quiet, version }
}
