import type { ComponentChildren } from 'preact'
import { shortDate } from '../../platform/format.ts'
import { Time } from './Time.tsx'

/** `at` is an instant, or a day (`2026-11-25`) where nobody knows the hour. */
export type TimelineEntry = { text: ComponentChildren; at: Date | string; detail?: ComponentChildren }

/** What happened, newest first (the caller sorts). */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <li key={index}>
          <p>{entry.text}</p>
          {entry.detail && <div class="muted small">{entry.detail}</div>}
          {typeof entry.at === 'string' ? (
            <time datetime={entry.at}>{shortDate(entry.at)}</time>
          ) : (
            <Time at={entry.at} relative />
          )}
        </li>
      ))}
    </ol>
  )
}
