import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { deadlinePhrases } from '../../deadlines/phrases.ts'
import { listPage as page } from '../../house/list-page.tsx'
import { policyList } from '../list.tsx'
import type { PolicyRow } from '../queries.ts'

/** All policies that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<PolicyRow>) {
  const actions = (
    <LinkButton href={href(visit, '/deadlines')} icon="calendar">
      {deadlinePhrases(visit.language).title}
    </LinkButton>
  )
  return page(visit, { list: policyList, state, result, actions })
}
