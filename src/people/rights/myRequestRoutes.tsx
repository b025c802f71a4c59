import { afterChange, takeFlash } from '../../platform/flash.ts'
import { type FormResult, readForm } from '../../platform/forms.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, todayOf, uuid, type Web } from '../../platform/web.ts'
import { civilDayWords } from '../../ui/words.ts'
import * as bases from '../bases.ts'
import * as accessCopies from './accessCopies.ts'
import { dueOn } from './clock.ts'
import { myRequestForm } from './forms.ts'
import { MyCopyPage } from './pages/MyCopyPage.tsx'
import { MyNewRequestPage } from './pages/MyNewRequestPage.tsx'
import { MyRequestPage } from './pages/MyRequestPage.tsx'
import { MyRequestsPage } from './pages/MyRequestsPage.tsx'
import { type RequestKind, requestKinds } from './requestKinds.ts'
import { tellReceived } from './requestLetters.ts'
import * as requests from './requests.ts'

/** What a person asks of whoever holds their data, and how far it is. */
export const myRequestRoutes = router()

const HOME = '/my/requests'
const NEW = `${HOME}/new/:kind{${requestKinds.join('|')}}` as const
const ONE = `${HOME}/:id{${uuid}}` as const

myRequestRoutes.use(`${HOME}/*`, async (c, next) => (c.var.actor.personId ? next() : c.redirect('/sign-in', 303)))

myRequestRoutes.get(HOME, async (c) => {
  const said = takeFlash(c)?.sentence ?? null
  const all = await c.var.read((tx) => requests.ofPerson(tx, me(c)))
  return c.html(<MyRequestsPage {...common(c)} said={said} requests={all} />)
})

myRequestRoutes.get(NEW, (c) => c.html(<MyNewRequestPage {...common(c)} kind={c.req.param('kind') as RequestKind} />))

myRequestRoutes.post(NEW, async (c) => {
  const kind = c.req.param('kind') as RequestKind
  const form = await readForm(c, myRequestForm(kind))
  if (!form.ok) return c.html(<MyNewRequestPage {...common(c)} kind={kind} {...form} />, 422)
  const request = await receive(c, kind, form)
  const due = civilDayWords(dueOn(request, common(c).today))
  return afterChange(c, HOME, { sentence: `We have your request. You get an answer by ${due}.` })
})

myRequestRoutes.get(ONE, async (c) => c.html(<MyRequestPage {...common(c)} request={await mine(c)} />))

myRequestRoutes.post(`${ONE}/withdrawal`, async (c) => {
  await c.var.act((act) => requests.withdraw(act, { id: c.req.param('id'), personId: me(c) }))
  return afterChange(c, HOME, { sentence: 'You took your request back. Nothing has changed.' })
})

myRequestRoutes.get(`${ONE}/copy`, async (c) => {
  const request = await answered(c)
  const copy = await c.var.read((tx) => accessCopies.make(tx, { slices: c.var.slices, personId: me(c) }))
  return c.html(<MyCopyPage {...common(c)} request={request} copy={copy} />)
})

myRequestRoutes.get(`${ONE}/copy.json`, async (c) => {
  await answered(c)
  const copy = await c.var.read((tx) => accessCopies.make(tx, { slices: c.var.slices, personId: me(c) }))
  const text = JSON.stringify(accessCopies.asJson(copy, { group: c.var.group.name, madeAt: new Date() }), null, 1)
  return c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="held-about-me.json"',
    'cache-control': 'private, no-store',
  })
})

/** What is ticked in an objection stops in the same act: nobody has to read it first. */
function receive(c: Web, kind: RequestKind, { values }: FormResult<Typed> & { ok: true }) {
  const { origin } = c.var
  return c.var.act(async (act) => {
    const personId = me(c)
    await limit(act, { key: `data request ${personId}`, times: 10, minutes: 24 * 60 })
    const id = await requests.receive(act, { personId, kind, channel: 'my_page', ...values })
    for (const purpose of values.purposes) await bases.object(act, { personId, purpose, channel: 'my_page' })
    const request = await requests.find(act.tx, id)
    await tellReceived(act, { request, origin })
    if (request.email) await requests.acknowledge(act, id)
    return request
  })
}
type Typed = ReturnType<ReturnType<typeof myRequestForm>['parse']>

/** Somebody else's request is not there. */
async function mine(c: Web): Promise<requests.DataRequest> {
  const request = await c.var.read((tx) => requests.find(tx, c.req.param('id')!))
  if (request.personId !== me(c)) throw new Refusal('There is no such request.', 404)
  return request
}

async function answered(c: Web): Promise<requests.DataRequest> {
  const request = await mine(c)
  if (request.kind !== 'access' || request.state !== 'done')
    throw new Refusal('Your copy is not ready yet. You get a letter when it is.', 404)
  return request
}

const me = (c: Web): string => c.var.actor.personId!
const common = (c: Web) => ({
  look: c.var.look,
  zone: c.var.group.zone,
  today: todayOf(c),
})
