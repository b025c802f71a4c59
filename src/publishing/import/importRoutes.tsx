import type { Tx } from '../../platform/database.ts'
import type { Errors } from '../../platform/forms.ts'
import { allow, Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { mediaRoutes } from '../media/mediaRoutes.ts'
import { mediaOf } from '../media/wanted.ts'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { isFindingKind } from './findingKinds.ts'
import { countFindings, firstOfEachKind, listFindings } from './findings.ts'
import * as imports from './imports.ts'
import { type ShownFindings } from './pages/FindingsPart.tsx'
import { ImportPage } from './pages/ImportPage.tsx'
import { ImportsPage } from './pages/ImportsPage.tsx'
import { receiveExport } from './sentFiles.ts'
import { startImport } from './uploadedImport.ts'

const HOME = '/office/website/import'

/** Sending an export, watching it come in, and reading what came of it. */
export const importRoutes = router()
importRoutes.route('/', mediaRoutes)

importRoutes.get(HOME, (c) => showImports(c))

importRoutes.post(HOME, async (c) => {
  allow(mayPublish(c.var.actor), publishersOnly)
  const received = await receiveExport(c)
  if (!received.ok) return showImports(c, received)
  try {
    const id = await c.var.act((act) => startImport(act, received.sent))
    return c.redirect(`${HOME}/${id}`, 303)
  } catch (error) {
    await received.discard()
    if (!(error instanceof Refusal)) throw error
    const { fetchMedia = false } = received.sent
    return showImports(c, { errors: { export: error.message }, status: error.status, fetchMedia })
  }
})

importRoutes.get(`${HOME}/:id{${uuid}}`, async (c) => {
  allow(mayPublish(c.var.actor), publishersOnly)
  const asked = { kind: c.req.query('kind'), page: Number(c.req.query('page')) || 1 }
  const found = await c.var.read(async (tx) => {
    const one = await imports.find(tx, { id: c.req.param('id'), now: new Date() })
    return one && { one, findings: await findingsOf(tx, one, asked), media: await mediaOf(tx, one.id) }
  })
  if (!found) return c.notFound()
  if (found.one.endedAt && !found.one.seenAt) await c.var.act((act) => imports.markSeen(act, found.one.id))
  return c.html(<ImportPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...found} />)
})

type Refused = { errors: Errors; status: RefusalStatus; fetchMedia: boolean }

async function showImports(c: Web, refused?: Refused): Promise<Response> {
  allow(mayPublish(c.var.actor), publishersOnly)
  const earlier = await c.var.read((tx) => imports.list(tx, { now: new Date() }))
  return c.html(
    <ImportsPage frame={c.var.officeFrame()} zone={c.var.group.zone} earlier={earlier} refused={refused} />,
    refused?.status ?? 200,
  )
}

/** The first few of every kind; or all of one kind, some at a time. */
export async function findingsOf(
  tx: Tx,
  { id: importId, state }: imports.Import,
  asked: { kind: string | undefined; page: number },
): Promise<ShownFindings> {
  const counts = state === 'done' ? await countFindings(tx, importId) : new Map()
  if (!isFindingKind(asked.kind))
    return { counts, kind: undefined, page: 1, rows: counts.size ? await firstOfEachKind(tx, importId) : [] }
  const page = Math.min(Math.max(1, Math.floor(asked.page)), 10_000)
  return { counts, kind: asked.kind, page, rows: await listFindings(tx, { importId, kind: asked.kind, page }) }
}
