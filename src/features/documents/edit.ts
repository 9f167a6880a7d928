import { sql } from 'kysely'
import { forbidden, Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { requiredText, version as rowVersion, typed } from '../../platform/forms.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { readDay } from '../service-requests/days.ts'
import { tendsDocument } from './access.ts'
import { categories, categoryOf, storedWord } from './categories.ts'
import { type EditedValues, editedFields, editPage, valuesOf } from './pages/edit.tsx'
import { type DocumentRecord, documentById } from './queries.ts'
import { uploadPhrases } from './upload-phrases.ts'
import { versionPhrases } from './version-phrases.ts'

/** The form with what stands there now. */
export async function editForm(visit: Visit, id: string): Promise<Reply> {
  const document = await tended(visit, id)
  return page(editPage(visit, document, { values: valuesOf(document), errors: {} }))
}

/** Saves title, category and date, if nobody did in between (security.md R5). */
export async function editReply(visit: Visit, id: string, body: Record<string, unknown>): Promise<Reply> {
  const document = await tended(visit, id)
  const seen = rowVersion.safeParse(body.version)
  if (!seen.success) throw new Refusal(400)
  const values = typed(body, editedFields) as EditedValues
  const { details, errors } = readDetails(visit, document, values)
  if (!details) {
    // What somebody saved in between still comes to light: the version stays the one the form was opened with.
    return page(editPage(visit, { ...document, version: seen.data }, { values, errors }), 422)
  }
  const saved = await visit.db
    .updateTable('document')
    .set({ ...details, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('version', '=', seen.data)
    .returning('version')
    .executeTakeFirst()
  if (!saved) return page(editPage(visit, await documentById(visit.db, id), { values, errors: {}, conflict: true }), 409)
  const changed = editedFields.filter((name) => details[name] !== document[name])
  if (changed.length > 0)
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      verb: 'document.edited',
      subjectKind: 'document',
      subjectId: id,
      companyId: document.company_id,
      details: Object.fromEntries(changed.map((name) => [name, [document[name], details[name]]])),
    })
  return redirect(href(visit, `/documents/${id}?done=saved`))
}

/** A document that the person may change: not there is 404, there but not theirs 403. */
export async function tended(visit: Visit, id: string): Promise<DocumentRecord> {
  const document = await documentById(visit.db, id)
  if (!tendsDocument(visit.actor, document)) throw forbidden()
  return document
}

function readDetails(visit: Visit, document: DocumentRecord, values: EditedValues) {
  const errors: Partial<EditedValues> = {}
  const title = requiredText(200).safeParse(values.title)
  if (!title.success) errors.title = versionPhrases(visit.language).error_title
  // The source's own word may stay; a new one is one of ours.
  const stays = values.category === document.category && !categoryOf(document.category)
  const known = categories.find((one) => one === values.category)
  if (!stays && !known) errors.category = uploadPhrases(visit.language).error_category
  const day = readDay(values.dated_on)
  if (day === undefined) errors.dated_on = uploadPhrases(visit.language).error_day
  if (Object.keys(errors).length > 0) return { details: null, errors }
  // Another word for the same category is no change.
  const category = stays || known === categoryOf(document.category) ? document.category : storedWord(known!)
  return { details: { title: title.data!, category, dated_on: day ?? null }, errors }
}
