import { join } from 'node:path'
import { sql } from 'kysely'
import { asBrokerage, asOperator, type Db } from '../../platform/db.ts'
import { canonicalEmail } from '../../platform/email.ts'
import { newId } from '../../platform/ids.ts'
import { hashPassword } from '../../platform/password.ts'
import type { Services } from '../../platform/visit.ts'
import type { AssignableRole } from '../../records/roles.ts'
import { importFolder } from '../imports/changes.ts'
import { foundBrokerage } from '../operator/changes.ts'
import { type DemoBrokerage, demoBrokerages, demoPassword, demoPeople, demoStaff } from './people.ts'

/** Loads the demonstration once: both brokerages, their exports, and people who can sign in. An existing one is left as it is.
 * True when something was loaded. */
export async function seedDemonstration(services: Services, say: (line: string) => void): Promise<boolean> {
  const { operator } = services.database
  const existing = await asOperator(operator, (db) => db.selectFrom('brokerage').select('number').execute())
  let loaded = false
  for (const [index, brokerage] of demoBrokerages.entries()) {
    if (existing.some(({ number }) => number === brokerage.number)) continue
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
    town: brokerage.town,
    phone: brokerage.phone,
    email: `info@broker${brokerage.number}.example`,
    senderEmail: `portal@broker${brokerage.number}.example`,
    isDefault,
  })
  await importFolder(operator, brokerageId, join(services.config.root, 'demo', brokerage.number), {
    dataDir: services.config.dataDir,
  })
  const passwordHash = await hashPassword(demoPassword)
  await asBrokerage(operator, brokerageId, async (db) => {
    for (const member of demoStaff(brokerage.number)) await openStaffLogin(db, brokerageId, member, passwordHash)
    for (const person of demoPeople) await openAccount(db, brokerageId, person, passwordHash)
  })
}

/** Gives a member of staff a login with a password; makes the member when the export did not bring one. */
export async function openStaffLogin(
  db: Db,
  brokerageId: string,
  member: { email: string; function: 'administrator' | 'account_manager' | 'assistant' | 'auditor' },
  passwordHash: string,
) {
  const loginId = await openLogin(db, brokerageId, member.email, 'de', passwordHash)
  const [first = '', last = ''] = member.email
    .split('@')[0]!
    .split('.')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
  await db
    .insertInto('staff_member')
    .values({
      brokerage_id: brokerageId,
      login_id: loginId,
      first_name: first,
      last_name: last,
      email: member.email,
      email_key: canonicalEmail(member.email)!,
      function: member.function,
    })
    .onConflict((conflict) =>
      conflict.columns(['brokerage_id', 'email_key']).doUpdateSet({ login_id: loginId, function: member.function }),
    )
    .execute()
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
      login_id: await openLogin(db, brokerageId, contact.email!, contact.language, passwordHash),
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

async function openLogin(db: Db, brokerageId: string, email: string, language: string, passwordHash: string): Promise<string> {
  const id = newId()
  await db
    .insertInto('login')
    .values({ brokerage_id: brokerageId, id, email, email_key: canonicalEmail(email)!, language })
    .execute()
  await db.insertInto('login_secret').values({ brokerage_id: brokerageId, login_id: id, password_hash: passwordHash }).execute()
  const terms = await db
    .selectFrom('terms')
    .select(['version', 'language', sql<Buffer>`sha256(convert_to(body, 'UTF8'))`.as('hash')])
    .where('brokerage_id', '=', brokerageId)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (terms) {
    await db
      .insertInto('terms_acceptance')
      .values({
        brokerage_id: brokerageId,
        login_id: id,
        version: terms.version,
        language: terms.language,
        text_hash: terms.hash,
        source: 'demonstration',
      })
      .execute()
  }
  return id
}
