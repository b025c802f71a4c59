import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { router, type Web } from '../../platform/web.ts'
import * as suppressions from '../suppressions.ts'
import { add, addForm, type Alike, alike } from './adding.ts'
import { allowKeeping, HOME } from './asking.ts'
import { AddPage } from './pages/AddPage.tsx'
import type { Refused } from './recordRoutes.tsx'

export const addRoutes = router()

addRoutes.get(`${HOME}/new`, (c) => {
  allowKeeping(c)
  return c.html(<AddPage frame={c.var.officeFrame()} />)
})

addRoutes.post(HOME, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, addForm)
  if (!form.ok) return again(c, form)
  const { values, typed } = form
  const { secret } = c.var.services
  const { known, suppressed } = await c.var.read(async (tx) => ({
    known: await alike(tx, values),
    suppressed: await suppressions.among(tx, values.email ? [values.email] : [], secret),
  }))
  if (suppressed.size) return again(c, { typed, errors: { email: ERASED } })
  const [first] = known
  if (first?.by === 'email')
    return again(c, { typed, errors: { email: `${first.name} has this address already.` } }, known)
  if (first && values.another !== 'yes') return again(c, { typed, errors: { another: MAYBE } }, known)
  const { id, sentence, undo } = await c.var.act(async (act) => ({ ...(await add(act, values)), undo: act.id }))
  return afterChange(c, `${HOME}/${id}`, { sentence, undo })
})

const ERASED = 'Whoever has this address asked to be erased, so it is not taken up again. They can join by themselves.'
const MAYBE = 'Somebody of this name is at this postcode already. Say whether this is another person.'

const again = (c: Web, refused: Refused, known: readonly Alike[] = []): Response | Promise<Response> =>
  c.html(<AddPage frame={c.var.officeFrame()} {...{ refused, known }} />, 422)
