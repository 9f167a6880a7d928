import { isCustomer } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import type { Draft } from '../../claim-reports/drafts.ts'
import { DraftsCard } from '../../claim-reports/drafts-card.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { claimList } from '../list.tsx'
import { claimPhrases } from '../phrases.ts'
import type { ClaimRow } from '../queries.ts'

/** All claims that exist for this person; above them what the person began to report. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<ClaimRow>, drafts: Draft[] = []) {
  const actions = isCustomer(visit.actor) && (
    <LinkButton href={href(visit, '/claims/new')} kind="primary" icon="plus" shortcut="n">
      {claimPhrases(visit.language).report}
    </LinkButton>
  )
  const above = drafts.length > 0 && (
    <div class="no-print">
      <DraftsCard visit={visit} drafts={drafts} />
    </div>
  )
  return page(visit, { list: claimList, state, result, actions, above })
}
