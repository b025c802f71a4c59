import { router } from '../platform/web.ts'
import { BackbenchPage } from './pages/BackbenchPage.tsx'

/** What runs here. Public, because the licence gives every visitor a right to know. */
export const backbenchRoutes = router()

backbenchRoutes.get('/backbench', (c) =>
  c.html(<BackbenchPage look={c.var.look} sourceUrl={c.var.services.config.sourceUrl} />),
)
