import { sql } from 'kysely'
import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { keptState } from '../../platform/kept-files.ts'
import { page, type Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { filedPage } from './pages/filed.tsx'

const most = 10

/** Where the result of an upload is shown, without language prefix. */
export function filedPath(ids: string[]): string {
  return `/documents/filed?${new URLSearchParams(ids.map((id) => ['d', id]))}`
}

/** The documents that the address names, as far as they exist for the actor; none of them is 404. */
export async function filedReply(visit: Visit, { d }: Record<string, unknown>): Promise<Reply> {
  const ids = [d].flat().filter((id): id is string => uuid.safeParse(id).success)
  if (ids.length === 0) throw notFound()
  const documents = await visit.db
    .selectFrom('document')
    .select([
      'id',
      'title',
      'category',
      'company_id',
      'media_type',
      sql<number>`byte_size`.as('byte_size'),
      keptState('document').as('scan_state'),
      sql<string>`format('%s.%s', version, coalesce(${keptState('document')}, 'pending'))`.as('mark'),
    ])
    .where('id', 'in', ids.slice(0, most))
    .orderBy('title')
    .execute()
  if (documents.length === 0) throw notFound()
  return page(filedPage(visit, documents))
}
