import { router } from '../platform/web.ts'
import { blockRoutes } from './compose/blockRoutes.tsx'
import { writeRoutes } from './compose/writeRoutes.tsx'
import { letterListRoutes } from './office/letterListRoutes.tsx'
import { answerRoutes } from './readers/answerRoutes.tsx'
import { answersRoutes } from './readers/answersRoutes.tsx'
import { letterPageRoutes } from './readers/letterPageRoutes.tsx'
import { preferenceRoutes } from './readers/preferenceRoutes.tsx'
import { unsubscribeRoutes } from './readers/unsubscribeRoutes.tsx'

/** Letters in the office, and what readers of them open. */
export const routes = router()
for (const part of [
  letterListRoutes, //
  writeRoutes,
  blockRoutes,
  unsubscribeRoutes,
  preferenceRoutes,
  answerRoutes,
  answersRoutes,
  letterPageRoutes,
]) {
  routes.route('/', part)
}
