import { signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { premiumInvoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { premiumInvoiceRecord } from './record.tsx'

export const routes = [...listRoutes(premiumInvoiceList, signedIn, listPage), ...recordRoutes(premiumInvoiceRecord, signedIn)]
