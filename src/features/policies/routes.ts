import { signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { windowPhrases } from '../deadlines/window-phrases.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { policyList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { policyRecord } from './record.tsx'

export const routes = [
  ...listRoutes(policyList, signedIn, listPage),
  ...recordRoutes(policyRecord, signedIn, ({ language }) => ({
    event: windowPhrases(language).done_entered,
    event_withdrawn: windowPhrases(language).done_withdrawn,
  })),
]
