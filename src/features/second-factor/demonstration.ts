import type { Db } from '../../platform/db.ts'
import { totpCode, totpStep } from '../../platform/totp.ts'
import type { Visit } from '../../platform/visit.ts'
import { appSecret } from './check.ts'

/** The secret of everybody's app at the invented brokerages; production knows no such thing. */
export const demoTotpSecret = 'DOSSIERDEMONSTRATIONDOSSIERDEMON'

/**
 * In the demonstration, for people who came with it: the code that their app would show, so that nobody needs one to look around. Null
 * for everybody else, and always in production.
 */
export async function demonstrationCode(
  db: Db,
  visit: Pick<Visit, 'services' | 'brokerage'>,
  loginId: string,
): Promise<string | null> {
  if (visit.services.config.production) return null
  const app = await appSecret(db, visit.services, visit.brokerage.id, loginId)
  if (app?.secret !== demoTotpSecret) return null
  // A code counts once: after a sign-in just now it is that of the next half minute, which is accepted already.
  const now = totpStep()
  return totpCode(demoTotpSecret, app.lastStep >= now ? app.lastStep + 1 : now)
}
