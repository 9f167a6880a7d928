import type { ComponentChildren } from 'preact'
import { shortDate } from '../platform/format.ts'
import type { Language } from '../platform/phrases.ts'
import { href, type Visit } from '../platform/visit.ts'
import { Card } from '../ui/components/Card.tsx'
import { Timeline, type TimelineEntry } from '../ui/components/Timeline.tsx'
import type { FieldWords, PastDay, RecordDescription } from './record-description.ts'
import { recordPagePhrases } from './record-page-phrases.ts'
import type { Doer, Happened } from './timeline.ts'

type View = Pick<Visit, 'language'>
type Words = Pick<RecordDescription<never>, 'fields' | 'events'>

const atOnce = 8

/** What happened to a record, newest first: its own days, changes, messages, requests, documents. */
export function TimelineCard({
  visit,
  words,
  happened,
  past,
}: {
  visit: View
  words: Words
  happened: Happened[]
  past: PastDay[]
}) {
  const t = recordPagePhrases(visit.language)
  const entries = [
    ...happened.map((one) => entryOf(one, visit, words)).filter((entry) => entry !== null),
    ...past.map(({ day, text }): TimelineEntry => ({ at: day, text })),
  ].sort((a, b) => moment(b).localeCompare(moment(a)))
  if (entries.length === 0) return null
  const rest = entries.slice(atOnce)
  return (
    <Card id="history" title={t.history}>
      <Timeline entries={entries.slice(0, atOnce)} />
      {rest.length > 0 && (
        <details class="earlier">
          <summary>{t.earlier(rest.length)}</summary>
          <Timeline entries={rest} />
        </details>
      )}
    </Card>
  )
}

// A day without an hour stands below what happened on it.
const moment = ({ at }: TimelineEntry) => (typeof at === 'string' ? at : at.toISOString())

/** One thing that happened, in words; null for what is not told here. */
function entryOf(one: Happened, visit: View, words: Words): TimelineEntry | null {
  const t = recordPagePhrases(visit.language)
  const entry = (text: ComponentChildren, detail = doneBy(one.by, visit.language)) => ({ at: one.at, text, detail })
  switch (one.kind) {
    case 'event': {
      const text = words.events?.[one.about.verb]?.(one.about.details, visit.language)
      return text ? entry(text) : null
    }
    case 'changed': {
      const text = changesInWords(one.about.changes, words.fields, visit.language)
      const asOf = one.by.side === 'system' && one.about.dataAsOf
      return text ? entry(text, asOf ? t.by_system_as_of(shortDate(asOf)) : undefined) : null
    }
    case 'arrived':
      return entry(one.about.imported ? t.arrived : t.entered)
    case 'message':
      return entry(linked(t.message, one.about, `/messages/${one.about.id}`, visit))
    case 'request':
      return entry(linked(t.request, one.about, `/requests/${one.about.id}`, visit))
    case 'document':
      return entry(linked(t.document, one.about, `/documents/${one.about.id}`, visit))
  }
}

function linked(what: string, { subject }: { subject: string }, path: string, visit: View) {
  return (
    <>
      {recordPagePhrases(visit.language).colon(what)} <a href={href(visit, path)}>{subject}</a>
    </>
  )
}

/** «Status: offen → bezahlt»; columns without words are left out. */
function changesInWords(
  changes: Record<string, [string | null, string | null]>,
  fields: Record<string, FieldWords>,
  language: Language,
): string {
  const t = recordPagePhrases(language)
  return Object.entries(fields)
    .flatMap(([column, { label, value }]) => {
      const change = changes[column]
      if (!change) return []
      const [before, after] = change.map((one) => (one === null ? '' : value(one, language)) || t.unknown)
      return [`${t.colon(label(language))} ${before} → ${after}`]
    })
    .join('; ')
}

/** From whom it came: by name only where the reader may know it. */
export function doneBy(by: Doer, language: Language): string {
  const t = recordPagePhrases(language)
  if (by.side === 'you') return t.by_you
  return by.name || t[`by_${by.side}`]
}
