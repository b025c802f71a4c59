import { z } from 'zod'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, uuid } from '../../platform/web.ts'
import { allowKeeping, HOME } from '../register/asking.ts'
import { AddressesPage } from './pages/AddressesPage.tsx'
import * as proposals from './proposals.ts'
import * as troubles from './troubles.ts'

/** Addresses that letters come back from, and new ones that were proposed. */
export const addressRoutes = router()

export const ADDRESSES = `${HOME}/addresses`
const MOST = 200

addressRoutes.get(ADDRESSES, async (c) => {
  allowKeeping(c)
  const found = await c.var.read(async (tx) => ({
    failing: await troubles.failing(tx, MOST),
    proposed: await proposals.waiting(tx, MOST),
  }))
  return c.html(<AddressesPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...found} />)
})

addressRoutes.post(`${HOME}/:id{${uuid}}/address-right`, async (c) => {
  allowKeeping(c)
  const { name, undo } = await c.var.act(async (act) => ({
    name: await troubles.isRight(act, c.req.param('id')),
    undo: act.id,
  }))
  return afterChange(c, ADDRESSES, { sentence: `The address of ${name} is written to again.`, undo })
})

const answerForm = z.object({ answer: z.enum(['ask', 'aside']) })

/** A letter that is on its way cannot be called back, so that answer has no Undo. */
addressRoutes.post(`${HOME}/:id{${uuid}}/new-address`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) throw new Refusal('Choose whether to write to the new address.', 422)
  const id = c.req.param('id')
  if (form.values.answer === 'ask') {
    const name = await c.var.act((act) => proposals.askThere(act, id, c.var.origin))
    return afterChange(c, ADDRESSES, { sentence: `A letter to the new address of ${name} asks them to confirm it.` })
  }
  const { name, undo } = await c.var.act(async (act) => ({ name: await proposals.putAside(act, id), undo: act.id }))
  return afterChange(c, ADDRESSES, { sentence: `The new address for ${name} is put aside.`, undo })
})
