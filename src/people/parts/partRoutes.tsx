import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { strong } from '../factors/strong.ts'
import { mayAppoint, mayKeepRegister } from '../permissions.ts'
import { coordinatingForm, joiningForm, partAsked, partForm, partsAsked } from './forms.ts'
import { maySeeParts, seenInPart } from './ownParts.ts'
import { PartPage } from './pages/PartPage.tsx'
import { PartsPage } from './pages/PartsPage.tsx'
import * as members from './partMembers.ts'
import * as parts from './parts.ts'

const HOME = '/office/register/groups'
const ONE = `${HOME}/:id{${uuid}}` as const
const MEMBER = `${ONE}/people/:member{${uuid}}` as const

/** Local and policy groups: who is in them, and who coordinates them. */
export const partRoutes = router()

partRoutes.get(HOME, (c) => showAll(c))

partRoutes.post(HOME, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, partForm)
  if (!form.ok) return showAll(c, form)
  const { id, undo } = await c.var.act(async (act) => ({ id: await parts.add(act, form.values), undo: act.id }))
  if (!id) return showAll(c, { typed: form.typed, errors: NAME_TAKEN })
  return afterChange(c, `${HOME}/${id}`, { sentence: `${form.values.name} is added.`, undo })
})

partRoutes.get(ONE, (c) => showOne(c))

partRoutes.post(ONE, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, partForm)
  if (!form.ok) return showOne(c, form)
  const id = c.req.param('id')
  const { changed, undo } = await c.var.act(async (act) => ({
    changed: await parts.change(act, id, form.values),
    undo: act.id,
  }))
  if (!changed) return showOne(c, { typed: form.typed, errors: NAME_TAKEN })
  return afterChange(c, `${HOME}/${id}`, { sentence: 'The group is changed.', undo })
})

partRoutes.post(`${ONE}/closure`, (c) =>
  changing(c, `The group is closed. Who was in it stays on record.`, (act) => parts.close(act, c.req.param('id'))),
)
partRoutes.post(`${ONE}/reopening`, (c) =>
  changing(c, 'The group is open again.', (act) => parts.reopen(act, c.req.param('id'))),
)

partRoutes.post(`${ONE}/people`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, joiningForm)
  if (!form.ok) throw new Refusal('Choose who joins the group.', 422)
  const joining = { partId: c.req.param('id'), personId: form.values.person }
  const done = await c.var.act(async (act) => ({ name: await members.join(act, joining), undo: act.id }))
  return afterChange(c, `${HOME}/${joining.partId}`, { sentence: `${done.name} is in the group.`, undo: done.undo })
})

partRoutes.post(`${MEMBER}/end`, async (c) => {
  allowKeeping(c)
  const line = { partId: c.req.param('id'), id: c.req.param('member') }
  const done = await c.var.act(async (act) => ({ name: await members.leave(act, line), undo: act.id }))
  return afterChange(c, `${HOME}/${line.partId}`, {
    sentence: `${done.name} is no longer in the group.`,
    undo: done.undo,
  })
})

partRoutes.post(`${MEMBER}/coordination`, async (c) => {
  allow(mayAppoint(c.var.actor), 'Only the chair and the secretary say who coordinates a group.')
  strong(c)
  const form = await readForm(c, coordinatingForm)
  if (!form.ok) throw new Refusal('Say whether they coordinate the group.', 422)
  const coordinates = form.values.coordinates === 'yes'
  const line = { partId: c.req.param('id'), id: c.req.param('member'), coordinates }
  const done = await c.var.act(async (act) => ({ name: await members.setCoordinating(act, line), undo: act.id }))
  const sentence = `${done.name} ${coordinates ? 'coordinates the group now' : 'no longer coordinates the group'}.`
  return afterChange(c, `${HOME}/${line.partId}`, { sentence, undo: done.undo })
})

const NAME_TAKEN: Errors = { name: 'Another group has this name. Choose another one.' }

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

function allowSeeing(c: Web): void {
  allow(maySeeParts(c.var.actor), 'Only officers who see the register, and coordinators, see the groups.')
  strong(c)
}

function allowKeeping(c: Web): void {
  allow(mayKeepRegister(c.var.actor), 'Only the chair, the secretary and the membership secretary change groups.')
  strong(c)
}

async function showAll(c: Web, refused?: Refused): Promise<Response> {
  allowSeeing(c)
  const { state } = partsAsked.parse(c.req.query())
  const found = await c.var.read((tx) => parts.all(tx, c.var.actor))
  return c.html(
    <PartsPage
      frame={c.var.officeFrame()}
      parts={found}
      state={state}
      mayKeep={mayKeepRegister(c.var.actor)}
      {...refused}
    />,
    refused ? 422 : 200,
  )
}

async function showOne(c: Web, refused?: Refused): Promise<Response> {
  allowSeeing(c)
  const { actor } = c.var
  const { q, page } = partAsked.parse(c.req.query())
  const mayKeep = mayKeepRegister(actor)
  const found = await c.var.read(async (tx) => {
    const part = await parts.find(tx, c.req.param('id') ?? '', actor)
    return {
      part,
      people: await members.inPart(tx, { partId: part.id, page }),
      candidates: mayKeep ? await members.candidates(tx, { partId: part.id, words: q }) : [],
    }
  })
  const seen = seenInPart(actor, { own: found.part.own })
  const may = { keep: mayKeep, appoint: mayAppoint(actor) }
  return c.html(
    <PartPage frame={c.var.officeFrame()} {...found} {...{ seen, may, q, page }} {...refused} />,
    refused ? 422 : 200,
  )
}

async function changing(c: Web, sentence: string, work: Parameters<Web['var']['act']>[0]): Promise<Response> {
  allowKeeping(c)
  const undo = await c.var.act(async (act) => {
    await work(act)
    return act.id
  })
  return afterChange(c, `${HOME}/${c.req.param('id')}`, { sentence, undo })
}
