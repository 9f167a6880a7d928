import { sql } from 'kysely'
import { type Bucket, forgive } from '../../platform/attempts.ts'
import type { Db } from '../../platform/db.ts'
import { sign, unseal } from '../../platform/secrets.ts'
import { fittingStep } from '../../platform/totp.ts'
import type { Services } from '../../platform/visit.ts'
import { noteFactorUse } from './factors.ts'
import { isRecoveryCode, spendRecoveryCode } from './recovery-codes.ts'

/** Twenty wrong codes an hour for a person, wherever they are typed (security.md A11). */
export function codeBucket(ledgerKey: Buffer, loginId: string): Bucket {
  return { name: `code:${sign(ledgerKey, loginId)}`, limit: 20, minutes: 60 }
}

/** What a typed code proved: the app's six digits, or one of the recovery codes, which is used up by it. Null when nothing. */
export async function checkCode(
  db: Db,
  services: Pick<Services, 'keys'>,
  brokerageId: string,
  loginId: string,
  typed: string,
): Promise<'code' | 'recovery_code' | null> {
  const digits = typed.replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(digits)) return (await useAppCode(db, services, brokerageId, loginId, digits)) ? 'code' : null
  return isRecoveryCode(typed) && (await spendRecoveryCode(db, brokerageId, loginId, typed)) ? 'recovery_code' : null
}

/** The secret of somebody's app and the step used last; null without an app. */
export async function appSecret(db: Db, services: Pick<Services, 'keys'>, brokerageId: string, loginId: string) {
  const row = await db
    .selectFrom('second_factor as f')
    .innerJoin('totp_secret as s', (join) =>
      join.onRef('s.brokerage_id', '=', 'f.brokerage_id').onRef('s.factor_id', '=', 'f.id'),
    )
    .select(['f.id', 's.sealed', 's.last_step'])
    .where('f.brokerage_id', '=', brokerageId)
    .where('f.login_id', '=', loginId)
    .where('f.kind', '=', 'app')
    .where('f.removed_at', 'is', null)
    .executeTakeFirst()
  return row
    ? { factorId: row.id, secret: unseal<string>(services.keys.factor, row.sealed), lastStep: Number(row.last_step) }
    : null
}

// The step only ever grows: of two who send the same code the second finds it used.
async function useAppCode(db: Db, services: Pick<Services, 'keys'>, brokerageId: string, loginId: string, digits: string) {
  const app = await appSecret(db, services, brokerageId, loginId)
  const step = app && fittingStep(app.secret, digits, app.lastStep)
  if (!app || step === null) return false
  const { numUpdatedRows } = await db
    .updateTable('totp_secret')
    .set({ last_step: sql`${step}::bigint` })
    .where('brokerage_id', '=', brokerageId)
    .where('factor_id', '=', app.factorId)
    .where(sql<boolean>`last_step < ${step}::bigint`)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await noteFactorUse(db, brokerageId, app.factorId)
  return true
}

/** The right code gives back the try that was none. */
export async function forgiveCode(db: Db, services: Pick<Services, 'keys'>, brokerageId: string, loginId: string): Promise<void> {
  await forgive(db, brokerageId, [codeBucket(services.keys.ledger, loginId)])
}
