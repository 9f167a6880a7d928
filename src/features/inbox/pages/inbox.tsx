import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { Region } from '../../../ui/components/Toolbar.tsx'
import { portalPage } from '../../house/page.tsx'
import { answerErrors } from '../../messages/thread.tsx'
import { textsPhrases } from '../../text-modules/phrases.ts'
import { setsPromise } from '../access.ts'
import type { ItemState } from '../item-state.ts'
import { type OverviewKey, overviewKeys, overviews } from '../overviews.ts'
import { inboxPhrases } from '../phrases.ts'
import type { Counts, Listed } from '../queries.ts'
import { overviewName } from '../words.ts'
import { ItemView } from './item.tsx'
import { ListColumn } from './rows.tsx'

type View = Omit<Visit, 'db'>

export interface InboxState {
  key: OverviewKey
  search: string
  listed: Listed
  counts: Counts
  /** How many hours the brokerage promises. */
  hours: number
  handlers: { id: string; name: string }[]
  open: ItemState | null
  done?: string | null
  /** What could not be done, as a sentence. */
  warning?: string | null
  unread: number
}

/** The inbox: overviews, list and the open item side by side; on a phone one after the other. */
export function inboxPage(visit: View, state: InboxState) {
  const t = inboxPhrases(visit.language)
  const { open, unread, done } = state
  const errors = open ? errorsOf(open) : []
  return portalPage(visit, {
    title: t.title,
    area: 'inbox',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    actions: (
      <>
        <LinkButton href={href(visit, '/inbox/texts')} icon="pencil">
          {textsPhrases(visit.language).title}
        </LinkButton>
        {setsPromise(visit.actor) && (
          <LinkButton href={href(visit, '/inbox/promise')} icon="clock">
            {t.promise}
          </LinkButton>
        )}
      </>
    ),
    error: errors.length > 0,
    done,
    unread,
    children: (
      <div class="inbox">
        {state.warning && (
          <Note kind="warn">
            <p>{state.warning}</p>
          </Note>
        )}
        <Overviews visit={visit} state={state} />
        <ListColumn visit={visit} state={state} />
        <div class="inbox-item">
          <Region id="inbox-item">
            {open ? (
              <ItemView visit={visit} state={open} overview={state.key} errors={errors} />
            ) : (
              <EmptyState icon="inbox" title={t.choose_one} text={<span class="js-only by-key">{t.choose_keys}</span>} />
            )}
          </Region>
        </div>
      </div>
    ),
  })
}

function errorsOf({ answer, back }: ItemState): { field: string; message: string }[] {
  return [
    ...answerErrors(answer),
    ...(back.note ? [{ field: 'note', message: back.note.error }] : []),
    ...(back.snooze ? [{ field: 'day', message: back.snooze.error }] : []),
  ]
}

function Overviews({ visit, state: { key: current, counts, hours } }: { visit: View; state: InboxState }) {
  const t = inboxPhrases(visit.language)
  return (
    <nav class="inbox-overviews" aria-label={t.overviews}>
      <ul class="plain-list">
        {overviewKeys.map((key) => (
          <li key={key}>
            <a
              class="nav-link"
              href={href(visit, `/inbox?v=${key}`)}
              aria-current={key === current ? 'true' : undefined}
              data-late={(key === 'late' && counts.late > 0) || undefined}
            >
              <Icon name={overviews[key].icon} />
              <span class="nav-label">{overviewName(key, hours, visit.language)}</span>
              {overviews[key].counted && <span class="count">{count(counts[key])}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
