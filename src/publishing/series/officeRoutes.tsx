import type { Tx } from '../../platform/database.ts'
import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { change } from '../office/entryRoutes.tsx'
import { refusable } from '../office/termRoutes.tsx'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { orderForm, partForm, seriesForm } from './forms.ts'
import { OfficeSeriesListPage } from './pages/OfficeSeriesListPage.tsx'
import { OfficeSeriesPage } from './pages/OfficeSeriesPage.tsx'
import { officeParts, postsWithoutSeries } from './parts.ts'
import * as series from './series.ts'

const HOME = '/office/series'
const ONE = `${HOME}/:id{${uuid}}` as const

/** Making series and ordering their parts. */
export const seriesOfficeRoutes = router()

seriesOfficeRoutes.get(HOME, (c) => showList(c))

seriesOfficeRoutes.post(HOME, async (c) => {
  allowSeries(c)
  const form = await readForm(c, seriesForm)
  if (!form.ok) return showList(c, form)
  return refusable(
    async () => {
      const made = await c.var.act(async (act) => ({ id: await series.create(act, form.values), undo: act.id }))
      const sentence = `The series “${form.values.name}” is there. Add its first post.`
      return afterChange(c, `${HOME}/${made.id}`, { sentence, undo: made.undo })
    },
    (errors) => showList(c, { typed: form.typed, errors }),
  )
})

seriesOfficeRoutes.get(ONE, (c) => showOne(c))

seriesOfficeRoutes.post(ONE, async (c) => {
  allowSeries(c)
  const form = await readForm(c, seriesForm)
  if (!form.ok) return showOne(c, form)
  return refusable(
    () =>
      changeOne(c, async (act) => {
        await series.change(act, idOf(c), form.values)
        return `“${form.values.name}” is saved.`
      }),
    (errors) => showOne(c, { typed: form.typed, errors }),
  )
})

seriesOfficeRoutes.post(`${ONE}/parts`, async (c) => {
  allowSeries(c)
  const form = await readForm(c, partForm)
  if (!form.ok) return showOne(c, form)
  return refusable(
    () =>
      changeOne(c, async (act) => {
        await series.addPart(act, idOf(c), form.values.entry)
        return 'The post is part of the series.'
      }),
    (errors) => showOne(c, { typed: form.typed, errors }),
  )
})

seriesOfficeRoutes.post(`${ONE}/order`, async (c) => {
  allowSeries(c)
  const form = await readForm(c, orderForm)
  if (!form.ok) return showOne(c)
  const { entry, to } = form.values
  return changeOne(c, async (act) => {
    await series.movePart(act, idOf(c), { entryId: entry, by: to === 'up' ? -1 : 1 })
    return 'The order is changed.'
  })
})

seriesOfficeRoutes.post(`${ONE}/parts/:entry{${uuid}}/removal`, (c) => {
  allowSeries(c)
  return changeOne(c, async (act) => {
    await series.removePart(act, idOf(c), c.req.param('entry'))
    return 'The post is no longer part of the series.'
  })
})

seriesOfficeRoutes.post(`${ONE}/removal`, (c) => {
  allowSeries(c)
  return change(c, HOME, async (act) => {
    await series.remove(act, idOf(c))
    return 'The series is deleted. Its posts stay.'
  })
})

const allowSeries = (c: Web) => allow(mayPublish(c.var.actor), publishersOnly)
const idOf = (c: Web): string => c.req.param('id') ?? ''
const changeOne = (c: Web, work: Parameters<typeof change>[2]) => change(c, `${HOME}/${idOf(c)}`, work)

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

async function showList(c: Web, refused?: Refused): Promise<Response> {
  allowSeries(c)
  const all = await c.var.read((tx) => series.list(tx))
  return c.html(<OfficeSeriesListPage frame={c.var.officeFrame()} series={all} {...refused} />, refused ? 422 : 200)
}

async function showOne(c: Web, refused?: Refused): Promise<Response> {
  allowSeries(c)
  const shown = await c.var.read((tx) => readOne(tx, idOf(c)))
  return c.html(<OfficeSeriesPage frame={c.var.officeFrame()} {...shown} {...refused} />, refused ? 422 : 200)
}

async function readOne(tx: Tx, id: string) {
  const one = await series.find(tx, id)
  if (!one) throw new Refusal('There is no such series.', 404)
  return { series: one, parts: await officeParts(tx, id), choices: await postsWithoutSeries(tx) }
}
