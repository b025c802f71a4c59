import { open as openParts } from '../parts/belonging.ts'
import { z } from 'zod'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { line, ticked } from '../../platform/fields.ts'
import { router, uuid } from '../../platform/web.ts'
import { all as allTopics } from '../topics.ts'
import { allowKeeping, allowSeeing, HOME } from './asking.ts'
import { bulkForm, changeAll } from './bulk.ts'
import { countAll } from './counts.ts'
import { statuses, statusNames } from '../kinds.ts'
import { filterOfQuery, queryOf, readFilter } from './filter.ts'
import { find } from './list.ts'
import { RegisterPage } from './pages/RegisterPage.tsx'
import * as savedViews from './savedViews.ts'
import { become, lockOne } from './standing.ts'
import { standingViews } from './standingViews.ts'
import { mayKeepRegister } from '../permissions.ts'

export const listRoutes = router()

listRoutes.get(HOME, async (c) => {
  const asking = allowSeeing(c)
  const filter = readFilter(c.req.query())
  const standing = standingViews.filter(({ needs }) => asking.eyes.part(needs))
  const found = await c.var.read(async (tx) => {
    const matching = await find(tx, filter, asking)
    const saved = await savedViews.visibleTo(tx, c.var.actor.personId)
    const views = [...standing.map((view) => view.filter), ...saved.map(({ query }) => filterOfQuery(query))]
    const counts = await countAll(tx, views, asking)
    const [topics, groups] = [await allTopics(tx), await openParts(tx)]
    return { ...matching, saved, counts, topics, groups }
  })
  const keeps = mayKeepRegister(c.var.actor)
  return c.html(
    <RegisterPage frame={c.var.officeFrame()} {...{ filter, standing, keeps, ...found }} eyes={asking.eyes} />,
  )
})

listRoutes.post(`${HOME}/changes`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, bulkForm)
  if (!form.ok)
    throw new Refusal('Choose what to do with the ticked people.', 422, { label: 'Back to the register', href: HOME })
  const { id: ids, want, back } = form.values
  if (!ids.length) return afterChange(c, hrefOfQuery(back), { sentence: 'Tick at least one person first.' })
  const flash = await c.var.act(async (act) => ({ sentence: await changeAll(act, { ids, want }), undo: act.id }))
  return afterChange(c, hrefOfQuery(back), flash)
})

const statusForm = z.object({ status: z.enum(statuses), back: z.string().max(2000).catch('') })

listRoutes.post(`${HOME}/:id{${uuid}}/status`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, statusForm)
  if (!form.ok) throw new Refusal('Choose Current, Lapsed or Left.', 422)
  const { status, back } = form.values
  const flash = await c.var.act(async (act) => {
    const person = await lockOne(act, c.req.param('id'))
    await become(act, person, status)
    return { sentence: `${person.name} is now ${statusNames[status]}.`, undo: act.id }
  })
  return afterChange(c, back === 'record' ? `${HOME}/${c.req.param('id')}` : hrefOfQuery(back), flash)
})

const viewForm = z.object({
  name: line(60, 'the name').min(1, 'Give the view a name.'),
  shared: ticked,
  query: z.string().max(2000),
})

listRoutes.post(`${HOME}/views`, async (c) => {
  allowSeeing(c)
  const form = await readForm(c, viewForm)
  if (!form.ok) throw new Refusal(Object.values(form.errors)[0]!, 422, { label: 'Back to the register', href: HOME })
  const { name, shared, query } = form.values
  const filter = filterOfQuery(query)
  const undo = await c.var.act(async (act) => {
    await savedViews.save(act, { name, shared, filter })
    return act.id
  })
  return afterChange(c, hrefOfQuery(queryOf(filter)), { sentence: `“${name}” is kept as a view.`, undo })
})

listRoutes.post(`${HOME}/views/:id{${uuid}}/removal`, async (c) => {
  allowSeeing(c)
  const flash = await c.var.act(async (act) => ({
    sentence: `The view “${await savedViews.remove(act, c.req.param('id'))}” is gone.`,
    undo: act.id,
  }))
  return afterChange(c, HOME, flash)
})

/** Read and written anew, so that nothing but filters can stand in the address that is gone to. */
const hrefOfQuery = (query: string): string => {
  const clean = queryOf(filterOfQuery(query))
  return clean ? `${HOME}?${clean}` : HOME
}
