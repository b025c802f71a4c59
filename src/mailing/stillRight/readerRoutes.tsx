import { register } from '../../people/index.ts'
import { readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router } from '../../platform/web.ts'
import { answerForm } from '../readers/forms.ts'
import { halfHidden } from '../readers/frequencies.ts'
import { deliveryIn, limitLink, linkBehind, TOKEN, unkept } from '../readers/openedLinks.ts'
import { NobodyPage } from '../readers/pages/PreferencesPage.tsx'
import { NOBODY_THERE } from '../readers/unsubscribing.ts'
import { StillRightPage } from './pages/StillRightPage.tsx'

export const STILL_RIGHT = `/letters/still-right/${TOKEN}` as const

/** The answer to the letter that asks once. Opening a link says nothing, whichever it was: a button does. */
export const stillRightRoutes = router()

stillRightRoutes.use('/letters/still-right/*', async (c, next) => (unkept(c), next()))

stillRightRoutes.get(STILL_RIGHT, async (c) => {
  const deliveryId = deliveryIn(c, 'still-right')
  const { reader } = await c.var.read((tx) => linkBehind(tx, deliveryId))
  const { look, group } = c.var
  if (!reader?.email || reader.gone) return c.html(<NobodyPage look={look} />)
  const { say, said } = c.req.query()
  const words = register.stillRight.wordsOfYes(group.name)
  const shown = { look, words, path: c.req.path, address: halfHidden(reader.email) }
  return c.html(
    <StillRightPage {...shown} noFirst={say === 'no'} said={said === 'yes' || said === 'no' ? said : null} />,
  )
})

stillRightRoutes.post(STILL_RIGHT, async (c) => {
  const form = await readForm(c, answerForm)
  if (!form.ok) throw new Refusal('Go back and choose yes or no.', 422)
  const { answer } = form.values
  const deliveryId = deliveryIn(c, 'still-right')
  await c.var.act(async (act) => {
    await limitLink(act, deliveryId, c.var.services.secret)
    const { reader } = await linkBehind(act.tx, deliveryId)
    if (!reader || reader.gone) throw new Refusal(NOBODY_THERE, 410, { label: 'Join', href: '/join' })
    if (answer === 'yes') await register.stillRight.sayYes(act, reader.id)
    else await register.stillRight.sayNo(act, reader.id)
  })
  return c.redirect(`${c.req.path}?said=${answer}`, 303)
})
