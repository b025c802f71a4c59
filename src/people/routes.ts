import { router } from '../platform/web.ts'
import { officerRoutes } from './officerRoutes.tsx'
import { signInRoutes } from './signInRoutes.tsx'

export const routes = router()
routes.route('/', signInRoutes)
routes.route('/', officerRoutes)
