import { addressBucket, reserve } from '../../platform/attempts.ts'
import { asBrokerage } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Job } from '../../platform/jobs.ts'
import { unseal } from '../../platform/secrets.ts'
import type { Services } from '../../platform/visit.ts'
import { mailReset } from './changes.ts'
import { findResettable } from './queries.ts'

/** The address travels sealed: the queue knows nobody. */
export interface ResetJob {
  brokerageId: string
  sealed: string
}

/**
 * What somebody's «Passwort vergessen» comes to. It is worked out here, after the answer was given, so that the answer cannot
 * tell by its time whether the address is known. Three mails an hour and ten a day for one address (I7); then silence.
 */
export async function sendReset(
  services: Pick<Services, 'config' | 'publicPort' | 'keys' | 'database'>,
  job: ResetJob,
): Promise<void> {
  const email = unseal<string>(services.keys.mail, job.sealed)
  const address = addressBucket(services.keys.ledger, email).name
  await asBrokerage(services.database.gate, job.brokerageId, async (db) => {
    const person = await findResettable(db, job.brokerageId, email)
    if (!person) return
    await reserve(db, job.brokerageId, [
      { name: `reset-hour:${address}`, limit: 3, minutes: 60 },
      { name: `reset-day:${address}`, limit: 10, minutes: 1440 },
    ])
    await mailReset(db, services, person)
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

export const jobs: Job[] = [{ name: 'password_reset', run: ({ services }, payload) => sendReset(services, payload as ResetJob) }]
