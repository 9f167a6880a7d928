import type { Followed } from '../../platform/live-stream.ts'
import { topics } from './topics.ts'

const mostTopics = 8

/**
 * What a page follows, from `t=conversation:<id>@<mark>` in the address. A page that comes back says with its last event how far it
 * was: those marks count. What cannot be read is left out.
 */
export function readFollowed(asked: unknown, lastEvent: string | null): Followed[] {
  const since = new Map((lastEvent ?? '').split(' ').flatMap((text) => pairOf(text)))
  const texts: unknown[] = Array.isArray(asked) ? asked : [asked]
  const found = new Map<string, Followed>()
  for (const [name, mark] of texts.slice(0, mostTopics).flatMap(pairOf)) {
    const [kind, id = ''] = name.split(':')
    const topic = topics.find((one) => one.kind === kind)
    if (topic) found.set(name, { topic, id, mark: since.get(name) ?? mark })
  }
  return [...found.values()]
}

function pairOf(text: unknown): [name: string, mark: string][] {
  const [, name, mark] = (typeof text === 'string' && followedPattern.exec(text)) || []
  return name !== undefined && mark !== undefined ? [[name, mark]] : []
}

const followedPattern =
  /^([a-z_]{1,30}:(?:me|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))@([A-Za-z0-9.-]{0,80})$/
