import type { ComponentChildren, VNode } from 'preact'
import type { Visit } from '../../platform/visit.ts'
import { ListBody } from '../../records/list.tsx'
import type { ListDescription } from '../../records/list-description.ts'
import type { ListResult } from '../../records/list-query.ts'
import type { ListState } from '../../records/list-state.ts'
import { areas } from './navigation.ts'
import { portalPage } from './page.tsx'

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
  const body = <ListBody visit={visit as Visit} list={list} state={state} result={result} firstAction={firstAction} />
  return portalPage(visit, {
    title: words.title,
    area: list.path === '/companies' ? 'companies' : (areas.find(({ path }) => path === list.path)?.key ?? null),
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
