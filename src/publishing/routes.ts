import { router } from '../platform/web.ts'
import { commentOfficeRoutes } from './comments/officeRoutes.tsx'
import { commentRoutes } from './comments/publicRoutes.tsx'
import { exportRoutes } from './export/exportRoutes.tsx'
import { importRoutes } from './import/importRoutes.tsx'
import { officeRoutes } from './office/routes.ts'
import { officerPageRoutes } from './officers/officerPageRoutes.tsx'
import { placedRoutes } from './provenance/placedRoutes.tsx'
import { publicRoutes } from './public/routes.ts'
import { readsRoutes } from './reads/readsRoutes.tsx'
import { seriesOfficeRoutes } from './series/officeRoutes.tsx'
import { seriesRoutes } from './series/publicRoutes.tsx'

/** The website and its office, but for the addresses that are data. */
export const routes = router()
const comments = [commentOfficeRoutes, commentRoutes]
for (const part of [
  officeRoutes,
  importRoutes,
  exportRoutes,
  readsRoutes,
  placedRoutes,
  seriesOfficeRoutes,
  seriesRoutes,
  officerPageRoutes,
  ...comments,
  publicRoutes,
]) {
  routes.route('/', part)
}
