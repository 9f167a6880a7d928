import { isKind, type Kind, type Occasion } from './kinds.ts'
import type { Described } from './records.ts'

/** One notification of the actor, as it stands in the table. */
export interface Row {
  id: string
  occasion: string
  kind: string
  about_kind: string | null
  about_id: string | null
  group_id: string
  detail: string | null
  actor_name: string
  created_at: Date
  read_at: Date | null
  /** False: wanted by mail alone. */
  portal: boolean
  /** In Swiss time, ISO. */
  day: string
}

/** One record that a line tells about. */
export interface Item {
  /** The notification. */
  id: string
  kind: Kind
  detail: string | null
  by: string
  at: Date
  read: boolean
  /** Wanted by mail alone: it counts as read and is never unread. */
  mailOnly?: boolean
  about: Described | null
}

/** What happened of one kind: one sentence, a link, and the records it is about. */
export interface Line {
  kind: Kind
  occasion: Occasion
  items: Item[]
  /** How many records; with `more`, at least so many. */
  count: number
  more: boolean
}

/** What happened in one day to one record and what hangs on it. */
export interface Group {
  /** The newest notification, which stands for the group in addresses. */
  id: string
  day: string
  at: Date
  unread: boolean
  /** What everything in it hangs on, where that exists for the actor. */
  on: Described | null
  lines: Line[]
}

/** What belongs together in a day, in the order of the newest. */
export function together(rows: readonly Row[]): Row[][] {
  return [...Map.groupBy(rows, (row) => `${row.day} ${row.group_id}`).values()]
}

/**
 * As many of the newest groups as fill a page. A day is never torn apart unless it fills more than was read, so that its groups are
 * whole. `after` is the last row of them: older pages begin below it.
 */
export function pageOf(rows: readonly Row[], read: { limit: number; full: boolean }): { groups: Row[][]; after: string | null } {
  const days = [...Map.groupBy(rows, (row) => row.day).values()]
  // What was read last may be a part of its day.
  const whole = read.full && days.length > 1 ? days.slice(0, -1) : days
  const kept: Row[] = []
  let used = 0
  for (const day of whole) {
    if (used > 0 && together(kept).length >= read.limit) break
    kept.push(...day)
    used++
  }
  const more = kept.length < rows.length || read.full
  return { groups: together(kept), after: more ? (kept.at(-1)?.id ?? null) : null }
}

/** Draws up a group of what is known of the records; null where nothing of it exists for the actor any more. */
export function groupOf(rows: readonly Row[], known: Map<string, Described>): Group | null {
  const lines = [...Map.groupBy(rows, ({ kind }) => kind).values()].flatMap((same) => lineOf(same, known) ?? [])
  const [newest] = rows
  if (!newest || lines.length === 0) return null
  const items = lines.flatMap((line) => line.items)
  return {
    id: newest.id,
    day: newest.day,
    at: newest.created_at,
    unread: rows.some((row) => row.read_at === null),
    on: sharedBy(items, known),
    lines,
  }
}

function lineOf(rows: readonly Row[], known: Map<string, Described>): Line | null {
  const [newest] = rows
  if (!newest || !isKind(newest.kind)) return null
  const { kind } = newest
  // Told twice about the same record, the newest word counts.
  const items = [...Map.groupBy(rows, (row) => row.about_id ?? row.id).values()].flatMap(([row]) => {
    const about = row!.about_id ? known.get(row!.about_id) : null
    if (about === undefined) return []
    const { id, detail, actor_name: by, created_at: at } = row!
    return [{ id, kind, detail, by, at, read: row!.read_at !== null, about, ...(!row!.portal && { mailOnly: true }) }]
  })
  return items.length === 0 ? null : { kind, occasion: newest.occasion as Occasion, items, count: items.length, more: false }
}

// What all of them hang on. A record that is itself what the others hang on counts as hanging on itself.
function sharedBy(items: readonly Item[], known: Map<string, Described>): Described | null {
  const ids = new Set(items.map(({ about }) => (about?.on && known.has(about.on.id) ? about.on.id : (about?.id ?? null))))
  const [id] = ids
  return ids.size === 1 && id ? (known.get(id) ?? null) : null
}
