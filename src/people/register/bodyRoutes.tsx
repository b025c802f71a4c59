import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import { afterChange } from '../../platform/flash.ts'
import { line } from '../../platform/fields.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { mayKeepRegister } from '../permissions.ts'
import { allowKeeping, allowSeeing, HOME } from './asking.ts'
import * as bodies from './bodies.ts'
import * as desks from './desks.ts'
import { BodiesPage } from './pages/BodiesPage.tsx'
import { BodyPage } from './pages/BodyPage.tsx'
import type { Candidate } from './picking.ts'
import { whoForm } from './recordForms.ts'
import type { Refused } from './recordRoutes.tsx'
import { whoIsMeant, whyNot } from './tieRoutes.tsx'

/** Partner bodies, and who sits at their desks. */
export const bodyRoutes = router()

const BODIES = `${HOME}/bodies`
const ONE = `${BODIES}/:body{${uuid}}` as const
const DESK = `${ONE}/desks/:desk{${uuid}}` as const

const title = line(200, 'the title').min(1, 'Enter what they are there, such as Policy officer.')
const from = z.iso.date('Enter a day.').or(z.literal('').transform(() => null))
const deskForm = whoForm.extend({ title, from, succeeds: z.uuid().optional().catch(undefined) })
const changeForm = z.object({ title, from })

bodyRoutes.get(BODIES, (c) => showAll(c))

bodyRoutes.post(BODIES, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, bodies.bodyForm)
  if (!form.ok) return showAll(c, form)
  return saying(
    c,
    async (act) => ({
      to: `${BODIES}/${await bodies.add(act, form.values)}`,
      sentence: `${form.values.name} is added.`,
    }),
    (message) => showAll(c, { typed: form.typed, errors: { name: message } }),
  )
})

bodyRoutes.get(ONE, (c) => showOne(c))

bodyRoutes.post(ONE, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, bodies.bodyForm)
  if (!form.ok) return showOne(c, { ...form, fact: 'body' })
  return saying(
    c,
    async (act) => {
      await bodies.change(act, c.req.param('body'), form.values)
      return { to: `${BODIES}/${c.req.param('body')}`, sentence: `${form.values.name} is changed.` }
    },
    (message) => showOne(c, { typed: form.typed, errors: { name: message }, fact: 'body' }),
  )
})

bodyRoutes.post(`${ONE}/removal`, async (c) => {
  allowKeeping(c)
  return saying(c, async (act) => {
    await bodies.remove(act, c.req.param('body'))
    return { to: BODIES, sentence: 'The body is deleted.' }
  })
})

bodyRoutes.post(`${ONE}/desks`, async (c) => {
  const asking = allowKeeping(c)
  const form = await readForm(c, deskForm)
  if (!form.ok) return showOne(c, { ...form, fact: 'desk' })
  const { who, person, ...desk } = form.values
  const found = await c.var.read((tx) => whoIsMeant(tx, { who, person, asking }))
  const [chosen] = found
  if (!chosen || found.length > 1)
    return showOne(c, { typed: form.typed, fact: 'desk', errors: { who: whyNot(found) } }, found)
  return saying(c, async (act) => {
    await desks.take(act, { ...desk, bodyId: c.req.param('body'), personId: chosen.id })
    return { to: `${BODIES}/${c.req.param('body')}`, sentence: `${chosen.name} sits there.` }
  })
})

bodyRoutes.post(DESK, async (c) => {
  allowKeeping(c)
  const id = c.req.param('desk')
  const form = await readForm(c, changeForm)
  if (!form.ok) return showOne(c, { ...form, fact: id })
  return saying(c, async (act) => {
    await desks.retitle(act, { bodyId: c.req.param('body'), id, ...form.values })
    return { to: `${BODIES}/${c.req.param('body')}`, sentence: 'The desk is changed.' }
  })
})

bodyRoutes.post(`${DESK}/end`, async (c) => {
  allowKeeping(c)
  return saying(c, async (act) => {
    await desks.end(act, { bodyId: c.req.param('body'), id: c.req.param('desk') })
    return { to: `${BODIES}/${c.req.param('body')}`, sentence: 'They no longer sit there.' }
  })
})

/** One change, and the page it leads to; what is refused for the form's sake comes back beside it. */
async function saying(
  c: Web,
  work: (act: Act) => Promise<{ readonly to: string; readonly sentence: string }>,
  refused?: (message: string) => Promise<Response>,
): Promise<Response> {
  try {
    const { to, sentence, undo } = await c.var.act(async (act) => ({ ...(await work(act)), undo: act.id }))
    return afterChange(c, to, { sentence, undo })
  } catch (error) {
    if (!refused || !(error instanceof Refusal) || error.status !== 422) throw error
    return refused(error.message)
  }
}

/** Bodies are seen by whoever sees notes and relationships of anybody. */
function allowBodies(c: Web) {
  const asking = allowSeeing(c)
  allow(asking.eyes.part('notes') !== null, 'Your office does not need the partner bodies.')
  return asking
}

async function showAll(c: Web, refused?: Refused): Promise<Response> {
  const asking = allowBodies(c)
  const listed = await c.var.read((tx) => bodies.all(tx, asking))
  const keeps = mayKeepRegister(c.var.actor)
  return c.html(<BodiesPage frame={c.var.officeFrame()} {...{ listed, keeps, refused }} />, refused ? 422 : 200)
}

async function showOne(c: Web, refused?: Refused, choice: readonly Candidate[] = []): Promise<Response> {
  const asking = allowBodies(c)
  const id = c.req.param('body') ?? ''
  const found = await c.var.read(async (tx) => {
    const body = await bodies.find(tx, id)
    return body && { body, desks: await desks.desksAt(tx, id, asking) }
  })
  if (!found) throw new Refusal('There is no such body.', 404)
  const keeps = mayKeepRegister(c.var.actor)
  return c.html(
    <BodyPage frame={c.var.officeFrame()} {...found} {...{ keeps, refused, choice }} />,
    refused ? 422 : 200,
  )
}
