import type { Staff } from '../../platform/actor.ts'
import { asBrokerage } from '../../platform/db.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { requiredText } from '../../platform/forms.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { resetFactors } from '../second-factor/reset.ts'
import { mayChangeFunction } from './access.ts'
import { nameOf, type StaffMember, staffById } from './queries.ts'

/**
 * Resets the lost second factor of a colleague (decision 0083): asked as the administrator, done at the gate. False without a reason.
 * The person and the other administrators are told. For gate routes.
 */
export async function resetStaffFactor(visit: Visit, id: string, sent: unknown): Promise<boolean> {
  const { member, readers } = await asSameActor(visit, async (db) => {
    const member = await staffById(db, id)
    if (!mayChangeFunction(visit.actor, member.id)) throw forbidden()
    const administrators = await db
      .selectFrom('staff_member')
      .select(['email'])
      .where('function', '=', 'administrator')
      .where('state', '=', 'active')
      .where('id', 'not in', [member.id, (visit.actor as Staff).id])
      .execute()
    return { member, readers: administrators.map(({ email }) => ({ email, language: visit.brokerage.language })) }
  })
  const loginId = member.login_id
  if (!loginId) throw notFound()
  const reason = requiredText(400).safeParse(sent)
  if (!reason.success) return false
  await asBrokerage(visit.services.database.gate, visit.brokerage.id, (db) =>
    resetFactors(db, visit, visit.actor as Staff, subjectOf(visit, member, loginId), reason.data, readers),
  )
  return true
}

function subjectOf(visit: Visit, member: StaffMember, loginId: string) {
  return {
    ...{ loginId, name: nameOf(member), accountId: null, companyId: null, staffId: member.id },
    company: visit.brokerage.name,
    path: `/settings/staff/${member.id}`,
  }
}
