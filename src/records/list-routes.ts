import type { VNode } from 'preact'
import { type Access, get, page, type Reply, type Route } from '../platform/routes.ts'
import { asSameActor } from '../platform/same-actor.ts'
import type { Visit } from '../platform/visit.ts'
import type { ListNotice } from './list-around.ts'
import type { ListDescription } from './list-description.ts'
import { type ExportFormat, exportTypes } from './list-export.tsx'
import { startExport } from './list-export-run.ts'
import { openList, openPrint } from './list-open.ts'
import type { ListResult } from './list-query.ts'
import type { ListState } from './list-state.ts'
import { rememberSize } from './page-size.ts'

type Show<Row> = (visit: Visit, state: ListState, result: ListResult<Row>) => VNode | Promise<VNode>

/**
 * The addresses of a list: the page, the page for paper, and the exports of exactly what the page shows.
 * `show` draws the page; state and result go to `ListBody` as they are.
 */
export function listRoutes<Row>(list: ListDescription<Row>, access: Access, show: Show<Row>): Route[] {
  return [
    get(list.path, access, async (visit, { query }) => {
      const { state, result } = await openList(visit, list, query)
      return page(await show(visit, state, result), 200, { cookies: rememberSize(visit, state.size) })
    }),
    get(`${list.path}/print`, access, async (visit, { query }) => {
      const { state, result } = await openPrint(visit, list, query)
      return page(await show(visit, state, result))
    }),
    exportRoute(list, access, show, 'xlsx'),
    exportRoute(list, access, show, 'csv'),
  ]
}

// Without the request's own transaction (`gate`): the export goes on when the answer has begun.
function exportRoute<Row>(list: ListDescription<Row>, access: Access, show: Show<Row>, format: ExportFormat): Route {
  return get(
    `${list.path}/export.${format}`,
    access,
    async (visit, { query }) => {
      const started = await startExport(visit, list, query, format)
      if (!started.ok) return refusedPage(visit, list, show, query, started)
      const headers = { 'content-disposition': attachment(list.words(visit.language).title, format), 'cache-control': 'no-store' }
      return { kind: 'stream', type: exportTypes[format], body: started.file, headers }
    },
    { gate: true },
  )
}

/** The list once more, with the reason on top: nothing is lost, and one sees when to try again. */
function refusedPage<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  show: Show<Row>,
  query: Record<string, unknown>,
  refused: { notice: ListNotice; retryAfter: number },
): Promise<Reply> {
  return asSameActor(visit, async (db) => {
    const inside = { ...visit, db }
    const { state, result } = await openList(inside, list, query, refused.notice)
    return page(await show(inside, state, result), 429, { headers: { 'retry-after': String(refused.retryAfter) } })
  })
}

/** The list as it was when an action was sent without a chosen row, with a sentence that says what to do (422). */
export async function nothingChosen<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  show: Show<Row>,
  query: Record<string, unknown>,
): Promise<Reply> {
  const { state, result } = await openList(visit, list, query, 'nothing_chosen')
  return page(await show(visit, state, result), 422)
}

/** `Policen 2026-11-23.xlsx`, also for browsers that know only ASCII names. */
export function attachment(title: string, ending: string): string {
  const name = `${title} ${Temporal.Now.plainDateISO('Europe/Zurich')}.${ending}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
  const ascii = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
