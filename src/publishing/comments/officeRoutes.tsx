import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { record } from '../../platform/journal.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import * as authors from '../authors.ts'
import { readerErased } from '../events.ts'
import { mayModerate, moderatorsOnly } from '../permissions.ts'
import { eraseReader, heldOfReader } from './erasure.ts'
import { addressForm, answerForm, decisionForm, queueForm } from './forms.ts'
import { answer, decide } from './moderation.ts'
import { AddressPage } from './pages/AddressPage.tsx'
import { AnswerPage } from './pages/AnswerPage.tsx'
import { hrefOf, QueuePage } from './pages/QueuePage.tsx'
import { decidedSentence } from './pages/words.ts'
import { findQueued, readQueue } from './queue.ts'

const HOME = '/office/comments'
const ONE = `${HOME}/:id{${uuid}}` as const

/** The queue, and what officers decide in it. */
export const commentOfficeRoutes = router()

commentOfficeRoutes.get(HOME, async (c) => {
  allowModerating(c)
  const asked = queueForm.parse(c.req.query())
  const queue = await c.var.read((tx) => readQueue(tx, asked))
  return c.html(<QueuePage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ asked, queue }} />)
})

commentOfficeRoutes.post(`${HOME}/decisions`, async (c) => {
  allowModerating(c)
  const form = await readForm(c, decisionForm)
  if (!form.ok) throw new Refusal('Choose what to do with which comments.', 422)
  const { id: ids, to, ...back } = form.values
  const { count, undo } = await c.var.act(async (act) => ({ count: await decide(act, { ids, to }), undo: act.id }))
  return afterChange(c, hrefOf(back), { sentence: decidedSentence(to, count), ...(count > 0 && { undo }) })
})

commentOfficeRoutes.get(ONE, (c) => showOne(c))

commentOfficeRoutes.post(`${ONE}/answer`, async (c) => {
  allowModerating(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) return showOne(c, form)
  const author = (await namesOf(c))[form.values.as]
  const undo = await c.var.act(async (act) => {
    await answer(act, { id: c.req.param('id'), author, body: form.values.answer })
    return act.id
  })
  return afterChange(c, HOME, { sentence: 'Your answer is on the website.', undo })
})

commentOfficeRoutes.get(`${HOME}/address`, (c) => {
  allowModerating(c)
  return c.html(<AddressPage frame={c.var.officeFrame()} />)
})

commentOfficeRoutes.post(`${HOME}/address`, async (c) => {
  allowModerating(c)
  const form = await readForm(c, addressForm)
  if (!form.ok) return c.html(<AddressPage frame={c.var.officeFrame()} {...form} />, 422)
  const held = await c.var.read((tx) => heldOfReader(tx, form.values.email))
  return c.html(<AddressPage frame={c.var.officeFrame()} typed={form.typed} held={held} />)
})

commentOfficeRoutes.post(`${HOME}/address/erasure`, async (c) => {
  allowModerating(c)
  const form = await readForm(c, addressForm)
  if (!form.ok) return c.html(<AddressPage frame={c.var.officeFrame()} {...form} />, 422)
  await c.var.act(async (act) => {
    const { comments, unconfirmed } = await eraseReader(act, form.values.email)
    await record(act, readerErased, { comments: comments.length + unconfirmed })
  })
  return afterChange(c, `${HOME}/address`, { sentence: 'The reader’s name and address are erased.' })
})

const allowModerating = (c: Web) => allow(mayModerate(c.var.actor), moderatorsOnly)

async function showOne(c: Web, refused?: { readonly typed: Typed; readonly errors: Errors }): Promise<Response> {
  allowModerating(c)
  const comment = await c.var.read((tx) => findQueued(tx, c.req.param('id') ?? ''))
  if (!comment) throw new Refusal('There is no such comment.', 404)
  const names = await namesOf(c)
  return c.html(
    <AnswerPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ comment, names, ...refused }} />,
    refused ? 422 : 200,
  )
}

/** The officer's own name as readers know it, and the group's. Never a pen name. */
async function namesOf(c: Web): Promise<{ readonly me: string; readonly group: string }> {
  const byline = await c.var.read(async (tx) => {
    const id = await authors.authorOf(tx, c.var.actor.personId)
    return id === null ? undefined : authors.find(tx, id)
  })
  return { me: byline?.name ?? c.var.personName ?? 'An officer', group: c.var.group.name }
}
