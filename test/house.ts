import { inject } from 'vitest'
import { buildApp } from '../src/app.ts'
import { openAccount } from '../src/features/demo/seed.ts'
import { mailNews, type NewsJob } from '../src/features/notifications/news-mail.ts'
import { readConfig } from '../src/platform/config.ts'
import { asBrokerage } from '../src/platform/db.ts'
import { openFiles } from '../src/platform/files.ts'
import { newId } from '../src/platform/ids.ts'
import type { MailJob } from '../src/platform/mail.ts'
import { letterValues } from '../src/platform/mail.ts'
import { newToken } from '../src/platform/secrets.ts'
import { keysOf, type Services } from '../src/platform/visit.ts'
import type { AssignableRole } from '../src/records/roles.ts'
import { testDatabase } from './database.ts'
import { testSecret } from './secret.ts'
import { Visitor } from './visitor.ts'

export interface PersonSpec {
  /** '6323' unless said otherwise. */
  brokerage?: '6323' | '7101'
  /** The company's number in the export; Muster Holding AG unless said otherwise. */
  company?: string
  roles?: AssignableRole[]
  name?: string
}

export type House = Awaited<ReturnType<typeof startHouse>>

/**
 * The whole portal on a fresh copy of the demonstration, without a network. `env` are settings as in docs/operations.md,
 * e.g. `{ PUBLIC_SCHEME: 'https' }`.
 */
export async function startHouse(env: Record<string, string> = {}) {
  const database = await testDatabase()
  const config = readConfig({ DATA_DIR: inject('dataDir'), LOG_LEVEL: 'silent', ...env }, process.cwd())
  const services: Services = {
    config,
    database,
    files: openFiles(config),
    keys: keysOf(testSecret),
    publicPort: config.publicPort,
    log: console,
  }
  const app = await buildApp(services)
  await app.ready()
  const brokerageId = async (number = '6323') =>
    (await database.look<{ brokerage_id: string }>('select brokerage_id from brokerage where number = $1', [number]))[0]!
      .brokerage_id

  const visitor = (host = '6323.localhost') => new Visitor(app, host)

  /** Puts a session for an account or a member of staff into a visitor's cookies, without the cost of a password. */
  async function withSession(number: string, column: 'account_id' | 'staff_id', id: string, loginId: string) {
    const { token, hash } = newToken()
    const host = `${number}.localhost`
    await database.look(
      `insert into session (brokerage_id, token_hash, login_id, ${column}, host, expires_at) values ($1, $2, $3, $4, $5, now() + interval '12 hours')`,
      [await brokerageId(number), hash, loginId, id, host],
    )
    const someone = visitor(host)
    someone.cookies.set(config.scheme === 'https' ? '__Host-s' : 's', token)
    return someone
  }

  return {
    app,
    services,
    database,
    brokerageId,
    visitor,
    look: database.look,

    /** A new contact with an active account and these roles, signed in. */
    async person({ brokerage = '6323', company = 'K-10001', roles = [], name = `Test ${newId().slice(-6)}` }: PersonSpec = {}) {
      const id = await brokerageId(brokerage)
      const key = newId()
      const [contact] = await database.look<{ id: string; company_id: string }>(
        `insert into contact (brokerage_id, company_id, source_key, first_name, last_name, email, email_key, language)
         select $1, c.id, $2, 'Test', $3, $4, $4, 'de' from company c where c.brokerage_id = $1 and c.source_key = $5 returning id, company_id`,
        [id, key, name, `${key}@test.example`, company],
      )
      const accountId = await asBrokerage(database.operator, id, (db) =>
        openAccount(db, id, { contact: key, roles }, 'no password'),
      )
      const [account] = await database.look<{ login_id: string }>('select login_id from portal_account where id = $1', [
        accountId,
      ])
      const someone = await withSession(brokerage, 'account_id', accountId, account!.login_id)
      return Object.assign(someone, {
        accountId,
        contactId: contact!.id,
        companyId: contact!.company_id,
        email: `${key}@test.example`,
        name,
      })
    },

    /** A person of the demonstration by e-mail address, signed in. */
    async known(email: string, brokerage = '6323') {
      const [account] = await database.look<{ id: string; login_id: string; contact_id: string; company_id: string }>(
        `select a.id, a.login_id, a.contact_id, a.company_id from portal_account a join login l on l.brokerage_id = a.brokerage_id and l.id = a.login_id
         join brokerage b on b.brokerage_id = a.brokerage_id where l.email_key = $1 and b.number = $2`,
        [email, brokerage],
      )
      if (!account) throw new Error(`${email} has no account at ${brokerage}`)
      const someone = await withSession(brokerage, 'account_id', account.id, account.login_id)
      return Object.assign(someone, { accountId: account.id, contactId: account.contact_id, companyId: account.company_id })
    },

    /** A member of staff with this function, signed in. */
    async staff(fn: 'administrator' | 'account_manager' | 'auditor' = 'administrator', brokerage = '6323') {
      const [member] = await database.look<{ id: string; login_id: string }>(
        `select s.id, s.login_id from staff_member s join brokerage b on b.brokerage_id = s.brokerage_id
         where s.function = $1 and b.number = $2 and s.login_id is not null limit 1`,
        [fn, brokerage],
      )
      const someone = await withSession(brokerage, 'staff_id', member!.id, member!.login_id)
      return Object.assign(someone, { staffId: member!.id })
    },

    /** A new member of staff, signed in, in no team and with no company. */
    async colleague(fn: 'administrator' | 'account_manager' | 'assistant' | 'auditor', brokerage = '6323') {
      const email = `${newId()}@staff.example`
      const [member] = await database.look<{ id: string; login_id: string }>(
        `with l as (insert into login (brokerage_id, email, email_key) values ($1, $2, $2) returning brokerage_id, id)
         insert into staff_member (brokerage_id, login_id, first_name, last_name, email, email_key, function)
         select l.brokerage_id, l.id, 'Test', $3, $2, $2, $4 from l returning id, login_id`,
        [await brokerageId(brokerage), email, newId().slice(-6), fn],
      )
      const someone = await withSession(brokerage, 'staff_id', member!.id, member!.login_id)
      return Object.assign(someone, { staffId: member!.id, email })
    },

    /** What waits in the outbox, oldest first, secrets opened. */
    async letters() {
      const jobs = await database.look<{ payload: MailJob }>(
        `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'mail' order by j.id`,
      )
      const rows = await database.look<{ id: string; event: string; recipient: string; language: string }>(
        'select id, event, recipient, language from mail',
      )
      return jobs.map(({ payload }) => ({
        ...rows.find((row) => row.id === payload.mailId)!,
        values: letterValues(services.keys.mail, payload),
      }))
    },

    /** What waits to be told by mail is looked at, at this moment: the mails about news are then in the outbox. */
    async mailNews(moment = new Date()) {
      const jobs = await database.look<{ payload: NewsJob }>(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = 'news_mail' returning j.payload`,
      )
      for (const { payload } of jobs) await mailNews(services, payload, moment)
    },

    async close() {
      await app.close()
      await database.drop()
    },
  }
}
