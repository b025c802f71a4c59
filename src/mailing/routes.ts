import { router } from '../platform/web.ts'
import { replyRoutes } from './mailbox/replyRoutes.tsx'
import { letterListRoutes } from './office/letterListRoutes.tsx'

/** Letters in the office, and what readers of them open. */
export const routes = router()
for (const part of [
  letterListRoutes, //
  replyRoutes,
]) {
  routes.route('/', part)
}
