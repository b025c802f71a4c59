import { z } from 'zod'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { plural } from '../../ui/words.ts'
import * as readings from '../readings.ts'
import { allowKeeping } from '../rights/allowed.ts'
import * as duplicates from './duplicates.ts'
import { lookNow } from './jobs.ts'
import { type MergeField, mergeFields } from './mergeFields.ts'
import * as merges from './merges.ts'
import { DuplicatesPage } from './pages/DuplicatesPage.tsx'
import { MergePage } from './pages/MergePage.tsx'

/** Records that may be one person's: found, told apart, or made one. */
export const duplicateRoutes = router()

const HOME = '/office/register/duplicates'
const PAIR = `${HOME}/:one{${uuid}}/:other{${uuid}}` as const

const side = z.enum(['one', 'other']).optional().catch(undefined)
const mergeForm = z.object({
  ...(Object.fromEntries(mergeFields.map((field) => [field, side])) as Record<MergeField, typeof side>),
  to: z.enum(['preview', 'merge']).catch('preview'),
})

duplicateRoutes.get(HOME, async (c) => {
  allowKeeping(c)
  const page = z.coerce.number().int().min(1).max(10_000).catch(1).parse(c.req.query('page'))
  const found = await c.var.read(async (tx) => ({
    pairs: await duplicates.list(tx, page),
    count: await duplicates.count(tx),
  }))
  return c.html(<DuplicatesPage frame={c.var.officeFrame()} page={page} {...found} />)
})

duplicateRoutes.post(`${HOME}/search`, async (c) => {
  allowKeeping(c)
  const { done, count } = await c.var.act(async (act) => ({
    done: await lookNow(act),
    count: await duplicates.count(act.tx),
  }))
  const found = `${plural(count, 'pair')} may be one person.`
  return afterChange(c, HOME, { sentence: done ? found : `${found} We are still looking: come back in some minutes.` })
})

duplicateRoutes.post(`${PAIR}/apart`, async (c) => {
  allowKeeping(c)
  const undo = await c.var.act(async (act) => {
    await duplicates.sayApart(act, idsIn(c))
    return act.id
  })
  return afterChange(c, HOME, { sentence: 'These are two people. They are not proposed again.', undo })
})

duplicateRoutes.get(PAIR, async (c) => {
  allowKeeping(c)
  return c.html(<MergePage frame={c.var.officeFrame()} pair={await opened(c)} choices={{}} step="choose" />)
})

duplicateRoutes.post(PAIR, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, mergeForm)
  const { to, ...chosen } = form.ok ? form.values : { to: 'preview' as const }
  const choices = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
  if (to === 'preview')
    return c.html(<MergePage frame={c.var.officeFrame()} pair={await opened(c)} choices={choices} step="preview" />)
  const { one, other } = idsIn(c)
  const undo = await c.var.act(async (act) => {
    await merges.merge(act, [one, other], choices)
    return act.id
  })
  return afterChange(c, HOME, { sentence: 'The two records are one person now. Both addresses go on working.', undo })
})

/** Both records are opened by whoever compares them. */
const opened = (c: Web) =>
  c.var.act(async (act) => {
    const { one, other } = idsIn(c)
    const pair = await merges.pairOf(act.tx, [one, other])
    for (const { id } of [pair.one, pair.other]) await readings.note(act, id)
    return pair
  })

const idsIn = (c: Web) => ({ one: c.req.param('one')!, other: c.req.param('other')! })
