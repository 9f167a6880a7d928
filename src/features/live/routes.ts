import { openLive } from '../../platform/live.ts'
import { anyone, get } from '../../platform/routes.ts'
import { readFollowed } from './followed.ts'

export const routes = [
  // The stream of one open page. Without anything to follow, or when the sign-in is over, there is nothing to come back for (204): a
  // redirect to the sign-in would only be an error in the browser's console.
  get(
    '/live',
    anyone,
    async (visit, { query }) => {
      const followed = readFollowed(query.t, visit.lastEvent ?? null)
      if (followed.length === 0 || visit.actor.kind === 'visitor')
        return { kind: 'text', status: 204, type: 'text/plain', body: '' }
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
