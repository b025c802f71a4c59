import { router } from '../../platform/web.ts'
import { erasureRoutes } from './erasureRoutes.tsx'
import { myRequestRoutes } from './myRequestRoutes.tsx'
import { requestRoutes } from './requestRoutes.tsx'
import { requestWorkRoutes } from './requestWorkRoutes.tsx'
import { retentionRoutes } from './retentionRoutes.tsx'
import { suppressionRoutes } from './suppressionRoutes.tsx'

export const rightsRoutes = router()
for (const part of [
  myRequestRoutes,
  requestRoutes,
  requestWorkRoutes,
  erasureRoutes,
  retentionRoutes,
  suppressionRoutes,
])
  rightsRoutes.route('/', part)
