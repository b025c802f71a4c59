import { letterChoices } from '../../people/index.ts'
import { readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router } from '../../platform/web.ts'
import { comeBackForm, oneClickForm } from './forms.ts'
import { deliveryIn, limitLink, linkBehind, linkFrom, TOKEN, unkept } from './openedLinks.ts'
import { BackPage, StopPage, StoppedPage } from './pages/UnsubscribePages.tsx'
import { comeBack, messageOf, stop } from './unsubscribing.ts'

export const UNSUBSCRIBE = `/letters/unsubscribe/${TOKEN}` as const

/** The one address of ours that a mail program posts to, without our page and without cookies (RFC 8058). */
export const oneClick = /^\/letters\/unsubscribe\/[A-Za-z0-9_-]{20,100}$/

/** Stopping what a letter was. Opening the address changes nothing, however often it is opened. */
export const unsubscribeRoutes = router()

unsubscribeRoutes.use('/letters/unsubscribe/*', async (c, next) => (unkept(c), next()))

unsubscribeRoutes.get(UNSUBSCRIBE, async (c) => {
  const deliveryId = deliveryIn(c, 'unsubscribe')
  const { kind } = await c.var.read((tx) => linkBehind(tx, deliveryId))
  const preferences = linkFrom(c, 'preferences', deliveryId)
  return c.html(<StopPage look={c.var.look} {...{ kind, preferences }} path={c.req.path} />)
})

unsubscribeRoutes.post(UNSUBSCRIBE, async (c) => {
  const deliveryId = deliveryIn(c, 'unsubscribe')
  const form = await readForm(c, oneClickForm)
  if (!form.ok) throw new Refusal('Open this address and press its button to stop these letters.', 422)
  const { kind } = await c.var.act((act) => stop(act, deliveryId))
  const words = letterChoices.wordsOfYes(messageOf(kind), c.var.group.name)
  const preferences = linkFrom(c, 'preferences', deliveryId)
  return c.html(<StoppedPage look={c.var.look} {...{ kind, words, preferences }} path={c.req.path} />)
})

unsubscribeRoutes.post(`${UNSUBSCRIBE}/mistake`, async (c) => {
  const deliveryId = deliveryIn(c, 'unsubscribe')
  const form = await readForm(c, comeBackForm)
  const fewer = form.ok && form.values.often === 'monthly'
  const { kind } = await c.var.act(async (act) => {
    await limitLink(act, deliveryId, c.var.services.secret)
    return comeBack(act, { deliveryId, fewer })
  })
  const preferences = linkFrom(c, 'preferences', deliveryId)
  return c.html(<BackPage look={c.var.look} {...{ kind, fewer, preferences }} />)
})
