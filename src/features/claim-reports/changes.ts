import { sql, type UpdateObject } from 'kysely'
import type { DB } from '../../platform/database.d.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { isLanguage } from '../../platform/language.ts'
import type { MailJob } from '../../platform/mail.ts'
import { seal } from '../../platform/secrets.ts'
import { keepUpload, type UploadedFile } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { fileRow } from '../documents/changes.ts'
import { pageLink } from '../mails/links.ts'
import { reporter } from './access.ts'
import type { ReportData } from './input.ts'
import { type ClaimKind, peopleOf, type Step } from './kinds.ts'
import { readPastDay } from './moments.ts'
import { type Draft, draftFiles, findObject, objectLabel, policiesFor } from './queries.ts'

/** How many files one report takes. */
export const mostFiles = 30

/** Begins a draft under the id the form carried; sent again it only takes the kind. */
export async function beginDraft(visit: Visit, id: string, kind: ClaimKind, data: ReportData = {}): Promise<void> {
  const actor = reporter(visit.actor)
  const begun = await visit.db
    .insertInto('claim_report')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: actor.companyId,
      account_id: actor.id,
      kind,
      data: JSON.stringify(data),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun) await update(visit, id, { kind })
}

/** Keeps what was typed in one step; the other steps stay as they are. */
export async function saveStep(visit: Visit, draft: Draft, typed: ReportData, step: Step): Promise<void> {
  await update(visit, draft.id, { data: sql<string>`data || ${JSON.stringify(typed)}::jsonb`, step })
}

/** The kind of a draft that was begun as another one. */
export async function changeKind(visit: Visit, draft: Draft, kind: ClaimKind): Promise<void> {
  // Object and policy were found among those of the old kind.
  const open = JSON.stringify({ object: '', policy: '', object_query: '' })
  await update(visit, draft.id, { kind, ...(kind !== draft.kind && { data: sql<string>`data || ${open}::jsonb` }) })
}

/** Throws a draft away; its files go with it. */
export async function discardDraft(visit: Visit, draft: Draft): Promise<void> {
  await update(visit, draft.id, { discarded_at: sql<Date>`now()` })
}

type Change = UpdateObject<DB, 'claim_report'>

// The row rules let the author change it, and only until it is sent; gone or sent in the meantime is not there any more.
async function update(visit: Visit, id: string, change: Change) {
  const saved = await visit.db
    .updateTable('claim_report')
    .set({ ...change, saved_at: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('submitted_at', 'is', null)
    .where('discarded_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw notFound()
}

/** Adds files to a draft; the same bytes a second time change nothing. */
export async function addFiles(visit: Visit, draft: Draft, files: UploadedFile[]): Promise<void> {
  const actor = reporter(visit.actor)
  if ((await draftFiles(visit.db, draft.id)).length + files.length > mostFiles) throw new Refusal(413)
  for (const file of files) {
    await keepUpload(visit, file, { kind: 'claim_report', id: draft.id })
    await visit.db
      .insertInto('claim_report_file')
      .values({
        brokerage_id: visit.brokerage.id,
        id: newId(),
        report_id: draft.id,
        account_id: actor.id,
        file_name: file.name,
        media_type: file.mediaType,
        byte_size: file.size,
        sha256: file.sha256,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Takes a file off a draft. */
export async function removeFile(visit: Visit, draft: Draft, fileId: string): Promise<void> {
  await visit.db
    .updateTable('claim_report_file')
    .set({ removed_at: sql<Date>`now()` })
    .where('id', '=', fileId)
    .where('report_id', '=', draft.id)
    .where('removed_at', 'is', null)
    .execute()
}

/**
 * Sends the report: the draft's id becomes the claim's, so that sending it twice creates it once. The database gives number,
 * company and audience. Files become documents, the account manager gets a mail that says nothing but the number.
 */
export async function submitReport(visit: Visit, draft: Draft, consented: boolean): Promise<void> {
  const actor = reporter(visit.actor)
  const { data, kind, id } = draft
  const object = data.object ? await findObject(visit.db, kind, data.object) : null
  const policyId = data.policy && data.policy !== 'open' ? data.policy : null
  const policy = policyId && (await policiesFor(visit.db, kind)).find((one) => one.id === policyId)
  const claim = await visit.db
    .insertInto('claim')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: policy ? policy.company_id : actor.companyId,
      policy_id: policy ? policy.id : null,
      kind,
      occurred_on: readPastDay(data.date ?? '')!,
      place: data.place || null,
      description: data.what ?? '',
      details: JSON.stringify({
        ...(data.time && { time: data.time }),
        ...((object || data.object_query) && { object: object ? objectLabel(object) : data.object_query }),
        ...Object.fromEntries(peopleOf[kind].flatMap(({ name }) => (data[name] ? [[name, data[name]]] : []))),
        ...(consented && { consent: 'yes' }),
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
  await tellBroker(visit, id, claim.number)
}

// Health data and everything else stay in the portal: the mail holds the number and the way there.
async function tellBroker(visit: Visit, id: string, number: string) {
  const { rows } = await sql<{ mail_id: string; language: string }>`select * from access.tell_of_claim(${id})`.execute(visit.db)
  for (const { mail_id: mailId, language } of rows) {
    const read = isLanguage(language) ? language : visit.brokerage.language
    const link = pageLink(visit.services, visit.brokerage, read, `/claims/${id}/report`)
    const job: MailJob = { brokerageId: visit.brokerage.id, mailId, sealed: seal(visit.services.keys.mail, { number, link }) }
    await enqueue(visit.db, 'mail', job)
  }
}
