import type { ComponentChildren } from 'preact'
import { uuid } from '../platform/forms.ts'
import { formToken, href } from '../platform/visit.ts'
import { Button } from '../ui/components/Button.tsx'
import type { Choosing, Row as TableRow } from '../ui/components/DataTable.tsx'
import type { ListProps } from './list.tsx'
import type { ListAction } from './list-description.ts'
import { plainValue } from './list-export.tsx'
import { listPhrases } from './list-phrases.ts'
import { listHref, pageSizes, queryObject } from './list-state.ts'
import { valueText } from './list-values.ts'

const mostChosen = Math.max(...pageSizes)

/** Chosen rows, and the list they were chosen in: what a form of the bar sends. */
export interface Chosen {
  /** As many as a page holds; ids of rows that may not exist for the person. */
  ids: string[]
  /** To show the list again as it was. */
  query: Record<string, unknown>
}

/** Reads what the bar sent. What is no id is left out; whether a row exists for the person `list.rows` says. */
export function chosenOf(body: Record<string, unknown>): Chosen {
  const sent = [body.row].flat().filter((value) => uuid.safeParse(value).success) as string[]
  const query = typeof body.list === 'string' ? queryObject(body.list) : {}
  return { ids: [...new Set(sent)].slice(0, mostChosen), query }
}

/** The form around a table whose rows can be chosen, with the bar that says how many are and what can be done with them. */
export function Selection<Row>(props: ListProps<Row> & { children: ComponentChildren }) {
  const { visit, list, state, children } = props
  const actions = actionsFor(props)
  if (actions.length === 0) return children
  const { page, size } = state
  const query = listHref(list, state, { page, size }).split('?')[1] ?? ''
  return (
    <form method="post" action={href(visit, actions[0]!.path)} class="selection">
      <input type="hidden" name="list" value={query} />
      {children}
      <div class="savebar selection-bar">
        <p data-chosen>{listPhrases(visit.language).chosen}</p>
        {actions.map((action) => (
          // Each address has a token of its own, and a form sends only that of the button that was pressed.
          <Button
            key={action.path}
            icon={action.icon}
            formaction={href(visit, action.path)}
            name="_token"
            value={formToken(visit, action.path)}
          >
            {action.label(visit.language)}
          </Button>
        ))}
      </div>
    </form>
  )
}

/** How the table chooses its rows; undefined where nothing can be done with several. */
export function choosingOf<Row>(props: ListProps<Row>): Choosing | undefined {
  const { visit, list, state } = props
  if (actionsFor(props).length === 0) return undefined
  const allHref = href(visit, listHref(list, state, { page: state.page, allChosen: true }))
  return { name: 'row', all: listPhrases(visit.language).choose_all, allHref, allChosen: state.allChosen ?? false }
}

/** The box of one row. */
export function choiceOf<Row>({ visit, list, state }: ListProps<Row>, row: Row): TableRow['choice'] {
  if (!list.selection) return undefined
  if (list.selection.offers?.(row) === false) return null
  const name = valueText(plainValue(list.columns[0]!, row, visit))
  return { value: list.key(row), label: listPhrases(visit.language).choose_one(name), checked: state.allChosen ?? false }
}

function actionsFor<Row>({ visit, list }: ListProps<Row>): ListAction[] {
  return (list.selection?.actions ?? []).filter((action) => action.when?.(visit.actor) ?? true)
}
