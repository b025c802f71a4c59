import { afterChange } from '../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../platform/forms.ts'
import { allow } from '../platform/refusal.ts'
import { roleNames } from '../platform/roles.ts'
import { router, todayOf, uuid, type Web } from '../platform/web.ts'
import { civilDayWords } from '../ui/words.ts'
import { holders } from './factors/factors.ts'
import { endForm, historyAsked, minuteForm, officerForm } from './forms.ts'
import * as offices from './offices.ts'
import { OfficePage } from './pages/OfficePage.tsx'
import { OfficersPage } from './pages/OfficersPage.tsx'
import { OfficesHistoryPage, TERMS_A_PAGE } from './pages/OfficesHistoryPage.tsx'
import { mayAppoint } from './permissions.ts'
import * as persons from './persons.ts'
import * as officerPages from './public/officerPages.ts'

const HOME = '/office/officers'
const ONE = `${HOME}/:id{${uuid}}` as const

/** Who holds which office today, from when to when, and where it was decided. */
export const officerRoutes = router()

officerRoutes.get(HOME, (c) => showAll(c))

officerRoutes.post(HOME, async (c) => {
  allowAppointing(c)
  const form = await readForm(c, officerForm)
  if (!form.ok) return showAll(c, form)
  const { name, email, role, from, to, minute } = form.values
  const errors = dayErrors({ from, to }, todayOf(c))
  if (errors) return showAll(c, { typed: form.typed, errors })
  const { person, undo } = await c.var.act(async (act) => {
    const found = await persons.addOrFind(act, { name, email })
    await offices.appoint(act, { personId: found.id, role, to, minute, ...(from && { from }) })
    return { person: found, undo: act.id }
  })
  const begins = from && from > todayOf(c) ? `will be ${roleNames[role]} from ${civilDayWords(from)}` : null
  return afterChange(c, HOME, { sentence: `${person.name} ${begins ?? `is now ${roleNames[role]}`}.`, undo })
})

officerRoutes.get(`${HOME}/history`, async (c) => {
  allowAppointing(c)
  const { page } = historyAsked.parse(c.req.query())
  const found = await c.var.read(async (tx) => ({
    terms: await offices.history(tx, { limit: TERMS_A_PAGE, offset: (page - 1) * TERMS_A_PAGE }),
    count: await offices.countAll(tx),
  }))
  return c.html(<OfficesHistoryPage frame={c.var.officeFrame()} today={todayOf(c)} page={page} {...found} />)
})

officerRoutes.get(ONE, (c) => showOne(c))

officerRoutes.post(`${ONE}/minute`, async (c) => {
  allowAppointing(c)
  const form = await readForm(c, minuteForm)
  if (!form.ok) return showOne(c, form)
  const id = c.req.param('id')
  const undo = await c.var.act(async (act) => {
    await offices.noteMinute(act, id, form.values.minute)
    return act.id
  })
  return afterChange(c, `${HOME}/${id}`, { sentence: 'The minute is noted.', undo })
})

officerRoutes.post(`${ONE}/end`, async (c) => {
  allowAppointing(c)
  const form = await readForm(c, endForm)
  if (!form.ok) return showOne(c, form)
  const id = c.req.param('id')
  const on = form.values.on ?? todayOf(c)
  if (on < todayOf(c)) return showOne(c, { typed: form.typed, errors: { on: 'Choose today or a coming day.' } })
  const undo = await c.var.act(async (act) => {
    await offices.end(act, id, on)
    return act.id
  })
  const sentence = on > todayOf(c) ? `The office ends on ${civilDayWords(on)}.` : 'The office has ended.'
  return afterChange(c, HOME, { sentence, undo })
})

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

const allowAppointing = (c: Web) =>
  allow(mayAppoint(c.var.actor), 'Only the chair and the secretary see and appoint officers.')

/** Fields that are right one by one and wrong together. */
function dayErrors({ from, to }: { from: string | null; to: string | null }, today: string): Errors | null {
  if (from && from < today) return { from: 'Choose today or a coming day.' }
  if (to && to <= (from ?? today)) return { to: 'Choose a day after the first day.' }
  return null
}

async function showAll(c: Web, refused?: Refused): Promise<Response> {
  allowAppointing(c)
  const today = todayOf(c)
  const found = await c.var.read(async (tx) => ({
    officers: await offices.heldOn(tx, today),
    coming: await offices.comingAfter(tx, today),
    patrons: await offices.patrons(tx),
    withFactor: await holders(tx),
    agreed: await officerPages.agreed(tx),
  }))
  return c.html(<OfficersPage frame={c.var.officeFrame()} today={today} {...found} {...refused} />, refused ? 422 : 200)
}

async function showOne(c: Web, refused?: Refused): Promise<Response> {
  allowAppointing(c)
  const office = await c.var.read((tx) => offices.find(tx, c.req.param('id') ?? ''))
  return c.html(
    <OfficePage frame={c.var.officeFrame()} today={todayOf(c)} office={office} {...refused} />,
    refused ? 422 : 200,
  )
}
