import { sendExport } from '../../platform/exportDelivery.ts'
import * as exports from '../../platform/exports.ts'
import { afterChange } from '../../platform/flash.ts'
import { type FormResult, readForm } from '../../platform/forms.ts'
import { enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { civilDay } from '../../platform/time.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { groupFetched, groupTakenOut } from '../events.ts'
import { mayTakeOut } from '../permissions.ts'
import { reasonForm } from './forms.ts'
import { GroupExportPage } from './pages/GroupExportPage.tsx'
import { EXPORT_HOME, takeGroupOutJob } from './takingOut.ts'

const ONLY = 'Only the chair and the secretary take out everything the group keeps.'

/** Taking out the whole group: asking with a reason, and fetching for a day. */
export const groupExportRoutes = router()

groupExportRoutes.get(EXPORT_HOME, (c) => showExports(c))

groupExportRoutes.post(EXPORT_HOME, async (c) => {
  allow(mayTakeOut(c.var.actor), ONLY)
  const form = await readForm(c, reasonForm)
  if (!form.ok) return showExports(c, form)
  try {
    await c.var.act(async (act) => {
      const id = await exports.ask(act, { kind: 'group', reason: form.values.reason })
      await enqueue(act, { job: takeGroupOutJob, payload: { export: id } })
      await record(act, groupTakenOut, { export: id })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showExports(c, { ok: false, typed: form.typed, errors: { reason: error.message } })
  }
  return afterChange(c, EXPORT_HOME, { sentence: 'It is being made. A letter will tell you when it is ready.' })
})

groupExportRoutes.post(`${EXPORT_HOME}/:id{${uuid}}/file`, async (c) => {
  allow(mayTakeOut(c.var.actor), ONLY)
  const id = c.req.param('id')
  const found = await c.var.read((tx) => exports.find(tx, id))
  const own = found?.kind === 'group' ? found : undefined
  const day = civilDay(own?.askedAt ?? new Date(), c.var.group.zone)
  const sent = await sendExport(c, own, {
    fileName: `${c.var.group.slug}-everything-${day}.zip`,
    mediaType: 'application/zip',
  })
  await c.var.act((act) => record(act, groupFetched, { export: id }))
  return sent
})

async function showExports(c: Web, refused?: FormResult<unknown> & { ok: false }): Promise<Response> {
  allow(mayTakeOut(c.var.actor), ONLY)
  const askedBy = c.var.actor.personId!
  const earlier = await c.var.read((tx) => exports.list(tx, { kinds: ['group'], askedBy }))
  const page = (
    <GroupExportPage
      frame={c.var.officeFrame()}
      zone={c.var.group.zone}
      earlier={earlier}
      typed={refused?.typed}
      errors={refused?.errors}
    />
  )
  return c.html(page, refused ? 422 : 200)
}
