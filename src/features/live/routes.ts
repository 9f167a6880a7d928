import { openLive } from '../../platform/live.ts'
import { restWord } from '../../platform/live-hub.ts'
import { anyone, get } from '../../platform/routes.ts'
import { readFollowed } from './followed.ts'

export const routes = [
  // The stream of one open page. Without anything to follow, or when the sign-in is over, it says at once that there is nothing to come
  // back for: anything but a stream is an error in the browser's console, and the page would ask again.
  get(
    '/live',
    anyone,
    async (visit, { query }) => {
      const followed = readFollowed(query.t, visit.lastEvent ?? null)
      if (followed.length === 0 || visit.actor.kind === 'visitor')
        return { kind: 'text', type: 'text/event-stream', body: restWord }
      return {
        kind: 'stream',
        type: 'text/event-stream',
        body: await openLive(visit, followed),
        // Proxies neither keep it nor wait for its end.
        headers: { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
      }
    },
    { endless: true },
  ),
]
