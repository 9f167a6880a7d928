import { join } from 'node:path'
import { sql } from 'kysely'
import { asBrokerage, asOperator, type Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { hashPassword } from '../../platform/password.ts'
import type { Services } from '../../platform/visit.ts'
import type { AssignableRole } from '../../records/roles.ts'
import { importFolder } from '../imports/changes.ts'
import { foundBrokerage } from '../operator/changes.ts'
import { openLogin, openStaffLogin } from '../operator/logins.ts'
import { demoTotpSecret } from '../second-factor/demonstration.ts'
import { keepApp } from '../second-factor/factors.ts'
import { type DemoBrokerage, demoAtSeveralCompanies, demoBrokerages, demoPassword, demoPeople, demoStaff } from './people.ts'

/** Loads the demonstration once: both brokerages, their exports, and people who can sign in. An existing one is left as it is.
 * True when something was loaded. */
export async function seedDemonstration(services: Services, say: (line: string) => void): Promise<boolean> {
  const { operator } = services.database
  const existing = await asOperator(operator, (db) => db.selectFrom('brokerage').select(['brokerage_id', 'number']).execute())
  let loaded = false
  for (const [index, brokerage] of demoBrokerages.entries()) {
    const found = existing.find(({ number }) => number === brokerage.number)
    if (found) {
      await asBrokerage(operator, found.brokerage_id, (db) => catchUp(db, services, found.brokerage_id, brokerage))
      continue
    }
    say(`Loading the demonstration brokerage ${brokerage.number} …`)
    await seedBrokerage(services, brokerage, index === 0)
    loaded = true
  }
  return loaded
}

async function seedBrokerage(services: Services, brokerage: DemoBrokerage, isDefault: boolean) {
  const { operator } = services.database
  const { brokerageId } = await foundBrokerage(operator, {
    number: brokerage.number,
    name: brokerage.name,
    host: brokerage.host,
    brandColour: brokerage.colour,
    street: brokerage.street,
    postalCode: brokerage.postalCode,
    town: brokerage.town,
    phone: brokerage.phone,
    email: `info@broker${brokerage.number}.example`,
    senderEmail: `portal@broker${brokerage.number}.example`,
    isDefault,
  })
  await importFolder(operator, brokerageId, join(services.config.root, 'demo', brokerage.number), {
    files: services.files,
  })
  const passwordHash = await hashPassword(demoPassword)
  await asBrokerage(operator, brokerageId, async (db) => {
    for (const member of demoStaff(brokerage.number))
      await giveApp(db, services, brokerageId, await openStaffLogin(db, brokerageId, member, passwordHash))
    await formDemoTeam(db, brokerageId, brokerage.town)
    for (const person of [...demoPeople, ...(demoAtSeveralCompanies[brokerage.number] ?? [])])
      await openAccount(db, brokerageId, person, passwordHash)
  })
}

// A demonstration of an earlier version knows no second factor and no teams: without them its own people could not come in, and would
// see next to nothing.
async function catchUp(db: Db, services: Services, brokerageId: string, brokerage: DemoBrokerage) {
  const { rows } = await sql<{ login_id: string }>`select m.login_id from staff_member m
    where m.brokerage_id = ${brokerageId} and m.state = 'active' and m.email_key = any (${demoStaff(brokerage.number).map(({ email }) => email)}::text[])
      and m.login_id is not null and not exists (
        select from second_factor f where f.brokerage_id = m.brokerage_id and f.login_id = m.login_id)`.execute(db)
  for (const { login_id } of rows) await giveApp(db, services, brokerageId, login_id)
  const team = await db.selectFrom('team').select('id').where('brokerage_id', '=', brokerageId).limit(1).executeTakeFirst()
  if (rows.length > 0 && !team) await formDemoTeam(db, brokerageId, brokerage.town)
}

async function giveApp(db: Db, services: Services, brokerageId: string, loginId: string) {
  await keepApp(db, services, brokerageId, { id: newId(), loginId, name: 'Authenticator', secret: demoTotpSecret, step: 0 })
}

// Everybody who looks after companies of the export works in one team, so that each sees those of the others.
async function formDemoTeam(db: Db, brokerageId: string, town: string) {
  const team = { brokerage_id: brokerageId, id: newId() }
  await db
    .insertInto('team')
    .values({ ...team, name: `Team ${town}` })
    .execute()
  await sql`insert into team_member (brokerage_id, team_id, staff_id) select s.brokerage_id, ${team.id}::uuid, s.id from staff_member s
    where s.brokerage_id = ${brokerageId}::uuid`.execute(db)
}

/** Opens an active account with these roles for a contact of the export; returns the account's id. */
export async function openAccount(
  db: Db,
  brokerageId: string,
  person: { contact: string; roles: AssignableRole[] },
  passwordHash: string,
): Promise<string> {
  const contact = await db
    .selectFrom('contact')
    .select(['id', 'company_id', 'email', 'language'])
    .where('brokerage_id', '=', brokerageId)
    .where('source_key', '=', person.contact)
    .executeTakeFirstOrThrow()
  const accountId = newId()
  await db
    .insertInto('portal_account')
    .values({
      brokerage_id: brokerageId,
      id: accountId,
      contact_id: contact.id,
      company_id: contact.company_id,
      login_id: await openCustomerLogin(db, brokerageId, contact.email!, contact.language, passwordHash),
      state: 'active',
      invited_by: 'Sophie Dubois',
      activated_at: sql`now()`,
    })
    .execute()
  await db
    .insertInto('role_grant')
    .values(
      (['customer', ...person.roles] as const).map((role) => ({
        brokerage_id: brokerageId,
        account_id: accountId,
        company_id: contact.company_id,
        role,
        granted_by: 'Sophie Dubois',
      })),
    )
    .execute()
  return accountId
}

// Everybody of the demonstration has read the terms.
async function openCustomerLogin(db: Db, brokerageId: string, email: string, language: string, passwordHash: string) {
  const id = await openLogin(db, brokerageId, { email, language }, passwordHash)
  await sql`insert into terms_acceptance (brokerage_id, login_id, version, language, text_hash, source)
    select t.brokerage_id, ${id}::uuid, t.version, t.language, sha256(convert_to(t.body, 'UTF8')), 'demonstration' from terms t
    where t.brokerage_id = ${brokerageId}::uuid and t.published_at <= now()
    order by t.version desc, t.language = ${language} desc limit 1
    on conflict do nothing`.execute(db)
  return id
}
