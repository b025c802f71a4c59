import { readForm } from '../../platform/forms.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, todayOf, type Web } from '../../platform/web.ts'
import { secondStepToken } from '../cookies.ts'
import { browserOf, enter } from '../entering.ts'
import { afterFactor, afterLetter } from '../entrances.ts'
import * as challenges from './challenges.ts'
import { authenticatorOf } from './authenticators.ts'
import { answerForm, secondStepForm } from './forms.ts'
import { AskForHelpPage } from './pages/AskForHelpPage.tsx'
import { SecondStepPage } from './pages/SecondStepPage.tsx'
import * as passkeys from './passkeys.ts'
import { placeOf } from './place.ts'
import * as recoveries from './recoveries.ts'
import * as secondSteps from './secondSteps.ts'

/** From the letter to the session, for whoever has a second factor. */
export const secondStepRoutes = router()

secondStepRoutes.get('/sign-in/second-step', async (c) => {
  const step = await begun(c)
  return step ? c.html(<SecondStepPage {...await propsFor(c, step)} />) : c.redirect('/sign-in', 303)
})

secondStepRoutes.post('/sign-in/second-step', async (c) => {
  const step = await begun(c)
  if (!step) return c.redirect('/sign-in', 303)
  const form = await readForm(c, secondStepForm)
  if (!form.ok) return c.html(<SecondStepPage {...await propsFor(c, step)} {...form} />, 422)

  const { code } = form.values
  const used = await c.var.act(async (act) => {
    const shown = await secondSteps.useCode(act, { token: secondStepToken(c)!, code, secret: c.var.services.secret })
    return typeof shown === 'string' ? shown : afterFactor(act, { ...shown, ...askedFrom(c) })
  })
  if (typeof used === 'object') return enter(c, used)
  const errors = { code: secondSteps.codeTroubleWords[used] }
  return c.html(<SecondStepPage {...await propsFor(c, step)} typed={form.typed} errors={errors} />, 422)
})

secondStepRoutes.post('/sign-in/second-step/passkey/challenge', async (c) => {
  const { personId } = await needed(c)
  const place = placeOf(c.var.origin)
  if (!place) throw new Refusal('Passkeys do not work at this address.')
  const options = await c.var.act(async (act) => {
    await limit(act, { key: `passkey challenge ${personId}`, times: 30, minutes: 15 })
    return passkeys.askToUse(act, { personId, place })
  })
  return c.json(options)
})

secondStepRoutes.post('/sign-in/second-step/passkey', async (c) => {
  const step = await begun(c)
  const place = placeOf(c.var.origin)
  if (!step || !place) return c.redirect('/sign-in', 303)
  const form = await readForm(c, answerForm)
  if (!form.ok) return c.html(<SecondStepPage {...await propsFor(c, step)} {...form} />, 422)

  const { personId } = step
  const { answer } = form.values
  const challenge = await c.var.act((act) => challenges.take(act, { answer, purpose: 'second step', personId }))
  const used = await c.var.act(async (act) => {
    const shown = await passkeys.use(act, { personId, place, answer, challenge })
    return typeof shown === 'string' ? shown : afterFactor(act, { ...shown, by: 'passkey', ...askedFrom(c) })
  })
  if (typeof used === 'object') return enter(c, used)
  const errors = { answer: passkeys.troubleWords[used] }
  return c.html(<SecondStepPage {...await propsFor(c, step)} errors={errors} />, 422)
})

secondStepRoutes.get('/sign-in/recovery', async (c) => {
  const step = await begun(c)
  if (!step) return c.redirect('/sign-in', 303)
  const day = todayOf(c)
  const helpers = await c.var.read((tx) => recoveries.helpersOf(tx, { personId: step.personId, day }))
  return c.html(<AskForHelpPage look={c.var.look} helpers={helpers.length} />)
})

secondStepRoutes.post('/sign-in/recovery', async (c) => {
  const { personId } = await needed(c)
  await c.var.act((act) => recoveries.ask(act, { personId, origin: c.var.origin }))
  return c.redirect('/sign-in/second-step', 303)
})

secondStepRoutes.post('/sign-in/recovery/fresh-start', async (c) => {
  const step = await needed(c)
  const { origin } = c.var
  const entrance = await c.var.act(async (act) => {
    const { personId } = await recoveries.startAfresh(act, { step, origin })
    return afterLetter(act, { personId, browser: browserOf(c) })
  })
  return enter(c, entrance)
})

const askedFrom = (c: Web) => ({ step: secondStepToken(c), browser: browserOf(c), origin: c.var.origin })

/** The step that this browser is at, if it is at one. */
const begun = async (c: Web): Promise<secondSteps.SecondStep | undefined> => {
  const token = secondStepToken(c)
  return token ? c.var.read((tx) => secondSteps.find(tx, { token, at: new Date() })) : undefined
}

async function needed(c: Web): Promise<secondSteps.SecondStep> {
  const step = await begun(c)
  if (!step) throw new Refusal('This took more than 15 minutes. Sign in again from the beginning.', 410)
  return step
}

async function propsFor(c: Web, { personId }: secondSteps.SecondStep) {
  const here = placeOf(c.var.origin)?.rpId
  return c.var.read(async (tx) => {
    const places = (await passkeys.passkeysOf(tx, personId)).map(({ rpId }) => rpId)
    return {
      look: c.var.look,
      passkey: here !== undefined && places.includes(here),
      elsewhere: [...new Set(places)].filter((place) => place !== here),
      app: (await authenticatorOf(tx, personId)) !== undefined,
      recovery: await recoveries.openOf(tx, { personId, at: new Date() }),
    }
  })
}
