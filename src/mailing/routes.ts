import { router } from '../platform/web.ts'
import { blockRoutes } from './compose/blockRoutes.tsx'
import { checkRoutes } from './compose/checks/checkRoutes.tsx'
import { lookRoutes } from './compose/lookRoutes.tsx'
import { writeRoutes } from './compose/writeRoutes.tsx'
import { letterListRoutes } from './office/letterListRoutes.tsx'
import { preferenceRoutes } from './readers/preferenceRoutes.tsx'
import { unsubscribeRoutes } from './readers/unsubscribeRoutes.tsx'

/** Letters in the office, and what readers of them open. */
export const routes = router()
for (const part of [
  letterListRoutes,
  writeRoutes,
  blockRoutes,
  lookRoutes,
  checkRoutes,
  unsubscribeRoutes,
  preferenceRoutes,
]) {
  routes.route('/', part)
}
