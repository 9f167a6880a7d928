import { forbidden, notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { type Access, get, page, post, type Reply, type Route, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import type { RecordDescription } from '../../records/record-description.ts'
import { mayAttach } from '../attachments/received.ts'
import { type About, findAbout } from '../messages/about.ts'
import { writes } from '../messages/access.ts'
import { formId, readAnswer } from '../messages/answer.ts'
import { startConversation, writeMessage } from '../messages/changes.ts'
import { messagePhrases } from '../messages/phrases.ts'
import { conversationById } from '../messages/queries.ts'
import { openRecord } from './open.ts'
import { recordPage } from './page.tsx'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown>; upload?: Upload }

/** The addresses of a record: its page, and what is said about it. `results` are what `?done=` may announce, in words. */
export function recordRoutes<R>(
  description: RecordDescription<R>,
  access: Access,
  results: (visit: Visit) => Record<string, string> = () => ({}),
): Route[] {
  const path = `${description.list.path}/:id`
  return [
    get(
      path,
      access,
      async (visit, { params, query }) => {
        const opened = await openRecord(visit, description, idOf(params))
        const all: Record<string, string> = { sent: messagePhrases(visit.language).done_sent, ...results(visit) }
        const done = typeof query.done === 'string' && Object.hasOwn(all, query.done) ? all[query.done] : null
        return page(recordPage(visit, description, opened, { done }))
      },
      { marks: true, planOnce: true },
    ),
    post(`${path}/messages`, access, (visit, request) => sayReply(visit, description, request), {
      upload: {
        before: async (visit, { params }) => {
          await existing(visit, description, params)
          await mayAttach(visit)
        },
      },
    }),
  ]
}

function idOf(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

async function sayReply<R>(visit: Visit, description: RecordDescription<R>, { params, body, upload }: Request): Promise<Reply> {
  const about = await existing(visit, description, params)
  if (!writes(visit.actor)) throw forbidden()
  const key = { about_kind: about.kind, about_id: about.id }
  const going = await goingOn(visit, body.conversation, key)
  const files = { kind: 'conversation', id: going?.id ?? formId(body) }
  const { answer, refused } = await readAnswer(visit, body, upload, files)
  if (refused)
    return page(recordPage(visit, description, await openRecord(visit, description, about.id), { writing: answer }), refused)
  const said = { id: answer.id, body: answer.body, draftId: answer.files.draftId }
  if (going) await writeMessage(visit, going, said)
  else {
    const record = await description.read(visit, about.id)
    const subject = `${messagePhrases(visit.language)[about.kind]} ${description.name(record, visit.language)}`.slice(0, 160)
    const begun = await startConversation(visit, { id: answer.id, companyId: about.companyId, about, subject, accountId: null })
    // Sent before: what it says was said in the same transaction.
    if (begun) await writeMessage(visit, { id: answer.id, company_id: about.companyId, ...key }, said)
  }
  return redirect(href(visit, `${description.list.path}/${about.id}?done=sent#conversation`))
}

async function existing<R>(visit: Visit, { kind }: RecordDescription<R>, params: Record<string, string>): Promise<About> {
  const about = await findAbout(visit.db, { kind, id: idOf(params) })
  if (!about) throw notFound()
  return about
}

/** The conversation about this very record that the form goes on with; null where it begins one. */
async function goingOn(visit: Visit, value: unknown, about: { about_kind: string; about_id: string }) {
  if (typeof value !== 'string' || value === '') return null
  if (!uuid.safeParse(value).success) throw notFound()
  const conversation = await conversationById(visit.db, value)
  if (conversation.about_kind !== about.about_kind || conversation.about_id !== about.about_id) throw notFound()
  return conversation
}
