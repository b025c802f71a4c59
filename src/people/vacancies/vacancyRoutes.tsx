import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { allow } from '../../platform/refusal.ts'
import { roleNames } from '../../platform/roles.ts'
import { router, todayOf, uuid, type Web } from '../../platform/web.ts'
import { civilDayWords, plural } from '../../ui/words.ts'
import { strong } from '../factors/strong.ts'
import * as offices from '../offices.ts'
import { mayAppoint } from '../permissions.ts'
import { choiceForm, findForm, noticeForm, vacancyForm } from './forms.ts'
import { progress } from './handovers.ts'
import * as interests from './interests.ts'
import * as letters from './letters.ts'
import { VacanciesPage } from './pages/VacanciesPage.tsx'
import { VacancyPage } from './pages/VacancyPage.tsx'
import { mayHandle } from './rules.ts'
import { successors } from './successors.ts'
import * as vacancies from './vacancies.ts'

const HOME = '/office/officers/vacancies'
const ONE = `${HOME}/:id{${uuid}}` as const

/** Offices that need somebody: the notice, who would do it, who is chosen. */
export const vacancyRoutes = router()

vacancyRoutes.get(HOME, (c) => showAll(c))

vacancyRoutes.post(HOME, async (c) => {
  allowAppointing(c)
  const form = await readForm(c, vacancyForm)
  if (!form.ok) return showAll(c, form)
  if (form.values.sayBy < todayOf(c)) return showAll(c, { typed: form.typed, errors: PAST })
  const { id, undo } = await c.var.act(async (act) => ({ id: await vacancies.openFor(act, form.values), undo: act.id }))
  const sentence = `${roleNames[form.values.role]}: members see the notice now. Nobody was written to.`
  return afterChange(c, `${HOME}/${id}`, { sentence, undo })
})

vacancyRoutes.get(ONE, (c) => showOne(c))

vacancyRoutes.post(ONE, async (c) => {
  allowAppointing(c)
  const form = await readForm(c, noticeForm)
  if (!form.ok) return showOne(c, form)
  return changed(c, 'The notice is changed.', (act) => vacancies.change(act, c.req.param('id'), form.values))
})

vacancyRoutes.post(`${ONE}/closure`, (c) => {
  allowAppointing(c)
  return changed(c, 'Nobody is looked for any more.', (act) => vacancies.close(act, c.req.param('id')))
})

vacancyRoutes.post(`${ONE}/letters`, async (c) => {
  allowAppointing(c)
  const id = c.req.param('id')
  const count = await c.var.act((act) => letters.order(act, id))
  return afterChange(c, `${HOME}/${id}`, { sentence: `${plural(count, 'letter')} on the way.` })
})

vacancyRoutes.post(`${ONE}/appointment`, async (c) => {
  allowAppointing(c)
  const form = await readForm(c, choiceForm)
  if (!form.ok) return showOne(c, form)
  const { person: personId, on, ends: endsId, minute } = form.values
  if (on < todayOf(c)) return showOne(c, { typed: form.typed, errors: { on: 'Choose today or a coming day.' } })
  return changed(c, `The office is handed over on ${civilDayWords(on)}, by itself.`, (act) =>
    vacancies.choose(act, c.req.param('id'), { personId, on, endsId, minute }),
  )
})

const PAST: Errors = { sayBy: 'Choose today or a coming day.' }

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

function allowAppointing(c: Web): void {
  allow(mayAppoint(c.var.actor), 'Only the chair and the secretary look after vacancies.')
  strong(c)
}

async function changed(c: Web, sentence: string, work: Parameters<Web['var']['act']>[0]): Promise<Response> {
  const undo = await c.var.act(async (act) => {
    await work(act)
    return act.id
  })
  return afterChange(c, `${HOME}/${c.req.param('id')}`, { sentence, undo })
}

async function showAll(c: Web, refused?: Refused): Promise<Response> {
  allowAppointing(c)
  const found = await c.var.read(async (tx) => ({
    vacancies: await vacancies.all(tx),
    counts: await interests.countReadBy(tx, c.var.actor.roles),
    packs: await progress(tx),
  }))
  return c.html(
    <VacanciesPage frame={c.var.officeFrame()} today={todayOf(c)} {...found} {...refused} />,
    refused ? 422 : 200,
  )
}

async function showOne(c: Web, refused?: Refused): Promise<Response> {
  allowAppointing(c)
  const { actor, group, origin } = c.var
  const [today, { q }] = [todayOf(c), findForm.parse(c.req.query())]
  const found = await c.var.read(async (tx) => {
    const vacancy = await vacancies.find(tx, c.req.param('id') ?? '')
    const { id: vacancyId, role } = vacancy
    const held = await offices.heldOn(tx, today)
    return {
      vacancy,
      interested: await interests.readBy(tx, { vacancyId, role, roles: actor.roles }),
      others: await successors(tx, q),
      holders: held.filter((one) => one.role === role),
      letters: await letters.standing(tx, vacancyId),
    }
  })
  const letter = letters.noticeLetter(found.vacancy, { group: group.name, origin })
  return c.html(
    <VacancyPage
      frame={c.var.officeFrame()}
      handles={mayHandle(actor)}
      {...{ today, q, letter }}
      {...found}
      {...refused}
    />,
    refused ? 422 : 200,
  )
}
