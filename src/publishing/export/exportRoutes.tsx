import { z } from 'zod'
import { sendExport } from '../../platform/exportDelivery.ts'
import * as exports from '../../platform/exports.ts'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import type { Sample } from '../../platform/slice.ts'
import { civilDay } from '../../platform/time.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { websiteFetched, websiteTakenOut } from '../events.ts'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { WebsiteExportPage } from './pages/WebsiteExportPage.tsx'
import { takeWebsiteOut } from './websiteExport.ts'

const HOME = '/office/website/export'
const KINDS = ['website', 'pictures'] as const

/** Taking the website along: asking for the files, and fetching them for a day. */
export const exportRoutes = router()

exportRoutes.get(HOME, (c) => showExports(c))

exportRoutes.post(HOME, async (c) => {
  allow(mayPublish(c.var.actor), publishersOnly)
  const form = await readForm(c, z.object({ kind: z.enum(KINDS, 'Choose what to take along.') }))
  if (!form.ok) return showExports(c, 'Choose what to take along.')
  const { kind } = form.values
  try {
    await c.var.act(async (act) => {
      const id = await exports.ask(act, { kind })
      await enqueue(act, { job: takeWebsiteOut, payload: { export: id } })
      await record(act, websiteTakenOut, { export: id })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showExports(c, error.message)
  }
  return afterChange(c, HOME, { sentence: 'It is being made. It appears here when it is ready.' })
})

exportRoutes.post(`${HOME}/:id{${uuid}}/file`, async (c) => {
  allow(mayPublish(c.var.actor), publishersOnly)
  const found = await c.var.read((tx) => exports.find(tx, c.req.param('id')))
  if (found?.kind === 'group') throw new Refusal('There is no such file for you.', 404)
  const day = civilDay(found?.askedAt ?? new Date(), c.var.group.zone)
  const name = `${c.var.group.slug}-${found?.kind ?? ''}-${day}`
  const isZip = found?.kind === 'pictures'
  const sent = await sendExport(c, found, {
    fileName: `${name}.${isZip ? 'zip' : 'xml'}`,
    mediaType: isZip ? 'application/zip' : 'text/xml; charset=utf-8',
  })
  await c.var.act((act) => record(act, websiteFetched, { export: c.req.param('id') }))
  return sent
})

async function showExports(c: Web, trouble?: string): Promise<Response> {
  allow(mayPublish(c.var.actor), publishersOnly)
  const askedBy = c.var.actor.personId!
  const earlier = await c.var.read((tx) => exports.list(tx, { kinds: KINDS, askedBy }))
  const page = (
    <WebsiteExportPage frame={c.var.officeFrame()} zone={c.var.group.zone} earlier={earlier} trouble={trouble} />
  )
  return c.html(page, trouble ? 422 : 200)
}

/** Each officer sees only what they asked for: there is no file to walk to. */
export const exportSamples: readonly Sample[] = [{ route: HOME, address: HOME, as: 'officer' }]
