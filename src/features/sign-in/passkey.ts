import { asBrokerage } from '../../platform/db.ts'
import type { SetCookie } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { provePasskey } from '../second-factor/passkeys.ts'
import { welcomeIn } from './changes.ts'
import { recogniseDevice } from './device.ts'
import { signInAccountOf } from './queries.ts'

/**
 * Signs in with a passkey alone: the device has made sure of its owner, so it counts as both factors (security.md A11). Null when it is
 * unknown, removed, its owner suspended, or anything in its answer is not right; all of that looks the same from outside.
 */
export async function signInWithPasskey(
  visit: Visit,
  sent: unknown,
): Promise<{ cookies: SetCookie[]; termsDue: boolean } | null> {
  return asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    const proved = await provePasskey(db, visit, 'sign in', sent)
    const account = proved && (await signInAccountOf(db, proved.loginId))
    if (!account) return null
    const known = recogniseDevice(visit, account.email) !== null
    return welcomeIn(db, visit, { account, known, failures: 0, stay: false, way: 'passkey' })
  })
}
