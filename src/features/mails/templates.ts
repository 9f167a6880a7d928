import { auditAnchor } from './templates/audit-anchor.ts'
import { auditBroken } from './templates/audit-broken.ts'
import { claimReported } from './templates/claim-reported.ts'
import type { MailEvent } from './templates/event.ts'
import { newDevice } from './templates/new-device.ts'
import { passwordChanged } from './templates/password-changed.ts'
import { passwordReset } from './templates/password-reset.ts'
import { portalDaily } from './templates/portal-daily.ts'
import { portalNews } from './templates/portal-news.ts'
import { rememberReuse } from './templates/remember-reuse.ts'
import { roleRequest } from './templates/role-request.ts'
import { rolesChanged } from './templates/roles-changed.ts'
import { secondFactorChanged } from './templates/second-factor-changed.ts'
import { secondFactorReset } from './templates/second-factor-reset.ts'
import { signInAfterFailures } from './templates/sign-in-after-failures.ts'
import { staffInvited } from './templates/staff-invited.ts'
import { welcome } from './templates/welcome.ts'

/** Placeholders that every mail knows; the worker fills them. */
export const always = ['brokerage', 'portal_link', 'terms_link'] as const

/** The names that the manual's own mail uses for ours. */
export const aliases: Record<string, string> = {
  winvs_emailconfirmationlink: 'link',
  winvs_temporarypassword: 'temporary_password',
}

/** Every mail of the portal, by the name that the outbox and a brokerage's own texts know it by. One file each in `templates/`. */
export const mailEvents = {
  welcome,
  password_reset: passwordReset,
  password_changed: passwordChanged,
  remember_reuse: rememberReuse,
  new_device: newDevice,
  second_factor_changed: secondFactorChanged,
  second_factor_reset: secondFactorReset,
  sign_in_after_failures: signInAfterFailures,
  roles_changed: rolesChanged,
  role_request: roleRequest,
  portal_news: portalNews,
  portal_daily: portalDaily,
  claim_reported: claimReported,
  audit_anchor: auditAnchor,
  audit_broken: auditBroken,
  staff_invited: staffInvited,
} satisfies Record<string, MailEvent>

export type MailEventName = keyof typeof mailEvents

/** Whether people choose if they get this mail: see `MailEvent`. */
export function choiceOf(event: MailEventName): MailEvent['choice'] {
  return (mailEvents[event] as MailEvent).choice
}

/** True for the name of one of our mails. */
export function isMailEvent(name: string): name is MailEventName {
  return Object.hasOwn(mailEvents, name)
}
