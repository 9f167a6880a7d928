import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { recordEvent } from '../../platform/events.ts'
import { enqueue } from '../../platform/jobs.ts'
import { isLanguage } from '../../platform/language.ts'
import type { MailJob } from '../../platform/mail.ts'
import { seal } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'
import { causeWord } from '../claims/causes.ts'
import { fileRow } from '../documents/changes.ts'
import { pageLink } from '../mails/links.ts'
import { tellAbout } from '../notifications/tell.ts'
import { reporter } from './access.ts'
import { update } from './changes.ts'
import { type Draft, draftFiles } from './drafts.ts'
import { askedIn } from './fields.ts'
import type { ReportData } from './input.ts'
import { objectOf, policiesFor, policyOf } from './objects.ts'
import { dayOf } from './reading.ts'

/**
 * Sends the report: the draft's id becomes the claim's, so that sending it twice creates it once. The database gives number,
 * company and audience. Files become documents, and everybody who may see the claim is told.
 */
export async function submitReport(visit: Visit, draft: Draft, consented: boolean): Promise<void> {
  const actor = reporter(visit.actor)
  const { data, kind, id } = draft
  const { hit, label } = await objectOf(visit.db, kind, data)
  const policy = policyOf(kind, data, hit, await policiesFor(visit.db, kind))
  const claim = await visit.db
    .insertInto('claim')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: policy ? policy.company_id : actor.companyId,
      policy_id: policy ? policy.id : null,
      object_id: hit?.id ?? null,
      kind,
      occurred_on: dayOf(data.date)!,
      place: data.place || null,
      cause: causeWord(data.cause ?? ''),
      claimed: data.claimed || null,
      description: data.what ?? '',
      details: JSON.stringify({
        ...detailsOf(draft),
        ...(label && { object: label }),
        ...(consented && { consent: 'yes' }),
        reporter: actorName(actor),
      }),
      author_account_id: actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number', 'company_id'])
    .executeTakeFirst()
  if (!claim) return
  for (const file of await draftFiles(visit.db, id)) {
    await visit.db
      .insertInto('document')
      .values(
        fileRow(visit, { ...file, name: file.file_name, claimId: id, companyId: claim.company_id, category: 'claim_report' }),
      )
      .execute()
  }
  await update(visit, id, { submitted_at: sql<Date>`now()`, claim_id: id })
  await recordEvent(visit.db, visit.brokerage, actor, {
    verb: 'claim.reported',
    subjectKind: 'claim',
    subjectId: id,
    companyId: claim.company_id,
    details: { number: claim.number, ...(consented && { consent: true }) },
  })
  await tellAbout(visit, { kind: 'claim_reported', about: { kind: 'claim', id } })
  await tellBrokerage(visit, id, claim.number)
}

// Columns of their own hold the rest; what an earlier choice of the kind has left in the draft stays behind.
const inColumns = ['date', 'place', 'cause', 'what', 'claimed']

function detailsOf({ kind, data }: Draft): ReportData {
  const names = [...askedIn('event', kind), ...askedIn('people', kind)].map(({ name }) => name)
  return Object.fromEntries(names.filter((name) => data[name] && !inColumns.includes(name)).map((name) => [name, data[name]!]))
}

// Where nobody answers for the company, the brokerage itself gets a mail: it holds the number and the way there, all else stays in the portal.
async function tellBrokerage(visit: Visit, id: string, number: string) {
  const { rows } = await sql<{ mail_id: string; language: string }>`select * from access.tell_of_claim(${id})`.execute(visit.db)
  for (const { mail_id: mailId, language } of rows) {
    const read = isLanguage(language) ? language : visit.brokerage.language
    const link = pageLink(visit.services, visit.brokerage, read, `/claims/${id}/report`)
    const job: MailJob = { brokerageId: visit.brokerage.id, mailId, sealed: seal(visit.services.keys.mail, { number, link }) }
    await enqueue(visit.db, 'mail', job)
  }
}
