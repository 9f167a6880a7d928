import type { Access } from '../../platform/routes.ts'

/** The trail is for those who answer for others: User Managers of their companies, and staff. */
export const readsTrail: Access = (actor) => {
  if (actor.kind === 'visitor') return 'sign_in'
  return actor.kind === 'staff' || actor.roles.has('user_manager') ? 'yes' : 'forbidden'
}
