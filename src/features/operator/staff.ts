import type pg from 'pg'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { canonicalEmail } from '../../platform/email.ts'
import { recordEvent } from '../../platform/events.ts'
import { isLanguage } from '../../platform/language.ts'
import { StartError } from '../../platform/start-error.ts'
import type { Services } from '../../platform/visit.ts'
import { createSetUpLink } from '../password-reset/changes.ts'
import { takeFactors } from '../second-factor/reset.ts'
import { tellOfFactor } from '../second-factor/tell.ts'
import { openLogin } from './logins.ts'
import { findBrokerage } from './queries.ts'

export type Links = Pick<Services, 'config' | 'publicPort'>

/** `cli staff set-up-link NUMBER EMAIL`: the link with which this member of staff sets a password, the first or a new one. */
export async function setUpLinkCommand(
  pool: pg.Pool,
  links: Links,
  number: string | undefined,
  email: string | undefined,
): Promise<string> {
  if (!number || !email) throw new StartError('Which brokerage and who? cli staff set-up-link NUMBER EMAIL')
  const key = canonicalEmail(email)
  if (key === null) throw new StartError(`${email} is no e-mail address.`)
  const brokerageId = await findBrokerage(pool, number)
  if (brokerageId === null) throw new StartError(`There is no brokerage ${number}.`)
  return asBrokerage(pool, brokerageId, (db) => printLink(db, links, brokerageId, key))
}

/** Makes the link of the member of staff with this address and says it, in the operator's transaction inside the brokerage. */
export async function printLink(db: Db, links: Links, brokerageId: string, key: string): Promise<string> {
  const {
    number,
    host,
    language: spoken,
  } = await db
    .selectFrom('brokerage')
    .select(['number', 'host', 'language'])
    .where('brokerage_id', '=', brokerageId)
    .executeTakeFirstOrThrow()
  const member = await db
    .selectFrom('staff_member as m')
    .leftJoin('login as l', (join) => join.onRef('l.brokerage_id', '=', 'm.brokerage_id').onRef('l.id', '=', 'm.login_id'))
    .select(['m.id', 'm.first_name', 'm.last_name', 'm.email', 'm.state', 'm.login_id', 'l.language'])
    .where('m.brokerage_id', '=', brokerageId)
    .where('m.email_key', '=', key)
    .executeTakeFirst()
  if (!member) throw new StartError(`Nobody at brokerage ${number} has the address ${key}.`)
  if (member.state !== 'active') throw new StartError(`${member.email} is suspended at brokerage ${number}.`)
  const language = isLanguage(member.language) ? member.language : isLanguage(spoken) ? spoken : 'de'
  const loginId = member.login_id ?? (await attachLogin(db, brokerageId, member, language))
  const { link, hours } = await createSetUpLink(db, links, { id: brokerageId, host }, { id: loginId, language })
  await recordEvent(
    db,
    { id: brokerageId },
    { kind: 'operator' },
    {
      verb: 'staff_member.set_up_link_made',
      subjectKind: 'staff_member',
      subjectId: member.id,
    },
  )
  return `${member.first_name} ${member.last_name} sets the password within ${hours === 1 ? '60 minutes' : `${hours} hours`}, once, at  ${link}`
}

/** `cli staff reset-second-factor NUMBER EMAIL`: when the last administrator has lost it, and nobody in the house can help. */
export async function resetSecondFactorCommand(
  pool: pg.Pool,
  services: Links & Pick<Services, 'keys'>,
  number: string | undefined,
  email: string | undefined,
): Promise<string> {
  if (!number || !email) throw new StartError('Which brokerage and who? cli staff reset-second-factor NUMBER EMAIL')
  const key = canonicalEmail(email)
  const brokerageId = await findBrokerage(pool, number)
  if (brokerageId === null) throw new StartError(`There is no brokerage ${number}.`)
  return asBrokerage(pool, brokerageId, async (db) => {
    const member = await db
      .selectFrom('staff_member as m')
      .innerJoin('login as l', (join) => join.onRef('l.brokerage_id', '=', 'm.brokerage_id').onRef('l.id', '=', 'm.login_id'))
      .innerJoin('brokerage as b', 'b.brokerage_id', 'm.brokerage_id')
      .select(['m.id', 'm.first_name', 'm.last_name', 'm.email', 'l.id as login_id', 'l.language', 'b.host'])
      .where('m.brokerage_id', '=', brokerageId)
      .where('m.email_key', '=', key ?? '')
      .where('m.state', '=', 'active')
      .executeTakeFirst()
    if (!member) throw new StartError(`Nobody who can sign in at brokerage ${number} has the address ${email}.`)
    await takeFactors(db, brokerageId, member.login_id)
    const operator = { kind: 'operator' } as const
    await recordEvent(db, { id: brokerageId }, operator, {
      ...{ verb: 'second_factor.reset', subjectKind: 'staff_member', subjectId: member.id },
    })
    const language = isLanguage(member.language) ? member.language : 'de'
    const visit = { services, brokerage: { id: brokerageId, host: member.host }, userAgent: '' }
    const told = {
      ...member,
      language,
      firstName: member.first_name,
      lastName: member.last_name,
      accountId: null,
      companyId: null,
    }
    await tellOfFactor(db, visit, told, (words) => words.reset_by_operator)
    return `The second factor of ${member.first_name} ${member.last_name} is reset. The next sign-in leads to setting up a new one.`
  })
}

// An import names account managers; their first link makes them people who can sign in.
async function attachLogin(db: Db, brokerageId: string, member: { id: string; email: string }, language: string) {
  const loginId = await openLogin(db, brokerageId, { email: member.email, language }, null)
  await db
    .updateTable('staff_member')
    .set({ login_id: loginId })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', member.id)
    .execute()
  return loginId
}
