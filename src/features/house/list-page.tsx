import type { ComponentChildren, VNode } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import { ListBody } from '../../records/list.tsx'
import type { ListDescription } from '../../records/list-description.ts'
import type { ListResult } from '../../records/list-query.ts'
import type { ListState } from '../../records/list-state.ts'
import { LinkButton } from '../../ui/components/Button.tsx'
import { areaOf } from './navigation.ts'
import { portalPage } from './page.tsx'
import { housePhrases } from './phrases.ts'

interface Parts<Row> {
  list: ListDescription<Row>
  state: ListState
  result: ListResult<Row>
  /** In place of the list's own sentence. */
  lead?: string
  /** In the head of the page; an empty list offers `firstAction` instead. */
  actions?: ComponentChildren
  firstAction?: ComponentChildren
  done?: string | null | undefined
  /** In how many conversations something is unread, where the page knows it anyway. */
  unread?: number
  /** Cards around the list. */
  above?: ComponentChildren
  below?: ComponentChildren
}

/** The page of one list: its name, its sentence, what can be done, the list. */
export function listPage<Row>(visit: Omit<Visit, 'db'>, parts: Parts<Row>): VNode {
  const { list, state, result, lead, actions, firstAction, done, unread, above, below } = parts
  const words = list.words(visit.language)
  const body = (
    <ListBody
      visit={visit as Visit}
      list={list}
      state={state}
      result={result}
      firstAction={firstAction}
      askAction={result.around?.closed && <AskForRole visit={visit} />}
    />
  )
  return portalPage(visit, {
    title: words.title,
    area: areaOf(list.path),
    crumbs: [{ label: visit.brokerage.number }, { label: words.title }],
    lead: lead ?? words.lead,
    actions,
    done,
    ...(unread !== undefined && { unread }),
    children:
      above || below ? (
        <div class="stack">
          {above}
          {body}
          {below}
        </div>
      ) : (
        body
      ),
  })
}

// A User Manager asks by ticking a role of the own account, which a second person confirms; everybody else asks in words.
function AskForRole({ visit }: { visit: Omit<Visit, 'db'> }) {
  const { actor } = visit
  if (actor.kind !== 'customer') return null
  const t = housePhrases(visit.language)
  return actor.roles.has('user_manager') ? (
    <LinkButton href={href(visit, `/contacts/${actor.contactId}`)} icon="key-round">
      {t.own_roles}
    </LinkButton>
  ) : (
    <LinkButton href={href(visit, '/requests/new?category=access_question')} icon="key-round">
      {t.ask_for_access}
    </LinkButton>
  )
}
