import { allow } from '../../platform/refusal.ts'
import { router, uuid } from '../../platform/web.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import { ResultsPage } from './pages/ResultsPage.tsx'
import { readResults } from './results.ts'

export const RESULTS = `/office/letters/:id{${uuid}}/results` as const

/** What came of a letter. */
export const resultsRoutes = router()

resultsRoutes.get(RESULTS, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const results = await c.var.read((tx) => readResults(tx, c.req.param('id')))
  return c.html(<ResultsPage frame={c.var.officeFrame()} results={results} />)
})
