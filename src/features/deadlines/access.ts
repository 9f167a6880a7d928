import type { Access } from '../../platform/routes.ts'

/**
 * A calendar address is for people at customer firms. It would carry the deadlines of every customer at once out of the
 * house if staff had one, so for them it does not exist.
 */
export const ownCalendar: Access = (actor) =>
  actor.kind === 'visitor' ? 'sign_in' : actor.kind === 'customer' ? 'yes' : 'forbidden'
