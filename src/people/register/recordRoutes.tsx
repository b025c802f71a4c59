import { z } from 'zod'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import * as topics from '../topics.ts'
import { HOME } from './asking.ts'
import { change, changeOrShow } from './changing.ts'
import { changeFact, factForms, facts } from './facts.ts'
import * as hats from './hats.ts'
import { changeKind } from './holding.ts'
import { openRecord } from './opening.ts'
import { FactsPage } from './pages/FactsPage.tsx'
import { hatForm, kindForm, topicsForm } from './recordForms.ts'
import { lift } from '../rights/restrictions.ts'
import { lockOne, lockThem, renew } from './standing.ts'
import * as topicsOf from './topicsOf.ts'

export const recordRoutes = router()

const ONE = `${HOME}/:id{${uuid}}` as const

recordRoutes.get(ONE, (c) => showFacts(c))

const factForm = z.object({ fact: z.enum(facts as [string, ...string[]]) })

recordRoutes.post(`${ONE}/facts/:fact{[a-zA-Z]+}`, async (c) => {
  const { data } = factForm.safeParse({ fact: c.req.param('fact') })
  if (!data) throw new Refusal('There is no such page.', 404)
  const fact = data.fact as keyof typeof factForms
  const form = await readForm(c, z.object({ [fact]: factForms[fact] }))
  if (!form.ok) return showFacts(c, { ...form, fact })
  const value = (form.values as Record<string, string | null>)[fact] ?? null
  return changeOrShow(
    c,
    (act, id) => changeFact(act, id, { fact, value }),
    (message) => showFacts(c, { typed: form.typed, fact, errors: { [fact]: message } }),
  )
})

recordRoutes.post(`${ONE}/kind`, async (c) => {
  const form = await readForm(c, kindForm)
  if (!form.ok) return showFacts(c, { ...form, fact: 'kind' })
  return changeOrShow(
    c,
    (act, id) => changeKind(act, id, form.values),
    (message) => showFacts(c, { typed: form.typed, fact: 'kind', errors: { evidence: message } }),
  )
})

recordRoutes.post(`${ONE}/renewal`, (c) =>
  change(c, '', async (act, id) => {
    const person = await lockOne(act, id)
    await renew(act, person)
    return `${person.name} is renewed for a year.`
  }),
)

recordRoutes.post(`${ONE}/topics`, async (c) => {
  const form = await readForm(c, topicsForm)
  if (!form.ok) return showFacts(c, { ...form, fact: 'topics' })
  return change(c, '', async (act, id) => {
    const { name } = await lockOne(act, id)
    await topicsOf.choose(act, id, form.values.topic)
    return `Interests and offers of ${name} are changed.`
  })
})

recordRoutes.post(`${ONE}/hats`, async (c) => {
  const form = await readForm(c, hatForm)
  if (!form.ok) return showFacts(c, { ...form, fact: 'hats' })
  const { hatKind: kind, hatName: name } = form.values
  return change(c, '', async (act, id) => {
    await hats.add(act, id, { kind, name })
    return `“${name}” is noted.`
  })
})

recordRoutes.post(`${ONE}/hats/:hat{${uuid}}/removal`, (c) =>
  change(c, '', async (act, id) => {
    await hats.remove(act, id, c.req.param('hat'))
    return 'It is no longer noted.'
  }),
)

recordRoutes.post(`${ONE}/restriction/lifting`, (c) =>
  change(c, '', async (act, id) => {
    const [person] = await lockThem(act, [id])
    if (!person) throw new Refusal('There is no such person on the register.', 404)
    await lift(act, id)
    return `The record of ${person.name} is used again.`
  }),
)

export interface Refused {
  readonly typed: Typed
  readonly errors: Errors
  /** Which fold-out the form stands in. */
  readonly fact?: string
}

async function showFacts(c: Web, refused?: Refused): Promise<Response> {
  const opened = await openRecord(c, {
    more: async (tx, { id, sees }) => ({
      topics: sees.has('topics') ? await topics.all(tx) : [],
      chosen: sees.has('topics') ? await topics.chosenBy(tx, id) : new Set<string>(),
      hats: sees.has('work') ? await hats.of(tx, id) : [],
    }),
  })
  if (opened instanceof Response) return opened
  return c.html(<FactsPage frame={c.var.officeFrame()} {...opened} refused={refused} />, refused ? 422 : 200)
}
