import { href, type Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import type { Draft } from '../../claim-reports/drafts.ts'
import { DraftsCard } from '../../claim-reports/drafts-card.tsx'
import { portalPage } from '../../house/page.tsx'
import { claimList } from '../list.tsx'
import { claimPhrases } from '../phrases.ts'
import type { ClaimRow } from '../queries.ts'

/** All claims that exist for this person; above them what the person began to report. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<ClaimRow>, drafts: Draft[] = []) {
  const t = claimPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'claims',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    actions: visit.actor.kind === 'customer' && (
      <LinkButton href={href(visit, '/claims/new')} kind="primary" icon="plus" shortcut="n">
        {t.report}
      </LinkButton>
    ),
    children: (
      <>
        {drafts.length > 0 && (
          <div class="no-print below">
            <DraftsCard visit={visit} drafts={drafts} />
          </div>
        )}
        <ListBody visit={visit as Visit} list={claimList} state={state} result={result} />
      </>
    ),
  })
}
