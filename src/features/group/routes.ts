import type { Customer } from '../../platform/actor.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, type Reply, type Route } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { type ExportFormat, exportTypes } from '../../records/list-export.tsx'
import { recordExport, refuseExport } from '../../records/list-export-run.ts'
import { attachment } from '../../records/list-routes.ts'
import { userManagerNames } from '../../records/whom.ts'
import { opensRecords } from '../home/cards.ts'
import { groupOnly } from './access.ts'
import { matrixFile } from './export.ts'
import { type MatrixPage, matrixPage } from './pages/matrix.tsx'
import { noRolePage } from './pages/no-role.tsx'
import { groupPhrases } from './phrases.ts'
import { companiesOfGroup, readMatrix } from './queries.ts'

export const routes: Route[] = [
  get('/group', groupOnly, async (visit, { query }) => {
    const person = visit.actor as Customer
    if (!opensRecords(person)) return page(noRolePage(visit, person, await userManagerNames(visit.db)))
    return page(matrixPage(visit, await opened(visit, query)))
  }),
  get('/group/export.xlsx', groupOnly, (visit, { query }) => exported(visit, query, 'xlsx'), { gate: true }),
  get('/group/export.csv', groupOnly, (visit, { query }) => exported(visit, query, 'csv'), { gate: true }),
]

// A company that is not in the group is as good as none: everything is shown.
async function opened(visit: Visit, query: Record<string, unknown>): Promise<MatrixPage> {
  const person = visit.actor as Customer
  const wanted = uuid.safeParse(query.company)
  const by = query.by === 'line' ? 'line' : 'role'
  const companies = await companiesOfGroup(visit.db, person.companyId)
  const chosen = wanted.success && companies.some(({ id }) => id === wanted.data) ? wanted.data : null
  return { companies, chosen, matrix: await readMatrix(visit.db, chosen ?? person.companyId, { by, whole: chosen === null }) }
}

function exported(visit: Visit, query: Record<string, unknown>, format: ExportFormat): Promise<Reply> {
  return asSameActor(visit, async (db): Promise<Reply> => {
    const inside = { ...visit, db }
    const content = await opened(inside, query)
    const refused = await refuseExport(db, visit)
    if (refused) {
      const headers = { 'retry-after': String(refused.retryAfter) }
      return page(matrixPage(inside, { ...content, notice: refused.notice }), 429, { headers })
    }
    const { matrix, chosen } = content
    const body = await matrixFile(visit, matrix, format)
    const shown = new URLSearchParams({ by: matrix.by, ...(chosen && { company: chosen }) }).toString()
    await recordExport(db, visit, { list: 'group', query: shown, format, rows: matrix.companies.length })
    const headers = { 'content-disposition': attachment(groupPhrases(visit.language).title, format), 'cache-control': 'no-store' }
    return { kind: 'text', type: exportTypes[format], body, headers }
  })
}
