import { signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { insuredObjectList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { insuredObjectRecord } from './record.tsx'

export const routes = [...listRoutes(insuredObjectList, signedIn, listPage), ...recordRoutes(insuredObjectRecord, signedIn)]
