import type { Customer, Staff } from '../../platform/actor.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { SetCookie } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { withNewFactor } from './app.ts'
import { factorsOf } from './factors.ts'
import { usePasskeyChallenge } from './passkey-challenge.ts'
import { type NewPasskey, readNewPasskey } from './passkeys.ts'
import { tellOfFactor, toldSelf } from './tell.ts'

type Person = Customer | Staff
const most = 20

/** Keeps a new passkey, under a name, when what the browser sent is right; what follows is as with an app. For gate routes. */
export async function setUpPasskey(
  visit: Visit,
  person: Person,
  sent: unknown,
  name: string,
): Promise<{ cookies: SetCookie[]; codes: boolean } | 'refused' | 'many'> {
  const passkey = await readNewPasskey(visit, sent)
  if (!passkey) return 'refused'
  const { services, brokerage } = visit
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const had = await ownerOf(db, brokerage.id, passkey.credentialId)
    // The form was sent twice: it is done already. Somebody else's is nobody's business here.
    if (had) return had === person.loginId ? { cookies: [], codes: true } : 'refused'
    if (!(await usePasskeyChallenge(db, brokerage.id, passkey.challenge))) return 'refused'
    if ((await factorsOf(db, person.loginId)).length >= most) return 'many'
    await keepPasskey(db, brokerage.id, person.loginId, name, passkey)
    await recordEvent(db, brokerage, person, {
      ...{ verb: 'second_factor.added', subjectKind: 'login', subjectId: person.loginId },
      details: { kind: 'passkey', name },
    })
    await tellOfFactor(db, visit, toldSelf(person), (words) => words.passkey_added(name))
    return withNewFactor(db, visit, person, 'passkey')
  })
}

async function ownerOf(db: Db, brokerageId: string, credentialId: Buffer): Promise<string | null> {
  const row = await db
    .selectFrom('passkey_key as k')
    .innerJoin('second_factor as f', (join) =>
      join.onRef('f.brokerage_id', '=', 'k.brokerage_id').onRef('f.id', '=', 'k.factor_id'),
    )
    .select('f.login_id')
    .where('k.brokerage_id', '=', brokerageId)
    .where('k.credential_id', '=', credentialId)
    .executeTakeFirst()
  return row?.login_id ?? null
}

async function keepPasskey(db: Db, brokerageId: string, loginId: string, name: string, passkey: NewPasskey): Promise<void> {
  const id = newId()
  await db
    .insertInto('second_factor')
    .values({ brokerage_id: brokerageId, id, login_id: loginId, kind: 'passkey', name })
    .execute()
  await db
    .insertInto('passkey_key')
    .values({
      ...{ brokerage_id: brokerageId, factor_id: id, credential_id: passkey.credentialId, public_key: passkey.publicKey },
      ...{ counter: passkey.counter, transports: passkey.transports },
    })
    .execute()
}
