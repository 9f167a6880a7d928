import { asBrokerage } from '../../platform/db.ts'
import type { Job } from '../../platform/jobs.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Services } from '../../platform/visit.ts'
import { newResetToken } from '../password-reset/changes.ts'
import { resetLink } from '../password-reset/links.ts'

export interface StaffInvitation {
  brokerageId: string
  staffId: string
  /** Who invites, for the mail. */
  by: string
}

/** Makes the link with which a new colleague sets the own password, and mails it. Links are the gate's, so a job does it. */
export async function sendInvitation(
  services: Pick<Services, 'config' | 'publicPort' | 'keys' | 'database'>,
  job: StaffInvitation,
) {
  await asBrokerage(services.database.gate, job.brokerageId, async (db) => {
    const person = await db
      .selectFrom('staff_member as m')
      .innerJoin('login as l', (join) => join.onRef('l.brokerage_id', '=', 'm.brokerage_id').onRef('l.id', '=', 'm.login_id'))
      .innerJoin('brokerage as b', 'b.brokerage_id', 'm.brokerage_id')
      .select(['m.first_name', 'm.last_name', 'm.login_id', 'l.email', 'l.language', 'b.host', 'b.invitation_hours as hours'])
      .where('m.id', '=', job.staffId)
      .where('m.state', '=', 'active')
      .executeTakeFirst()
    if (!person) return
    const language = isLanguage(person.language) ? person.language : 'de'
    const token = await newResetToken(db, job.brokerageId, person.login_id!, person.hours * 60)
    await queueMail(db, services.keys.mail, job.brokerageId, {
      event: 'staff_invited',
      recipient: person.email,
      language,
      expiresAt: new Date(Date.now() + person.hours * 3_600_000),
      values: {
        person: `${person.first_name} ${person.last_name}`.trim(),
        by: job.by,
        hours: String(person.hours),
        link: resetLink(services, { host: person.host }, language, token),
      },
    })
  })
}

export const jobs: Job[] = [
  { name: 'staff_invitation', run: ({ services }, payload) => sendInvitation(services, payload as StaffInvitation) },
]
