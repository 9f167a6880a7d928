import { href, type Visit } from '../platform/visit.ts'
import { LinkButton } from '../ui/components/Button.tsx'
import { EmptyState } from '../ui/components/EmptyState.tsx'
import { Note } from '../ui/components/Note.tsx'
import type { ListProps } from './list.tsx'
import type { Closed } from './list-closed.ts'
import { listPhrases } from './list-phrases.ts'
import { listHref, stateQuery } from './list-state.ts'
import { type Role, rolePhrases } from './roles.ts'

/** What stands in place of rows (interface A.2): a role is missing, nothing matches, or there is nothing yet. */
export function EmptyList<Row>(props: ListProps<Row>) {
  const closed = props.result.around?.closed
  if (closed) return <ClosedList {...props} closed={closed} />
  return isNarrowed(props) ? <NoMatch {...props} /> : <NothingYet {...props} />
}

/** Whether view, search or filters leave rows out. */
export function isNarrowed<Row>({ list, state }: Pick<ListProps<Row>, 'list' | 'state'>): boolean {
  return stateQuery(list, { ...state, order: list.order }) !== ''
}

function NothingYet<Row>({ visit, list, firstAction }: ListProps<Row>) {
  const { nothing_title, nothing_text } = list.words(visit.language)
  return <EmptyState icon={list.icon} title={nothing_title} text={nothing_text} action={firstAction} />
}

function NoMatch<Row>({ visit, list, state }: ListProps<Row>) {
  const t = listPhrases(visit.language)
  const filtered = Object.keys(state.filters ?? {}).length > 0
  const without = href(visit, listHref(list, state, { search: '', filters: {} }))
  return (
    <EmptyState
      icon="search"
      title={t.no_match(state.search)}
      text={filtered ? t.no_match_filtered : t.no_match_text}
      action={
        <>
          {filtered && (
            <LinkButton href={without} inRegion>
              {t.clear_filters}
            </LinkButton>
          )}
          <LinkButton href={href(visit, list.path)} kind={filtered ? 'quiet' : 'plain'} inRegion>
            {t.show_all}
          </LinkButton>
        </>
      }
    />
  )
}

function ClosedList<Row>({ visit, list, closed, askAction }: ListProps<Row> & { closed: Closed }) {
  const t = listPhrases(visit.language)
  const names = (roles: readonly Role[]) => roles.map((role) => rolePhrases(visit.language)[role])
  const { actor, accountManager } = visit
  const groupOnly = actor.kind === 'customer' && actor.roles.has('group_manager')
  return (
    <EmptyState
      icon="lock"
      title={t.closed_title(list.words(visit.language).title)}
      text={
        <>
          {t.closed_roles(t.one_of(names(closed.roles)))} {groupOnly && `${t.closed_group} `}
          {closed.ask.length > 0 ? t.closed_ask(t.one_of(closed.ask)) : accountManager && t.closed_broker(accountManager.name)}
        </>
      }
      action={askAction}
    />
  )
}

/** Shown by the script where the answer did not arrive: the list stands as it was, and there is a way to try again. */
export function Failed({ visit }: { visit: Pick<Visit, 'language' | 'address'> }) {
  const t = listPhrases(visit.language)
  return (
    <div hidden data-failed>
      <Note kind="warn">
        <p>
          {t.failed}{' '}
          <a href={href(visit, visit.address)} data-in>
            {t.again}
          </a>
        </p>
      </Note>
    </div>
  )
}
