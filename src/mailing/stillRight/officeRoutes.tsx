import { afterChange } from '../../platform/flash.ts'
import { homeOf } from '../../platform/origin.ts'
import { allow } from '../../platform/refusal.ts'
import { router } from '../../platform/web.ts'
import { askersOnly, mayAskOnce } from '../permissions.ts'
import { decide, numbers, openLetter, prepare, recall, toAsk } from './asking.ts'
import { AskOncePage } from './pages/AskOncePage.tsx'

export const ASK_ONCE = '/office/letters/still-right'

/** Asking people from a list, once, whether it is still right. */
export const askOnceRoutes = router()

askOnceRoutes.use(`${ASK_ONCE}/*`, async (c, next) => (allow(mayAskOnce(c.var.actor), askersOnly), next()))

askOnceRoutes.get(ASK_ONCE, async (c) => {
  const { group, services } = c.var
  const shown = await c.var.read(async (tx) => ({
    letter: await openLetter(tx),
    left: await toAsk(tx, services.secret),
    ...(await numbers(tx)),
  }))
  return c.html(<AskOncePage frame={c.var.officeFrame()} zone={group.zone} group={group.name} {...shown} />)
})

/** Two acts, because a letter that was decided is called back, while what the ledger says of people stays. */
askOnceRoutes.post(`${ASK_ONCE}/sending`, async (c) => {
  const { group, services } = c.var
  const id = await c.var.act((act) => prepare(act, services.secret))
  const home = homeOf(services, group)
  const undo = await c.var.act((act) => decide(act, id, { group, home }).then(() => act.id))
  return afterChange(c, ASK_ONCE, { sentence: 'It goes out in five minutes.', undo })
})

askOnceRoutes.post(`${ASK_ONCE}/recall`, async (c) => {
  await c.var.act(recall)
  return afterChange(c, ASK_ONCE, { sentence: 'It is called back. Nobody got it.' })
})
