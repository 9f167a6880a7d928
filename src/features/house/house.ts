import type { House } from '../../platform/serve.ts'
import { keepAndConfirm, takeProof } from '../confirmation/confirm.ts'
import { elsewherePath } from '../sign-in/company.ts'
import { resume } from '../sign-in/remember.ts'
import { errorPage } from './page.tsx'

/** What the platform needs of the house. */
export const house: House = {
  errorPage,
  resume,
  elsewherePath,
  signInPath: (returnTo) => `/PortalLogin?returnurl=${encodeURIComponent(returnTo).replace(/%2F/g, '%2f')}`,
  confirmPath: (returnTo) => `/confirm?returnurl=${encodeURIComponent(returnTo).replace(/%2F/g, '%2f')}`,
  confirmPage: keepAndConfirm,
  confirm: takeProof,
  factorPath: (returnTo) => `/profile/second-factor/app?returnurl=${encodeURIComponent(returnTo).replace(/%2F/g, '%2f')}`,
  termsPath: (returnTo) => `/terms/accept?returnurl=${encodeURIComponent(returnTo).replace(/%2F/g, '%2f')}`,
}
