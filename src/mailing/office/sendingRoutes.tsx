import { z } from 'zod'
import { register, strong } from '../../people/index.ts'
import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import type { Act } from '../../platform/act.ts'
import { homeOf } from '../../platform/origin.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { maySend, mayWrite, sendersOnly, writersOnly } from '../permissions.ts'
import { callBack, pause, resume, stop } from '../sending/letters.ts'
import { decideSending } from './deciding.ts'
import { hasBegun } from './officeLetter.ts'
import { CheckPage } from './pages/CheckPage.tsx'
import { SendingPage } from './pages/SendingPage.tsx'
import { StopPage } from './pages/StopPage.tsx'
import { UncertainPage } from './pages/UncertainPage.tsx'
import { readSending } from './sendingFacts.ts'
import { sendUncertainAgain, uncertainOf } from './uncertain.ts'
import { readWhen, whenWords } from './when.ts'

const ONE = `/office/letters/:id{${uuid}}` as const
export const SENDING = `${ONE}/sending` as const
export const CHECK = `${SENDING}/check` as const
export const STOP = `${ONE}/stop` as const
export const UNCERTAIN = `${ONE}/uncertain` as const

/** Sending a letter: what will happen, the decision, and how far it has got. */
export const sendingRoutes = router()

sendingRoutes.get(SENDING, (c) => show(c, c.req.param('id')))

/** Asks once before anything leaves. What was typed stands in the address: it is nobody's secret, and nothing is changed. */
sendingRoutes.get(CHECK, async (c) => {
  allow(maySend(c.var.actor), sendersOnly)
  const { at: typed = '', later } = c.req.query()
  const id = c.req.param('id')
  const { zone } = c.var.group
  const facts = await read(c, id)
  if (facts.letter.state !== 'draft' || facts.blockers.length) return c.redirect(`/office/letters/${id}/sending`, 303)
  const when = readWhen(typed || (later ? 'nothing typed' : ''), { now: facts.now, zone })
  if (!when.ok) return show(c, id, { typed: { at: typed }, errors: { at: when.error } })
  return c.html(<CheckPage frame={c.var.officeFrame()} {...{ facts, zone, typed }} at={when.at} clock={when.clock} />)
})

const decisionForm = z.object({ at: z.string().max(30).default(''), mark: z.string().max(64).default('') })

sendingRoutes.post(`${ONE}/decision`, async (c) => {
  allow(maySend(c.var.actor), sendersOnly)
  const [id, form] = [c.req.param('id'), await readForm(c, decisionForm)]
  if (!form.ok) throw new Refusal('This form arrived damaged. Go back and send it again.', 422)
  const { at: typed, mark } = form.values
  const [now, { zone }] = [new Date(), c.var.group]
  const when = readWhen(typed, { now, zone })
  if (!when.ok) return show(c, id, { typed: { at: typed }, errors: { at: when.error } })
  const home = homeOf(c.var.services, c.var.group)
  const at = await c.var.act((act) => decideSending(act, id, { mark, wished: when.wished, group: c.var.group, home }))
  const sentence = ['It goes out', `${whenWords(at, { now, zone })}.`, when.clock].filter(Boolean).join(' ')
  return afterChange(c, `/office/letters/${id}/sending`, { sentence })
})

const CHANGES: Readonly<Record<string, { verb: (act: Act, id: string) => Promise<void>; sentence: string }>> = {
  'decision/withdrawal': {
    verb: callBack,
    sentence: 'The letter is called back. It is a draft again, and nobody got it.',
  },
  pause: { verb: pause, sentence: 'The letter is paused. What is on the wire ends; nothing further begins.' },
  resumption: { verb: resume, sentence: 'It goes on.' },
  stop: { verb: stop, sentence: 'The letter is stopped.' },
}
for (const [noun, { verb, sentence }] of Object.entries(CHANGES)) {
  sendingRoutes.post(`${ONE}/${noun}`, async (c) => {
    allow(maySend(c.var.actor), sendersOnly)
    const id = c.req.param('id')
    await c.var.act((act) => verb(act, id))
    return afterChange(c, `/office/letters/${id}/sending`, { sentence })
  })
}

sendingRoutes.get(STOP, async (c) => {
  allow(maySend(c.var.actor), sendersOnly)
  const facts = await read(c, c.req.param('id'))
  const { state, id } = facts.letter
  if (state !== 'sending' && state !== 'paused') return c.redirect(`/office/letters/${id}/sending`, 303)
  return c.html(<StopPage frame={c.var.officeFrame()} facts={facts} />)
})

const paged = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

sendingRoutes.get(UNCERTAIN, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  allow(register.seesAll(c.var.actor, 'contact'), 'Only officers who see the register see who they are.')
  strong(c)
  const { page } = paged.parse(c.req.query())
  const facts = await read(c, c.req.param('id'))
  const people = await c.var.read((tx) => uncertainOf(tx, facts.letter.id, page))
  const shown = { letter: facts.letter, count: facts.outcome.uncertain, people, page, zone: c.var.group.zone }
  return c.html(<UncertainPage frame={c.var.officeFrame()} maySend={maySend(c.var.actor)} {...shown} />)
})

const whichForm = z.object({ which: z.union([z.literal('all'), z.uuid()]) })

sendingRoutes.post(UNCERTAIN, async (c) => {
  allow(maySend(c.var.actor), sendersOnly)
  const [id, form] = [c.req.param('id'), await readForm(c, whichForm)]
  if (!form.ok) throw new Refusal('Choose which letters are sent again.', 422)
  const n = await c.var.act((act) => sendUncertainAgain(act, id, form.values.which))
  const sentence = n === 0 ? 'It was sent again already.' : n === 1 ? 'It is sent again.' : `${n} are sent again.`
  return afterChange(c, `/office/letters/${id}/sending`, { sentence })
})

const read = (c: Web, id: string) =>
  c.var.read((tx) => readSending(tx, id, { group: c.var.group, config: c.var.services.config }))

async function show(c: Web, id: string, refused?: { typed: Typed; errors: Errors }): Promise<Response> {
  allow(mayWrite(c.var.actor), writersOnly)
  const facts = await read(c, id)
  const page = (
    <SendingPage
      frame={c.var.officeFrame()}
      zone={c.var.group.zone}
      maySend={maySend(c.var.actor)}
      {...{ facts, ...(facts.letter.state === 'draft' && refused) }}
    />
  )
  return c.html(page, refused && !hasBegun(facts.letter) ? 422 : 200)
}
