import { router } from '../../platform/web.ts'
import { addressRoutes } from '../emails/addressRoutes.tsx'
import { addRoutes } from './addRoutes.tsx'
import { bodyRoutes } from './bodyRoutes.tsx'
import { exportRoutes } from './exportRoutes.tsx'
import { ledgerRoutes } from './ledgerRoutes.tsx'
import { listRoutes } from './listRoutes.tsx'
import { messageRoutes } from './messageRoutes.tsx'
import { recordRoutes } from './recordRoutes.tsx'
import { tieRoutes } from './tieRoutes.tsx'

/** The register as officers keep it. */
export const registerRoutes = router()
for (const part of [
  listRoutes,
  addRoutes,
  bodyRoutes,
  exportRoutes,
  recordRoutes,
  ledgerRoutes,
  messageRoutes,
  tieRoutes,
  addressRoutes,
])
  registerRoutes.route('/', part)
