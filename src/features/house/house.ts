import type { House } from '../../platform/serve.ts'
import { errorPage } from './page.tsx'

/** What the platform needs of the house. */
export const house: House = {
  errorPage,
  resume: async () => null,
  signInPath: (returnTo) => `/PortalLogin?returnurl=${encodeURIComponent(returnTo).replace(/%2F/g, '%2f')}`,
}
