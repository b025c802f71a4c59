import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { router, todayOf, uuid, type Web } from '../../platform/web.ts'
import { civilDayWords } from '../../ui/words.ts'
import * as bases from '../bases.ts'
import * as persons from '../persons.ts'
import * as readings from '../readings.ts'
import * as accessCopies from './accessCopies.ts'
import { allowKeeping } from './allowed.ts'
import { dueOn } from './clock.ts'
import { enteredForm, requestsAsked } from './forms.ts'
import { CopyPage } from './pages/CopyPage.tsx'
import { NewRequestPage } from './pages/NewRequestPage.tsx'
import { RequestsPage } from './pages/RequestsPage.tsx'
import { tellReceived } from './requestLetters.ts'
import * as requests from './requests.ts'
import { thisRequest } from './requestShown.tsx'

/** What people asked of the group about their data: the list, a new entry, one of them. */
export const requestRoutes = router()

const HOME = '/office/requests'
const ONE = `${HOME}/:id{${uuid}}` as const

requestRoutes.get(HOME, async (c) => {
  allowKeeping(c)
  const { shelf } = requestsAsked.parse(c.req.query())
  const found = await c.var.read(async (tx) => ({
    requests: await requests.list(tx, { ended: shelf === 'ended' }),
    counts: await requests.counts(tx),
  }))
  return c.html(<RequestsPage frame={c.var.officeFrame()} shelf={shelf} today={todayOf(c)} {...found} />)
})

requestRoutes.get(`${HOME}/new`, async (c) => {
  allowKeeping(c)
  const known = z.uuid().safeParse(c.req.query('person')).data
  const person = known ? await c.var.read((tx) => persons.find(tx, known)) : undefined
  return c.html(<NewRequestPage frame={c.var.officeFrame()} today={todayOf(c)} person={person ?? null} />)
})

requestRoutes.post(`${HOME}/new`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, enteredForm(todayOf(c)))
  if (!form.ok)
    return c.html(<NewRequestPage frame={c.var.officeFrame()} today={todayOf(c)} person={null} {...form} />, 422)
  const { origin } = c.var
  const request = await c.var.act((act) => enter(act, form.values, origin))
  const due = civilDayWords(dueOn(request, todayOf(c)))
  return afterChange(c, `${HOME}/${request.id}`, { sentence: `The request is entered. The answer is due by ${due}.` })
})

requestRoutes.get(ONE, (c) => thisRequest(c))

requestRoutes.get(`${ONE}/copy`, async (c) => {
  allowKeeping(c)
  const { request, copy } = await copyFor(c)
  return c.html(<CopyPage frame={c.var.officeFrame()} request={request} copy={copy} />)
})

requestRoutes.get(`${ONE}/copy.json`, async (c) => {
  allowKeeping(c)
  const { copy } = await copyFor(c)
  const text = JSON.stringify(accessCopies.asJson(copy, { group: c.var.group.name, madeAt: new Date() }), null, 1)
  return c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="what-is-held.json"',
    'cache-control': 'private, no-store',
  })
})

/** Somebody who is on no list yet is a contact from now on: the group must answer, so it must keep whom. */
async function enter(act: Act, given: z.infer<ReturnType<typeof enteredForm>>, origin: string) {
  const { kind, channel, words, received } = given
  const person =
    (given.person ? await persons.find(act.tx, given.person) : undefined) ??
    (await persons.addOrFind(act, { name: given.name, email: given.email || null }))
  if (!(await bases.standing(act.tx, person.id, 'register')))
    await bases.give(act, {
      personId: person.id,
      purpose: 'register',
      basis: 'legal_duty',
      channel,
      evidence: 'They asked about their data, and the group must answer',
    })
  const id = await requests.receive(act, { personId: person.id, kind, channel, words, receivedOn: received })
  const request = await requests.find(act.tx, id)
  if (given.letter && request.email) {
    await tellReceived(act, { request, origin })
    await requests.acknowledge(act, id)
  }
  return request
}

/** Whoever takes somebody's record into their hands is noted, as everywhere. */
const copyFor = (c: Web) =>
  c.var.act(async (act) => {
    const request = await requests.find(act.tx, c.req.param('id')!)
    await readings.note(act, request.personId)
    return { request, copy: await accessCopies.make(act.tx, { slices: c.var.slices, personId: request.personId }) }
  })
