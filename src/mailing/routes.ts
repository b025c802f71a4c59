import { router } from '../platform/web.ts'
import { letterListRoutes } from './office/letterListRoutes.tsx'

/** Letters in the office, and what readers of them open. */
export const routes = router()
for (const part of [
  letterListRoutes, //
]) {
  routes.route('/', part)
}
