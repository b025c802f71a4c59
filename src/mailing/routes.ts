import { router } from '../platform/web.ts'
import { blockRoutes } from './compose/blockRoutes.tsx'
import { writeRoutes } from './compose/writeRoutes.tsx'
import { audienceRoutes } from './office/audienceRoutes.tsx'
import { letterListRoutes } from './office/letterListRoutes.tsx'
import { resultsRoutes } from './office/resultsRoutes.tsx'
import { sendingRoutes } from './office/sendingRoutes.tsx'
import { preferenceRoutes } from './readers/preferenceRoutes.tsx'
import { unsubscribeRoutes } from './readers/unsubscribeRoutes.tsx'

const office = [letterListRoutes, audienceRoutes, sendingRoutes, resultsRoutes]

/** Letters in the office, and what readers of them open. */
export const routes = router()
for (const part of [...office, writeRoutes, blockRoutes, unsubscribeRoutes, preferenceRoutes]) {
  routes.route('/', part)
}
