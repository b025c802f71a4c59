import { allow } from '../../platform/refusal.ts'
import { router } from '../../platform/web.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import { listForm, readLetters } from './letterList.ts'
import { LettersPage } from './pages/LettersPage.tsx'

/** The list of letters, and what is done with one there. */
export const letterListRoutes = router()

letterListRoutes.get('/office/letters', async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const asked = listForm.parse(c.req.query())
  const list = await c.var.read((tx) => readLetters(tx, asked))
  return c.html(<LettersPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ asked, list }} />)
})
