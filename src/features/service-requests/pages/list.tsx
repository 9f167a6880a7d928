import { href, type Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { portalPage } from '../../house/page.tsx'
import { opensRequests } from '../access.ts'
import { requestList } from '../list.tsx'
import { requestPhrases } from '../phrases.ts'
import type { RequestRow } from '../queries.ts'

/** All requests that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<RequestRow>) {
  const t = requestPhrases(visit.language)
  const open = opensRequests(visit.actor) && (
    <LinkButton href={href(visit, '/requests/new')} kind="primary" icon="plus" shortcut="n">
      {t.open_request}
    </LinkButton>
  )
  return portalPage(visit, {
    title: t.title,
    area: 'requests',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    actions: result.total > 0 && open,
    children: <ListBody visit={visit as Visit} list={requestList} state={state} result={result} firstAction={open} />,
  })
}
