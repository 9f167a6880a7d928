import { get, page, type Route, staffOnly } from '../../platform/routes.ts'
import { lastBySource } from '../imports/run-queries.ts'
import { hubPage } from './pages/hub.tsx'

export const routes: Route[] = [get('/settings', staffOnly, async (visit) => page(hubPage(visit, await lastBySource(visit.db))))]
