import { router } from '../platform/web.ts'
import { importRoutes } from './import/importRoutes.tsx'
import { officeRoutes } from './office/routes.ts'
import { publicRoutes } from './public/routes.ts'
import { readsRoutes } from './reads/readsRoutes.tsx'

/** The website and its office, but for the addresses that are data. */
export const routes = router()
for (const part of [officeRoutes, importRoutes, readsRoutes, publicRoutes]) routes.route('/', part)
