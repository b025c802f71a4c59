import { router } from '../platform/web.ts'
import { backbenchRoutes } from './backbenchRoutes.tsx'
import { groupExportRoutes } from './export/exportRoutes.tsx'
import { helpRoutes } from './helpRoutes.tsx'
import { homeRoutes } from './homeRoutes.tsx'
import { myRoutes } from './my/myRoutes.tsx'
import { searchRoutes } from './searchRoutes.tsx'
import { settingsRoutes } from './settingsRoutes.tsx'
import { todayRoutes } from './todayRoutes.tsx'
import { undoRoutes } from './undoRoutes.tsx'

export const routes = router()
for (const part of [
  homeRoutes,
  todayRoutes,
  settingsRoutes,
  groupExportRoutes,
  searchRoutes,
  helpRoutes,
  undoRoutes,
  myRoutes,
  backbenchRoutes,
])
  routes.route('/', part)
