import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { opensRequests } from '../access.ts'
import { requestList } from '../list.tsx'
import { requestPhrases } from '../phrases.ts'
import type { RequestRow } from '../queries.ts'

/** All requests that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<RequestRow>) {
  const open = opensRequests(visit.actor) && (
    <LinkButton href={href(visit, '/requests/new')} kind="primary" icon="plus" shortcut="n">
      {requestPhrases(visit.language).open_request}
    </LinkButton>
  )
  return page(visit, { list: requestList, state, result, actions: result.total > 0 && open, firstAction: open })
}
