import type { SetCookie } from '../../platform/routes.ts'
import { seal, unseal } from '../../platform/secrets.ts'
import { origin, type Visit } from '../../platform/visit.ts'

// A new address travels from the form to the page that shows it in a sealed cookie: in no URL, no history and no log.

const maxAge = 300

function name(visit: Pick<Visit, 'services'>): string {
  return visit.services.config.scheme === 'https' ? '__Host-calendar' : 'calendar'
}

/** The cookie that shows the new secret on the next page. */
export function showOnce(visit: Visit, feedId: string, token: string): SetCookie {
  return { name: name(visit), value: seal(visit.services.keys.device, { feedId, token }), maxAge }
}

/** Takes the cookie away again. */
export function shown(visit: Visit): SetCookie {
  return { name: name(visit), value: null }
}

/** The address that was just made for this feed, or null where there is nothing (any more) to show. */
export function addressToShow(visit: Visit, feedId: string | undefined): string | null {
  const sealed = visit.cookies[name(visit)]
  if (!sealed || !feedId) return null
  try {
    const kept = unseal<{ feedId: string; token: string }>(visit.services.keys.device, sealed)
    return kept.feedId === feedId ? feedAddress(visit, kept.token) : null
  } catch {
    return null
  }
}

/** `https://6323.portal.example.ch/calendar/….ics`: what a calendar subscribes to. */
function feedAddress(visit: Visit, token: string): string {
  return `${origin(visit.services, visit.brokerage.host)}/calendar/${token}.ics`
}
