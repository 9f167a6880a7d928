import { gallery as accountRegister } from '../account-register/gallery.tsx'
import { gallery as activation } from '../activation/gallery.tsx'
import { gallery as attachments } from '../attachments/gallery.tsx'
import { gallery as audit } from '../audit/gallery.tsx'
import { gallery as claimReports } from '../claim-reports/gallery.tsx'
import { gallery as claimWork } from '../claim-work/gallery.tsx'
import { gallery as claims } from '../claims/gallery.tsx'
import { gallery as companies } from '../companies/gallery.tsx'
import { gallery as confirmation } from '../confirmation/gallery.tsx'
import { gallery as contacts } from '../contacts/gallery.tsx'
import { gallery as deadlines } from '../deadlines/gallery.tsx'
import { gallery as documentZips } from '../document-zips/gallery.tsx'
import { gallery as documents } from '../documents/gallery.tsx'
import { gallery as group } from '../group/gallery.tsx'
import { gallery as home } from '../home/gallery.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { gallery as refusals } from '../house/gallery-refusals.tsx'
import { gallery as imports } from '../imports/gallery.tsx'
import { gallery as inbox } from '../inbox/gallery.tsx'
import { gallery as insuredObjects } from '../insured-objects/gallery.tsx'
import { gallery as invoices } from '../invoices/gallery.tsx'
import { gallery as mailbox } from '../mailbox/gallery.tsx'
import { gallery as messages } from '../messages/gallery.tsx'
import { gallery as notifications } from '../notifications/gallery.tsx'
import { gallery as passwordReset } from '../password-reset/gallery.tsx'
import { gallery as policies } from '../policies/gallery.tsx'
import { gallery as portalAccounts } from '../portal-accounts/gallery.tsx'
import { gallery as premiumInvoices } from '../premium-invoices/gallery.tsx'
import { gallery as profile } from '../profile/gallery.tsx'
import { gallery as savedViews } from '../saved-views/gallery.tsx'
import { gallery as search } from '../search/gallery.tsx'
import { gallery as secondFactor } from '../second-factor/gallery.tsx'
import { gallery as serviceRequests } from '../service-requests/gallery.tsx'
import { gallery as setUp } from '../set-up/gallery.tsx'
import { gallery as settings } from '../settings/gallery.tsx'
import { gallery as sharing } from '../sharing/gallery.tsx'
import { gallery as signIn } from '../sign-in/gallery.tsx'
import { gallery as staff } from '../staff/gallery.tsx'
import { gallery as terms } from '../terms/gallery.tsx'

/** Every page of the portal in every state, one line per feature. */
import { gallery as textModules } from '../text-modules/gallery.tsx'
import { gallery as vehicleChanges } from '../vehicle-changes/gallery.tsx'

export const galleries: Record<string, GalleryEntry[]> = {
  'account-register': accountRegister,
  activation,
  attachments,
  audit,
  'claim-reports': claimReports,
  'claim-work': claimWork,
  claims,
  companies,
  confirmation,
  contacts,
  deadlines,
  'document-zips': documentZips,
  documents,
  group,
  home,
  imports,
  inbox,
  'insured-objects': insuredObjects,
  invoices,
  mailbox,
  messages,
  notifications,
  'password-reset': passwordReset,
  policies,
  'portal-accounts': portalAccounts,
  'premium-invoices': premiumInvoices,
  profile,
  refusals,
  search,
  'second-factor': secondFactor,
  'service-requests': serviceRequests,
  'saved-views': savedViews,
  'set-up': setUp,
  settings,
  sharing,
  'sign-in': signIn,
  staff,
  terms,
  'text-modules': textModules,
  'vehicle-changes': vehicleChanges,
}
