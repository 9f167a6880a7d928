import { isCustomer } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { claimList } from '../list.tsx'
import { claimPhrases } from '../phrases.ts'
import type { ClaimRow } from '../queries.ts'

/** All claims that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<ClaimRow>) {
  const actions = isCustomer(visit.actor) && (
    <LinkButton href={href(visit, '/claims/new')} kind="primary" icon="plus" shortcut="n">
      {claimPhrases(visit.language).report}
    </LinkButton>
  )
  return page(visit, { list: claimList, state, result, actions })
}
