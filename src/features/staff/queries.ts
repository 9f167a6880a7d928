import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'

/** Without a login somebody only stands in the export, as account manager. */
export const staffStates = ['active', 'none', 'suspended'] as const
export type StaffState = (typeof staffStates)[number]

/** The people of the brokerage, those who left last. */
export function staffMembers(db: Db) {
  return db
    .selectFrom('staff_member as member')
    .select([
      'member.id',
      'member.first_name',
      'member.last_name',
      'member.email',
      'member.phone',
      sql<Staff['function']>`member.function`.as('function'),
      sql<StaffState>`case when member.state = 'suspended' then 'suspended' when member.login_id is null then 'none' else 'active' end`.as(
        'state',
      ),
      sql<number>`(select count(*) from company c where c.brokerage_id = member.brokerage_id and c.account_manager_id = member.id
        and c.state = 'active')`.as('companies'),
    ])
    .orderBy(sql`member.state = 'suspended'`)
    .orderBy('member.last_name')
    .orderBy('member.first_name')
    .limit(500)
    .execute()
}
export type StaffMember = Awaited<ReturnType<typeof staffMembers>>[number]
