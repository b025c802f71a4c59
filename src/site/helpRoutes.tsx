import { router } from '../platform/web.ts'
import { HelpPage } from './pages/HelpPage.tsx'

export const helpRoutes = router()

helpRoutes.get('/office/help', (c) => c.html(<HelpPage frame={c.var.officeFrame()} />))
