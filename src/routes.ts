import { routes as accountRegister } from './features/account-register/routes.ts'
import { routes as activation } from './features/activation/routes.ts'
import { routes as attachments } from './features/attachments/routes.ts'
import { routes as audit } from './features/audit/routes.ts'
import { routes as claimReports } from './features/claim-reports/routes.ts'
import { routes as claimWork } from './features/claim-work/routes.ts'
import { routes as claims } from './features/claims/routes.ts'
import { routes as companies } from './features/companies/routes.ts'
import { routes as confirmation } from './features/confirmation/routes.ts'
import { routes as contacts } from './features/contacts/routes.ts'
import { routes as deadlines } from './features/deadlines/routes.ts'
import { routes as documentZips } from './features/document-zips/routes.ts'
import { routes as documents } from './features/documents/routes.ts'
import { routes as gallery } from './features/gallery/routes.ts'
import { routes as group } from './features/group/routes.ts'
import { routes as home } from './features/home/routes.ts'
import { routes as brand } from './features/house/brand.ts'
import { routes as imports } from './features/imports/routes.ts'
import { routes as inbox } from './features/inbox/routes.ts'
import { routes as insuredObjects } from './features/insured-objects/routes.ts'
import { routes as invoices } from './features/invoices/routes.ts'
import { routes as live } from './features/live/routes.ts'
import { routes as mailbox } from './features/mailbox/routes.ts'
import { routes as messages } from './features/messages/routes.ts'
import { routes as notifications } from './features/notifications/routes.ts'
import { routes as passwordReset } from './features/password-reset/routes.ts'
import { routes as policies } from './features/policies/routes.ts'
import { routes as portalAccounts } from './features/portal-accounts/routes.ts'
import { routes as premiumInvoices } from './features/premium-invoices/routes.ts'
import { routes as profile } from './features/profile/routes.ts'
import { routes as savedViews } from './features/saved-views/routes.ts'
import { routes as search } from './features/search/routes.ts'
import { routes as secondFactor } from './features/second-factor/routes.ts'
import { routes as serviceRequests } from './features/service-requests/routes.ts'
import { routes as settings } from './features/settings/routes.ts'
import { routes as sharing } from './features/sharing/routes.ts'
import { routes as signIn } from './features/sign-in/routes.ts'
import { routes as staff } from './features/staff/routes.ts'
import { routes as terms } from './features/terms/routes.ts'
import { routes as textModules } from './features/text-modules/routes.ts'
import { routes as vehicleChanges } from './features/vehicle-changes/routes.ts'
import type { Route } from './platform/routes.ts'

/** The table of contents: every address of the portal, one line per feature. */
export const routes: Route[] = [
  ...accountRegister,
  ...activation,
  ...attachments,
  ...audit,
  ...brand,
  ...claimReports,
  ...claimWork,
  ...claims,
  ...companies,
  ...confirmation,
  ...contacts,
  ...deadlines,
  ...documentZips,
  ...documents,
  ...gallery,
  ...group,
  ...home,
  ...imports,
  ...inbox,
  ...insuredObjects,
  ...invoices,
  ...live,
  ...mailbox,
  ...messages,
  ...notifications,
  ...passwordReset,
  ...policies,
  ...portalAccounts,
  ...premiumInvoices,
  ...profile,
  ...savedViews,
  ...search,
  ...secondFactor,
  ...serviceRequests,
  ...settings,
  ...sharing,
  ...signIn,
  ...staff,
  ...terms,
  ...textModules,
  ...vehicleChanges,
]
