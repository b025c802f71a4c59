import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { civilDayWords } from '../../ui/words.ts'
import * as bases from '../bases.ts'
import { allowKeeping } from './allowed.ts'
import { dueOn } from './clock.ts'
import { answerForm, moreTimeForm, objectionForm, questionForm } from './forms.ts'
import { tellAnswer, tellMoreTime, tellQuestion, tellReceived } from './requestLetters.ts'
import * as requests from './requests.ts'
import { thisRequest } from './requestShown.tsx'
import * as restrictions from './restrictions.ts'

/** What officers do about a request. Letters that went out cannot be called back, so most of it has no undo. */
export const requestWorkRoutes = router()

const ONE = `/office/requests/:id{${uuid}}` as const

requestWorkRoutes.post(`${ONE}/acknowledgement`, async (c) => {
  allowKeeping(c)
  const { id, origin } = about(c)
  const { email } = await c.var.act(async (act) => {
    const request = await requests.acknowledge(act, id)
    await tellReceived(act, { request, origin })
    return request
  })
  return back(c, email ? 'They have a letter that says it came.' : 'It is noted that you told them it came.')
})

requestWorkRoutes.post(`${ONE}/question`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, questionForm)
  if (!form.ok) return thisRequest(c, form)
  const { id, origin } = about(c)
  const { question } = form.values
  const { email } = await c.var.act(async (act) => {
    const request = await requests.stop(act, { id, question })
    await tellQuestion(act, { request, origin, question })
    return request
  })
  return back(
    c,
    `${email ? 'Your question is on its way.' : 'Ask them yourself: there is no email address.'} The clock stands still.`,
  )
})

requestWorkRoutes.post(`${ONE}/question/answered`, async (c) => {
  allowKeeping(c)
  await c.var.act((act) => requests.resume(act, about(c).id))
  return back(c, 'The clock is running again.')
})

requestWorkRoutes.post(`${ONE}/more-time`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, moreTimeForm)
  if (!form.ok) return thisRequest(c, form)
  const { id, origin } = about(c)
  const { why } = form.values
  const request = await c.var.act(async (act) => {
    const found = await requests.extend(act, { id, why })
    await tellMoreTime(act, { request: found, origin, why })
    return found
  })
  const due = civilDayWords(dueOn({ ...request, extended: true }, request.receivedOn))
  return back(c, `The answer is due by ${due} now.${request.email ? ' They have a letter that says why.' : ''}`)
})

requestWorkRoutes.post(`${ONE}/answer`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) return thisRequest(c, form)
  const { id, origin } = about(c)
  const { outcome, answer } = form.values
  const { email } = await c.var.act(async (act) => {
    const request = await requests.answer(act, { id, outcome, words: answer })
    await tellAnswer(act, { request, origin, outcome })
    return request
  })
  return back(c, `The request is answered.${email ? ' They have a letter that leads to your words.' : ''}`)
})

requestWorkRoutes.post(`${ONE}/restriction`, async (c) => {
  allowKeeping(c)
  const undo = await c.var.act(async (act) => {
    await restrictions.restrict(act, (await requests.find(act.tx, about(c).id)).personId)
    return act.id
  })
  return back(c, 'The record is restricted: nobody is written to, and no list names them.', undo)
})

requestWorkRoutes.post(`${ONE}/restriction/end`, async (c) => {
  allowKeeping(c)
  const undo = await c.var.act(async (act) => {
    await restrictions.lift(act, (await requests.find(act.tx, about(c).id)).personId)
    return act.id
  })
  return back(c, 'The restriction has ended.', undo)
})

requestWorkRoutes.post(`${ONE}/objections`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, objectionForm)
  if (!form.ok) return thisRequest(c, form)
  const undo = await c.var.act(async (act) => {
    const { personId, channel } = await requests.find(act.tx, about(c).id)
    for (const purpose of form.values.purposes) await bases.object(act, { personId, purpose, channel })
    return act.id
  })
  return back(c, 'This has stopped. Only they can say yes to it again.', undo)
})

const about = (c: Web) => ({ id: c.req.param('id')!, origin: c.var.origin })
const back = (c: Web, sentence: string, undo?: string): Response =>
  afterChange(c, `/office/requests/${about(c).id}`, { sentence, ...(undo && { undo }) })
