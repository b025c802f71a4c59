import type { Errors, Typed } from '../../platform/forms.ts'
import { readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { type Ask, askingLetter, CLOSED, give } from './answers.ts'
import { takesAnswers } from './askRules.ts'
import { sayAsked, sayForm } from './forms.ts'
import { deliveryIn, limitLink, linkBehind, TOKEN, unkept } from './openedLinks.ts'
import { AskClosedPage, AskPage, ThanksPage } from './pages/AskPages.tsx'

export const ANSWERS = `/letters/answers/${TOKEN}` as const
const ONE = `${ANSWERS}/:ask{${uuid}}` as const

/** Answers to the questions of a letter, by its link. */
export const answerRoutes = router()

answerRoutes.use('/letters/answers/*', async (c, next) => (unkept(c), next()))

answerRoutes.get(ANSWERS, async (c) => {
  const { ask, say } = sayAsked.parse(c.req.query())
  return showAsk(c, { wanted: ask, typed: say ? { says: say } : {} })
})

answerRoutes.get(`${ANSWERS}/thanks`, async (c) => {
  const asks = await openAsks(c)
  const answered = sayAsked.parse(c.req.query()).ask
  const others = (asks ?? []).filter(({ id }) => id !== answered)
  return c.html(<ThanksPage look={c.var.look} path={c.req.path.replace(/\/thanks$/, '')} others={others} />)
})

answerRoutes.post(ONE, async (c) => {
  const askId = c.req.param('ask')
  const form = await readForm(c, sayForm)
  if (!form.ok) return showAsk(c, { wanted: askId, ...form })
  const deliveryId = deliveryIn(c, 'answers')
  const path = c.req.path.replace(/\/[^/]*$/, '')
  try {
    await c.var.act(async (act) => {
      await limitLink(act, deliveryId, c.var.services.secret)
      await give(act, { deliveryId, askId, ...form.values })
    })
  } catch (error) {
    if (error instanceof Refusal && error.message === CLOSED) return c.html(<AskClosedPage look={c.var.look} />, 410)
    throw error
  }
  return c.redirect(`${path}/thanks?ask=${askId}`, 303)
})

interface Shown {
  readonly wanted: string | undefined
  readonly typed: Typed
  readonly errors?: Errors
}

/** The question the address names, or the first. */
async function showAsk(c: Web, { wanted, typed, errors }: Shown): Promise<Response> {
  const { look } = c.var
  const asks = await openAsks(c)
  const ask = asks?.find(({ id }) => id === wanted) ?? asks?.[0]
  if (!asks || !ask) return c.html(<AskClosedPage look={look} />, 410)
  const path = errors ? c.req.path.replace(/\/[^/]*$/, '') : c.req.path
  const others = asks.filter((one) => one !== ask)
  return c.html(<AskPage {...{ look, path, ask, others, typed, errors }} />, errors ? 422 : 200)
}

/** The questions of the letter behind the link, as long as its reader may answer them. */
const openAsks = (c: Web): Promise<readonly Ask[] | null> => {
  const deliveryId = deliveryIn(c, 'answers')
  return c.var.read(async (tx) => {
    const { letterId, reader } = await linkBehind(tx, deliveryId)
    const letter = await askingLetter(tx, letterId)
    return letter && reader && !reader.gone && takesAnswers(letter, new Date()) ? letter.asks : null
  })
}
