import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { listPage as page } from '../../house/list-page.tsx'
import { writes } from '../access.ts'
import { conversationList } from '../list.tsx'
import { messagePhrases } from '../phrases.ts'
import type { ConversationRow } from '../queries.ts'

/** All conversations that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<ConversationRow>, unread: number) {
  const t = messagePhrases(visit.language)
  const write = writes(visit.actor) && (
    <LinkButton href={href(visit, '/messages/new')} kind="primary" icon="pencil" shortcut="n">
      {t.write}
    </LinkButton>
  )
  const lead = visit.actor.kind === 'staff' ? t.staff_lead : t.lead
  return page(visit, {
    list: conversationList,
    state,
    result,
    lead,
    actions: result.total > 0 && write,
    firstAction: write,
    unread,
  })
}
