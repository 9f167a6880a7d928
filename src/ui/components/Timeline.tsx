import type { ComponentChildren } from 'preact'
import { Time } from './Time.tsx'

export type TimelineEntry = { text: ComponentChildren; at: Date; detail?: ComponentChildren }

/** What happened, newest first (the caller sorts). */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <li key={index}>
          <p>{entry.text}</p>
          {entry.detail && <div class="muted small">{entry.detail}</div>}
          <Time at={entry.at} relative />
        </li>
      ))}
    </ol>
  )
}
