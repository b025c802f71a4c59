import { afterChange, takeFlash } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, todayOf, uuid, type Web } from '../../platform/web.ts'
import { roleNames } from '../../platform/roles.ts'
import { interestForm } from './forms.ts'
import * as handovers from './handovers.ts'
import * as interests from './interests.ts'
import { MyVacanciesPage } from './pages/MyVacanciesPage.tsx'
import { MyVacancyPage } from './pages/MyVacancyPage.tsx'
import { acceptsInterest } from './rules.ts'
import * as vacancies from './vacancies.ts'

const HOME = '/my/vacancies'
const ONE = `${HOME}/:id{${uuid}}` as const

/** What members see of offices that need somebody, and what they say about it in confidence. */
export const myVacancyRoutes = router()

for (const path of [HOME, `${HOME}/*`])
  myVacancyRoutes.use(path, async (c, next) => (c.var.session ? next() : c.redirect('/sign-in', 303)))

myVacancyRoutes.get(HOME, (c) => showAll(c))
myVacancyRoutes.get(ONE, (c) => showOne(c))

myVacancyRoutes.post(`${ONE}/interest`, async (c) => {
  const form = await readForm(c, interestForm)
  const id = c.req.param('id')
  if (!form.ok) return showOne(c, form)
  const { words, hide } = form.values
  await c.var.act((act) => interests.say(act, id, { words, hideFromHolder: hide }))
  return afterChange(c, HOME, { sentence: 'Thank you. The officers who handle it can read it now, and nobody else.' })
})

myVacancyRoutes.post(`${ONE}/withdrawal`, async (c) => {
  await c.var.act((act) => interests.withdraw(act, c.req.param('id')))
  return afterChange(c, HOME, { sentence: 'You have taken it back. Nothing of it is kept.' })
})

myVacancyRoutes.post(`${ONE}/signature`, async (c) => {
  const role = await c.var.act((act) => handovers.signOff(act, c.req.param('id')))
  return afterChange(c, HOME, { sentence: `You have signed off the handover: ${roleNames[role]}.` })
})

async function showAll(c: Web): Promise<Response> {
  const { actor, look } = c.var
  const personId = actor.personId!
  const found = await c.var.read(async (tx) => ({
    able: await interests.isAble(tx, personId, actor.roles.size > 0),
    vacancies: (await vacancies.open(tx)).filter((one) => acceptsInterest(one, todayOf(c))),
    said: await interests.saidBy(tx, personId),
    handovers: await vacancies.handoversOf(tx, personId),
  }))
  return c.html(<MyVacanciesPage look={look} personId={personId} note={takeFlash(c)?.sentence ?? null} {...found} />)
}

async function showOne(c: Web, refused?: { readonly typed: Typed; readonly errors: Errors }): Promise<Response> {
  const { actor, look } = c.var
  const personId = actor.personId!
  const found = await c.var.read(async (tx) => {
    const vacancy = await vacancies.find(tx, c.req.param('id') ?? '')
    if (vacancy.state !== 'open') throw new Refusal('Nobody is looked for any more.', 410)
    allow(await interests.isAble(tx, personId, actor.roles.size > 0), 'Offices of the group are for its members.')
    const said = (await interests.saidBy(tx, personId)).get(vacancy.id)
    return { vacancy, said, readers: await interests.readersOn(tx, todayOf(c)) }
  })
  return c.html(<MyVacancyPage look={look} {...found} {...refused} />, refused ? 422 : 200)
}
