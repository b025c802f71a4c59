import { afterChange, takeFlash } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { networkOf } from '../../platform/origin.ts'
import { limit } from '../../platform/rate.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { keyedHash } from '../../platform/secret.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { maySeeRegister } from '../permissions.ts'
import * as answers from './answers.ts'
import { answerForm, type AskForm, askForm } from './forms.ts'
import * as introductions from './introductions.ts'
import { numbers } from './numbers.ts'
import { AnswerPage } from './pages/AnswerPage.tsx'
import { CheckPage } from './pages/CheckPage.tsx'
import { MyIntroductionsPage } from './pages/MyIntroductionsPage.tsx'
import { NumbersPage } from './pages/NumbersPage.tsx'
import { shownWords } from './rules.ts'

const HOME = '/my/introductions'
const ANSWER = '/introductions/:token{[A-Za-z0-9_-]{20,100}}'

/** Members who ask to meet others, and those who are asked. */
export const introductionRoutes = router()

for (const path of [HOME, `${HOME}/*`])
  introductionRoutes.use(path, async (c, next) => (c.var.session ? next() : c.redirect('/sign-in', 303)))

introductionRoutes.get(HOME, (c) => showMine(c))

/** Nothing is kept by this: it shows the words before anybody is asked. */
introductionRoutes.post(`${HOME}/check`, async (c) => {
  const form = await readForm(c, askForm)
  if (!form.ok) return showMine(c, form)
  return showCheck(c, form.values)
})

introductionRoutes.post(HOME, async (c) => {
  const form = await readForm(c, askForm)
  if (!form.ok) return showMine(c, form)
  const { way, topic: topicId, words, agreed } = form.values
  const asker = await mustBeAsker(c)
  if (asker.kind === 'supporter' && !agreed) return showCheck(c, form.values, { agreed: MUST_AGREE })
  await c.var.act((act) => introductions.ask(act, { way, topicId, words }))
  return afterChange(c, HOME, { sentence: 'We ask whoever fits. Whoever says yes, you hear of by letter.' })
})

introductionRoutes.post(`${HOME}/:id{${uuid}}/end`, async (c) => {
  await c.var.act((act) => introductions.end(act, c.req.param('id')))
  return afterChange(c, HOME, { sentence: 'It is over. Nobody can say yes any more.' })
})

introductionRoutes.get(ANSWER, (c) => showAnswer(c))

introductionRoutes.post(ANSWER, async (c) => {
  const form = await readForm(c, answerForm)
  if (!form.ok) throw new Refusal('Choose yes or no.', 422)
  const token = c.req.param('token')
  const network = keyedHash(c.var.services.secret, 'network', networkOf(c, c.var.services.config))
  await c.var.act(async (act) => {
    await limit(act, { key: `introduction ${network}`, times: 30, minutes: 10 })
    await answers.give(act, { token, answer: form.values.answer })
  })
  return c.redirect(`/introductions/${token}`, 303)
})

introductionRoutes.get('/office/register/introductions', async (c) => {
  allow(maySeeRegister(c.var.actor), 'Only officers who see the register see these numbers.')
  const found = await c.var.read((tx) => numbers(tx))
  return c.html(<NumbersPage frame={c.var.officeFrame()} numbers={found} />)
})

const MUST_AGREE = 'Tick this if you agree. Otherwise nobody is asked.'

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

async function mustBeAsker(c: Web): Promise<introductions.Asker> {
  const asker = await c.var.read((tx) => introductions.askerOf(tx, c.var.actor.personId!))
  if (!asker?.able) throw new Refusal('Introductions are between current members and supporters.', 403)
  return asker
}

async function showMine(c: Web, refused?: Refused): Promise<Response> {
  const personId = c.var.actor.personId!
  const found = await c.var.read(async (tx) => ({
    asker: await introductions.askerOf(tx, personId),
    asks: await introductions.askedBy(tx, personId),
  }))
  const { look, group } = c.var
  return c.html(
    <MyIntroductionsPage
      {...{ look, zone: group.zone, now: new Date(), note: takeFlash(c)?.sentence ?? null }}
      {...found}
      {...refused}
    />,
    refused ? 422 : 200,
  )
}

async function showCheck(c: Web, asked: AskForm, errors?: Errors): Promise<Response> {
  const asker = await mustBeAsker(c)
  const { look, group } = c.var
  try {
    const shared = introductions.sharedBy(asker, { way: asked.way, topicId: asked.topic }).name
    const shown = shownWords({ ...asker, group: group.name, way: asked.way, shared, words: asked.words })
    return c.html(<CheckPage {...{ look, asker, asked, shown }} {...(errors && { errors })} />, errors ? 422 : 200)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const field = asked.way === 'interest' ? 'topic' : 'way'
    return showMine(c, {
      typed: { ...asked, topic: asked.topic ?? '', agreed: '' },
      errors: { [field]: error.message },
    })
  }
}

/** Not kept anywhere: the token stands in its address. Looking answers nothing, for mail scanners open links. */
async function showAnswer(c: Web): Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  const token = c.req.param('token') ?? ''
  const { look, group } = c.var
  const question = await c.var.read((tx) => answers.find(tx, { token, group: group.name, at: new Date() }))
  return c.html(<AnswerPage {...{ look, token, question }} />, question ? 200 : 410)
}
