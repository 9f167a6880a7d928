import { get, page, type Route, staffOnly } from '../../platform/routes.ts'
import { hubPage } from './pages/hub.tsx'

export const routes: Route[] = [get('/settings', staffOnly, async (visit) => page(hubPage(visit)))]
