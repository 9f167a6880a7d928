import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { forbidden, Refusal } from '../../platform/errors.ts'
import { passingFolder } from '../../platform/files.ts'
import { uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import { takingTurns } from '../../platform/turns.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mayImport } from './access.ts'
import { importsPage } from './pages/list.tsx'
import { readInThread } from './read-in-thread.ts'
import type { ReadUpload } from './read-uploaded.ts'
import { lastBySource, latestRuns } from './run-queries.ts'
import { screenPhrases } from './screen-phrases.ts'
import { keepRun } from './start-run.ts'
import { uploadReasonPhrases } from './upload-phrases.ts'

/** Refuses before the first byte who may not import. */
export async function mayBring({ actor }: Visit): Promise<void> {
  if (!mayImport(actor)) throw forbidden()
}

// A large workbook takes a core and half a gigabyte while it is read: one at a time in a process.
const inTurn = takingTurns({ running: 1, waiting: 4, deadline: 60_000, retryAfter: 30 })

/** The list, with the form for a new import. */
export async function listReply(visit: Visit, errors: string[] = [], status = 200): Promise<Reply> {
  const [runs, last] = await asSameActor(visit, async (db) => [await latestRuns(db), await lastBySource(db)] as const)
  return page(importsPage(visit, { id: newId(), runs, last, errors }), status)
}

/** Reads what came in a thread and keeps it as a run; one file that cannot be read keeps all out, and says why. */
export async function uploadReply(visit: Visit, body: Record<string, unknown>, upload: Upload | undefined): Promise<Reply> {
  if (!mayImport(visit.actor)) throw forbidden()
  const id = uuid.safeParse(body._id)
  if (!id.success) throw new Refusal(400)
  const errors = sentErrors(visit, upload)
  if (!upload || errors.length > 0) return listReply(visit, errors, upload?.tooMuch ? 413 : 422)
  const passing = passingFolder(visit.services.config)
  await mkdir(passing, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(passing, 'import-'))
  try {
    const read: ReadUpload = { tables: [], documents: [], refused: [], ignored: [] }
    for (const file of upload.files) {
      const found = await inTurn(() => readInThread({ name: file.name, path: file.path }, folder))
      for (const part of ['tables', 'documents', 'refused', 'ignored'] as const) read[part].push(...(found[part] as never[]))
    }
    const reasons = uploadReasonPhrases(visit.language)
    if (read.refused.length > 0)
      return listReply(
        visit,
        read.refused.map(({ name, reason }) => reasons[reason](name)),
        422,
      )
    await keepRun(visit, id.data, read)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return redirect(href(visit, `/imports/${id.data}`))
}

function sentErrors(visit: Visit, upload: Upload | undefined): string[] {
  const reasons = uploadReasonPhrases(visit.language)
  if (upload?.tooMuch) return [reasons.too_much()]
  const refused = upload?.refused ?? []
  if (refused.length > 0)
    return refused.map(({ name, reason }) => reasons[reason === 'macros' || reason === 'empty' ? reason : 'kind'](name))
  return upload?.files.length ? [] : [screenPhrases(visit.language).error_none]
}
