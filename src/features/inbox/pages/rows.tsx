import { formToken, href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { Time } from '../../../ui/components/Time.tsx'
import { SearchField, Toolbar } from '../../../ui/components/Toolbar.tsx'
import { worksInbox } from '../access.ts'
import { rowValue } from '../chosen.ts'
import { dueInWords, momentInWords } from '../due.ts'
import { inboxPhrases } from '../phrases.ts'
import type { ItemRow } from '../queries.ts'
import { kindOf, overviewName, titleOf } from '../words.ts'
import type { InboxState } from './inbox.tsx'

type View = Omit<Visit, 'db'>

/** The list of an overview: narrow rows that open beside it, with boxes for what is done with several. */
export function ListColumn({ visit, state }: { visit: View; state: InboxState }) {
  const t = inboxPhrases(visit.language)
  const { key, search, listed, hours } = state
  const works = worksInbox(visit.actor)
  return (
    <section class="inbox-list" aria-labelledby="inbox-list-title">
      <h2 class="vh" id="inbox-list-title">
        {overviewName(key, hours, visit.language)}
      </h2>
      <Toolbar action={href(visit, '/inbox')} label={t.list}>
        <input type="hidden" name="v" value={key} />
        <SearchField name="q" value={search} label={t.search} />
      </Toolbar>
      {listed.rows.length === 0 ? (
        <EmptyState icon="inbox" title={t.nothing} text={search ? t.nothing_found : t.nothing_text} level={3} />
      ) : works ? (
        <form method="post" action={href(visit, '/inbox/assignment')} class="selection">
          <input type="hidden" name="list" value={key} />
          <Rows visit={visit} state={state} works />
          <Bulk visit={visit} state={state} />
        </form>
      ) : (
        <Rows visit={visit} state={state} works={false} />
      )}
    </section>
  )
}

function Rows({ visit, state, works }: { visit: View; state: InboxState; works: boolean }) {
  return (
    <>
      <ul class="plain-list inbox-rows">
        {state.listed.rows.map((row) => (
          <Row key={row.id} visit={visit} row={row} state={state} works={works} />
        ))}
      </ul>
      <Pages visit={visit} state={state} />
    </>
  )
}

function Row({ visit, row, state, works }: { visit: View; row: ItemRow; state: InboxState; works: boolean }) {
  const t = inboxPhrases(visit.language)
  const title = titleOf(row, visit.language)
  const due = dueInWords(row, visit.language)
  const current = state.open?.item.id === row.id
  return (
    <li data-row="true">
      {works && <input type="checkbox" name="row" value={rowValue(row)} aria-label={t.choose_row(title)} data-one />}
      <div class="inbox-row">
        <p class="small muted row between">
          <span>{kindOf(row, visit.language)}</span>
          <Time at={row.woken_at} relative />
        </p>
        <h3>
          <a
            href={href(visit, `/inbox/${row.id}?v=${state.key}`)}
            data-in="inbox-item"
            aria-current={current ? 'true' : undefined}
          >
            {title}
          </a>
        </h3>
        <p class="small">
          {row.company}
          {row.person && <span class="muted"> · {row.person}</span>}
        </p>
        <p class="small row">
          {row.urgent && <Badge kind="bad">{t.urgent}</Badge>}
          {row.snoozed && row.snoozed_until ? (
            <span class="muted">{t.snoozed_until(momentInWords(row.snoozed_until, visit.language))}</span>
          ) : (
            due && !row.done && <span class={`due${due.kind ? ` ${due.kind}` : ''}`}>{due.words}</span>
          )}
          <span class="muted inbox-who">
            <Icon name="user-round" />
            <span class="vh">{t.assigned_to('')}</span>
            {row.assigned ?? t.nobody}
          </span>
        </p>
      </div>
    </li>
  )
}

function Pages({ visit, state: { key, search, listed } }: { visit: View; state: InboxState }) {
  const t = inboxPhrases(visit.language)
  if (listed.page === 1 && !listed.more) return null
  const to = (page: number) => {
    const query = new URLSearchParams({ v: key, ...(search && { q: search }), s: String(page) })
    return href(visit, `/inbox?${query}`)
  }
  return (
    <p class="row between small inbox-pages">
      {listed.page > 1 ? <a href={to(listed.page - 1)}>{t.newer}</a> : <span />}
      {listed.more && <a href={to(listed.page + 1)}>{t.older}</a>}
    </p>
  )
}

// Each address has a token of its own, and a form sends only that of the button that was pressed.
function Bulk({ visit, state: { handlers, key } }: { visit: View; state: InboxState }) {
  const t = inboxPhrases(visit.language)
  const token = (path: string) => formToken(visit, path)
  const { actor } = visit
  return (
    <fieldset class="savebar inbox-bulk">
      <legend class="vh">{t.bulk}</legend>
      <label class="vh" for="f-bulk-to">
        {t.assign_to}
      </label>
      <select name="to" id="f-bulk-to" class="input">
        <option value={actor.kind === 'staff' ? actor.id : ''}>{t.take}</option>
        {handlers
          .filter(({ id }) => actor.kind !== 'staff' || id !== actor.id)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        <option value="">{t.to_team}</option>
      </select>
      <Button formaction={href(visit, '/inbox/assignment')} name="_token" value={token('/inbox/assignment')}>
        {t.assign}
      </Button>
      {key !== 'done' && (
        <Button icon="check" formaction={href(visit, '/inbox/completion')} name="_token" value={token('/inbox/completion')}>
          {t.finish}
        </Button>
      )}
    </fieldset>
  )
}
