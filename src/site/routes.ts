import { router } from '../platform/web.ts'
import { todayRoutes } from './todayRoutes.tsx'

export const routes = router()
routes.route('/', todayRoutes)
