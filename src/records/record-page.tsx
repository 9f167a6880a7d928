import type { ComponentChildren } from 'preact'
import type { Visit } from '../platform/visit.ts'
import { DataSourceCard } from './data-source.tsx'
import type { Around } from './record-around.ts'
import type { RecordDescription } from './record-description.ts'
import { FactCards } from './record-facts.tsx'
import { TimelineCard } from './record-timeline.tsx'
import { WhoSeesCard } from './who-sees-card.tsx'

interface Props<R> {
  visit: Omit<Visit, 'db'>
  description: RecordDescription<R>
  record: R
  around: Around
  /** What features know that this layer does not. */
  conversation: ComponentChildren
  documents: ComponentChildren
  deadlines: ComponentChildren
}

/** The body of every record page: facts and what hangs on the record to the left; what is due, who sees it and its past to the right. */
export function RecordBody<R>({ visit, description, record, around, conversation, documents, deadlines }: Props<R>) {
  const { standing, happened, seers } = around
  return (
    <div class="stack">
      {description.notes?.(record, visit)}
      <div class="split wide-first record">
        <div class="stack">
          {description.front?.(record, visit)}
          <FactCards groups={description.facts(record, visit)} />
          {description.more?.(record, visit)}
          {description.related?.(record, visit)}
          {documents}
          {conversation}
        </div>
        <div class="stack">
          {description.side?.(record, visit)}
          {deadlines}
          {standing.managed && <WhoSeesCard visit={visit} standing={standing} seers={seers} />}
          <TimelineCard visit={visit} words={description} happened={happened} past={description.past?.(record, visit) ?? []} />
          <DataSourceCard visit={visit} standing={standing} />
        </div>
      </div>
    </div>
  )
}
