import { forbidden, notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, type Reply, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mayImport } from './access.ts'
import { errorFile, tableFile } from './error-file.ts'
import { fieldsOf } from './header.ts'
import { mappingErrors, readMapping } from './mapping-form.ts'
import { runPage } from './pages/run.tsx'
import { filesOf, runById } from './run-queries.ts'
import { screenPhrases } from './screen-phrases.ts'
import { sources } from './sources.ts'
import { cancelRun, keepMapping, startWork } from './start-run.ts'
import { listReply, mayBring, uploadReply } from './upload.ts'

export const routes = [
  get('/imports', staffOnly, (visit) => listReply(visit), { gate: true }),
  // Reading a workbook takes longer than a transaction may wait.
  post('/imports', staffOnly, (visit, { body, upload }) => uploadReply(visit, body, upload), {
    gate: true,
    upload: { before: mayBring, tables: true },
  }),
  get('/imports/templates/:file', staffOnly, async (_visit, { params }) => template(params.file!)),
  get('/imports/:id', staffOnly, async (visit, { params, query }) => {
    const run = await runById(visit.db, runId(params))
    return page(runPage(visit, { run, files: await filesOf(visit.db, run.id), mapping: query.step === 'columns' }))
  }),
  post('/imports/:id/check', staffOnly, (visit, { params, body }) => checked(visit, runId(params), body)),
  post('/imports/:id/start', staffOnly, (visit, { params }) => started(visit, runId(params), 'running')),
  post('/imports/:id/undo', staffOnly, (visit, { params }) => started(visit, runId(params), 'undoing')),
  post('/imports/:id/cancel', staffOnly, async (visit, { params }) => {
    const run = await importable(visit, runId(params))
    await cancelRun(visit, run.id)
    return redirect(href(visit, `/imports/${run.id}`))
  }),
  get('/imports/:id/errors/:file', staffOnly, async (visit, { params }) => {
    const [, fileId, format] = /^([0-9a-f-]{36})\.(xlsx|csv)$/.exec(params.file!) ?? []
    const run = await runById(visit.db, runId(params))
    const file = (await filesOf(visit.db, run.id)).find(({ id }) => id === fileId)
    if (!file) throw notFound()
    return errorFile(visit.language, file, format as 'csv')
  }),
]

function runId(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

// Seen by all of the brokerage's people, worked on by those who import.
async function importable(visit: Visit, id: string) {
  const run = await runById(visit.db, id)
  if (!mayImport(visit.actor)) throw forbidden()
  return run
}

async function checked(visit: Visit, id: string, body: Record<string, unknown>): Promise<Reply> {
  const run = await importable(visit, id)
  const guess = body.action === 'guess'
  const files = readMapping(await filesOf(visit.db, id), body, guess)
  const errors = guess ? [] : mappingErrors(files, screenPhrases(visit.language))
  if (guess || errors.length > 0) return page(runPage(visit, { run, files, mapping: true, errors }), guess ? 200 : 422)
  for (const file of files) await keepMapping(visit, file)
  return started(visit, id, 'checking')
}

async function started(visit: Visit, id: string, state: 'checking' | 'running' | 'undoing'): Promise<Reply> {
  const run = await importable(visit, id)
  const possible = state !== 'undoing' || run.undoable || run.state === 'undoing'
  if (possible && (await startWork(visit, id, state))) return redirect(href(visit, `/imports/${id}`))
  // Sent twice: it is on its way, and its page says so.
  if (run.state === state) return redirect(href(visit, `/imports/${id}`))
  const files = await filesOf(visit.db, id)
  return page(runPage(visit, { run, files, mapping: false, refused: true }), 409)
}

function template(file: string): Reply {
  const [, name, format] = /^(\w+)\.(xlsx|csv)$/.exec(file) ?? []
  const source = sources.find((one) => one.name === name)
  if (!source) throw notFound()
  return tableFile(
    source.name,
    fieldsOf(source).map(({ names }) => names[0]!),
    [],
    format as 'csv',
  )
}
