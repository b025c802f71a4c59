import { z } from 'zod'
import { csvFile } from '../../platform/csv.ts'
import { afterChange } from '../../platform/flash.ts'
import { line, ticked } from '../../platform/fields.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, todayOf, uuid, type Web } from '../../platform/web.ts'
import { mayKeepRegister } from '../permissions.ts'
import * as approvals from './approvals.ts'
import { allowKeeping, allowSeeing, HOME } from './asking.ts'
import { extentOf, headingsFor, needsSecondWord, takeOut } from './exporting.ts'
import { type Filter, filterOfQuery, readFilter } from './filter.ts'
import { ApprovalPage } from './pages/ApprovalPage.tsx'
import { ExportPage } from './pages/ExportPage.tsx'
import type { Refused } from './recordRoutes.tsx'

/** Taking a list out of the register, and the second officer's word for the whole of it. */
export const exportRoutes = router()

const EXPORT = `${HOME}/export`
const APPROVAL = `${EXPORT}/approvals/:id{${uuid}}` as const

const exportForm = z.object({
  query: z.string().max(2000),
  reason: line(500, 'the reason').min(1, 'Say what the list is for. It is kept with your name.'),
  contact: ticked,
})

exportRoutes.get(EXPORT, (c) => showExport(c, readFilter(c.req.query())))

exportRoutes.post(EXPORT, async (c) => {
  const asking = allowSeeing(c)
  const form = await readForm(c, exportForm)
  const filter = filterOfQuery(String(form.typed['query'] ?? ''))
  if (!form.ok) return showExport(c, filter, form)
  const { reason, contact } = form.values
  const shows = contact && asking.eyes.part('contact') !== null
  const extent = await c.var.read((tx) => extentOf(tx, filter, { ...asking, officerId: c.var.actor.personId }))
  const second = needsSecondWord(extent, shows)
  if (second && !(await mayGo(c))) return askAnother(c, reason)
  const taken = await c.var.act(async (act) => {
    const approvalId = second ? await approvals.use(act) : null
    return takeOut(act, { filter, reason, contact: shows, approvalId }, asking)
  })
  return csvFile(c, `people-${todayOf(c)}`, taken)
})

exportRoutes.post(`${EXPORT}/withdrawal`, async (c) => {
  allowSeeing(c)
  await c.var.act((act) => approvals.withdraw(act))
  return afterChange(c, EXPORT, { sentence: 'You no longer ask for it.' })
})

exportRoutes.get(APPROVAL, async (c) => {
  allowKeeping(c)
  const asked = await c.var.read((tx) => approvals.open(tx, new Date()))
  const approval = asked.find(({ id }) => id === c.req.param('id'))
  if (!approval) throw new Refusal('Nobody asks for this any more.', 404)
  const own = approval.askedBy === c.var.actor.personId
  return c.html(<ApprovalPage frame={c.var.officeFrame()} {...{ approval, own }} zone={c.var.group.zone} />)
})

const answerForm = z.object({ answer: z.enum(['yes', 'no']) })

exportRoutes.post(APPROVAL, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) throw new Refusal('Say yes or no.', 422)
  const yes = form.values.answer === 'yes'
  await c.var.act((act) => approvals.answer(act, c.req.param('id'), yes))
  const sentence = yes ? 'You allowed it. The list can be taken out once, within the week.' : 'You said no.'
  return afterChange(c, '/office', { sentence })
})

const mayGo = async (c: Web): Promise<boolean> =>
  (await c.var.read((tx) => approvals.ownOf(tx, c.var.actor.personId, new Date())))?.state === 'given'

async function askAnother(c: Web, reason: string): Promise<Response> {
  allow(mayKeepRegister(c.var.actor), 'So much of the register is taken out by those who keep it.')
  await c.var.act((act) => approvals.ask(act, reason))
  return afterChange(c, EXPORT, {
    sentence: 'Another officer is asked. You can take the list out once they have said yes.',
  })
}

async function showExport(c: Web, filter: Filter, refused?: Refused): Promise<Response> {
  const asking = allowSeeing(c)
  const found = await c.var.read(async (tx) => ({
    extent: await extentOf(tx, filter, { ...asking, officerId: c.var.actor.personId }),
    approval: await approvals.ownOf(tx, c.var.actor.personId, new Date()),
  }))
  const headings = headingsFor(asking.eyes, true)
  const page = (
    <ExportPage frame={c.var.officeFrame()} {...found} {...{ filter, headings, refused }} eyes={asking.eyes} />
  )
  return c.html(page, refused ? 422 : 200)
}
