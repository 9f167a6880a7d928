import { jobs as audit } from './features/audit/jobs.ts'
import { jobs as documentZips } from './features/document-zips/jobs.ts'
import { jobs as imports } from './features/imports/jobs.ts'
import { jobs as mails } from './features/mails/jobs.ts'
import { jobs as notifications } from './features/notifications/jobs.ts'
import { jobs as passwordReset } from './features/password-reset/jobs.ts'
import { jobs as retention } from './features/retention/jobs.ts'
import { jobs as search } from './features/search/jobs.ts'
import { jobs as staff } from './features/staff/jobs.ts'
import { jobs as virusScan } from './features/virus-scan/jobs.ts'
import type { Job } from './platform/jobs.ts'

/** All later work, one line per feature, as `routes.ts` is for addresses. */
export const jobs: Job[] = [
  ...audit,
  ...documentZips,
  ...imports,
  ...mails,
  ...notifications,
  ...passwordReset,
  ...retention,
  ...search,
  ...staff,
  ...virusScan,
]
