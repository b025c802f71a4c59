import { z } from 'zod'
import { register, strong } from '../../people/index.ts'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, type Web } from '../../platform/web.ts'
import { maySend, sendersOnly } from '../permissions.ts'
import { UncertainLettersPage } from './pages/UncertainLettersPage.tsx'
import { countUncertain, readUncertain, sendOneAgain, settle } from './uncertainLetters.ts'

export const UNCERTAIN_LETTERS = '/office/letters/uncertain'

/** Letters to one person that may not have arrived, and an officer's word on each. */
export const uncertainRoutes = router()

const paged = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

uncertainRoutes.get(UNCERTAIN_LETTERS, async (c) => {
  mayDecide(c)
  const { page } = paged.parse(c.req.query())
  const shown = await c.var.read(async (tx) => ({
    count: await countUncertain(tx),
    letters: await readUncertain(tx, page),
  }))
  return c.html(<UncertainLettersPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ page, ...shown }} />)
})

const decisionForm = z.object({ which: z.uuid(), what: z.enum(['again', 'settled']) })

uncertainRoutes.post(UNCERTAIN_LETTERS, async (c) => {
  mayDecide(c)
  const form = await readForm(c, decisionForm)
  if (!form.ok) throw new Refusal('Choose a letter, and whether it is sent again.', 422)
  const { which, what } = form.values
  const done = await c.var.act((act) => (what === 'again' ? sendOneAgain(act, which) : settle(act, which)))
  const said = what === 'again' ? 'It is sent again.' : 'It is settled: its words are not kept any longer.'
  return afterChange(c, UNCERTAIN_LETTERS, { sentence: done ? said : 'Somebody has seen to it already.' })
})

/** Who they are from is the group's, but whom they are to is on the register, or beside it. */
function mayDecide(c: Web): void {
  allow(maySend(c.var.actor), sendersOnly)
  allow(register.seesAll(c.var.actor, 'contact'), 'Only officers who see the register see who they are.')
  strong(c)
}
