import { href, type Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { portalPage } from '../../house/page.tsx'
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
  return portalPage(visit, {
    title: t.title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: visit.actor.kind === 'staff' ? t.staff_lead : t.lead,
    actions: result.total > 0 && write,
    unread,
    children: <ListBody visit={visit as Visit} list={conversationList} state={state} result={result} firstAction={write} />,
  })
}
