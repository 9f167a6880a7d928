import { routes as gallery } from './features/gallery/routes.ts'
import { routes as home } from './features/home/routes.ts'
import { routes as brand } from './features/house/brand.ts'
import { routes as policies } from './features/policies/routes.ts'
import { routes as profile } from './features/profile/routes.ts'
import type { Route } from './platform/routes.ts'

/** The table of contents: every address of the portal, one line per feature. */
export const routes: Route[] = [...brand, ...gallery, ...home, ...policies, ...profile]
