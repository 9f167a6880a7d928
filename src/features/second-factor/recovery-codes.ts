import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'

const howMany = 10
// No 0 O 1 I L U: what is written down by hand is read the same. 30 signs, 16 of them: 78 bits.
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten new codes in place of all former ones. They exist in readable form only in what this returns (security.md A11). */
export async function newRecoveryCodes(db: Db, brokerageId: string, loginId: string): Promise<string[]> {
  await revokeRecoveryCodes(db, brokerageId, loginId)
  const codes = Array.from({ length: howMany }, newCode)
  const rows = codes.map((code) => ({
    ...{ brokerage_id: brokerageId, id: newId(), login_id: loginId },
    code_hash: tokenHash(plain(code)),
  }))
  await db.insertInto('recovery_code').values(rows).execute()
  return codes
}

/** No code of this login is good any more. */
export async function revokeRecoveryCodes(db: Db, brokerageId: string, loginId: string): Promise<void> {
  await db
    .updateTable('recovery_code')
    .set({ revoked_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** How many codes are still good; also for the web process, of oneself. */
export async function recoveryCodesLeft(db: Db, loginId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('login_id', '=', loginId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

/** Uses a code up: of two at the same moment one succeeds. */
export async function spendRecoveryCode(db: Db, brokerageId: string, loginId: string, typed: string): Promise<boolean> {
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('code_hash', '=', tokenHash(plain(typed)))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Whether a text has the shape of such a code, however it was typed. */
export const isRecoveryCode = (typed: string) => plain(typed).length === 16

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

// A byte above 239 is thrown away, or the first signs would come more often.
function newCode(): string {
  let code = ''
  while (code.length < 16) for (const byte of randomBytes(24)) if (byte < 240 && code.length < 16) code += signs[byte % 30]
  return code.match(/.{4}/g)!.join('-')
}
