import { afterChange } from '../../platform/flash.ts'
import { allow } from '../../platform/refusal.ts'
import { router, uuid } from '../../platform/web.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import { copy, remove } from './drafts.ts'
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

const ONE = `/office/letters/:id{${uuid}}` as const

letterListRoutes.post(`${ONE}/copy`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const { made, undo } = await c.var.act(async (act) => ({ made: await copy(act, c.req.param('id')), undo: act.id }))
  return afterChange(c, `/office/letters/${made}`, { sentence: 'This is a new draft with the same words.', undo })
})

letterListRoutes.post(`${ONE}/removal`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const undo = await c.var.act((act) => remove(act, c.req.param('id')).then(() => act.id))
  return afterChange(c, '/office/letters', { sentence: 'The draft is deleted.', undo })
})
