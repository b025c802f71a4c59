import type { Tx } from '../../platform/database.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { documents, wordDiff } from '../../writing/index.ts'
import * as entries from '../entries.ts'
import { compareForm } from '../forms.ts'
import { mayPublish, mayWrite } from '../permissions.ts'
import type { Kind } from '../rules.ts'
import { readWritten } from './editor.ts'
import { base, change } from './entryRoutes.tsx'
import { ComparePage } from './pages/ComparePage.tsx'
import { VersionsPage } from './pages/VersionsPage.tsx'
import { showPreview } from './preview.tsx'
import { namesOf } from './writers.ts'

/** Preview, versions and what differs between them, for posts or for pages. */
export function versionRoutes(kind: Kind) {
  const routes = router()
  const one = `${base(kind)}/:id{${uuid}}`
  const idIn = (c: Web) => c.req.param('id') ?? ''

  routes.get(`${one}/preview`, (c) => showPreview(c, kind, idIn(c)))

  routes.get(`${one}/versions`, async (c) => {
    allow(mayWrite(c.var.actor))
    const found = await c.var.read(async (tx) => {
      const written = await readWritten(tx, kind, idIn(c))
      const versions = await documents.listVersions(tx, written.entry.document_id)
      return { written, versions, names: await namesOf(tx, versions) }
    })
    return c.html(<VersionsPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ kind, ...found }} />)
  })

  routes.get(`${one}/versions/compare`, async (c) => {
    allow(mayWrite(c.var.actor))
    const asked = compareForm.safeParse(c.req.query())
    if (!asked.success) throw new Refusal('Choose two versions to compare.', 404)
    const { from, to } = asked.data
    const found = await c.var.read(async (tx) => {
      const written = await readWritten(tx, kind, idIn(c))
      const version = (number: number) => versionOf(tx, written.entry.document_id, number)
      return { written, before: await version(from), after: await version(to) }
    })
    const blocks = wordDiff(found.before.body, found.after.body)
    return c.html(<ComparePage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ kind, blocks, ...found }} />)
  })

  routes.post(`${one}/versions/:number{[1-9][0-9]{0,5}}/restoration`, (c) => restore(c, kind))
  return routes
}

/** The old words become the latest version; the versions between stay. */
async function restore(c: Web, kind: Kind): Promise<Response> {
  allow(mayWrite(c.var.actor))
  const [id, number] = [c.req.param('id') ?? '', Number(c.req.param('number'))]
  return change(c, `${base(kind)}/${id}`, async (act) => {
    const { entry, latest } = await readWritten(act.tx, kind, id)
    const { title, body } = await versionOf(act.tx, entry.document_id, number)
    await entries.save(act, { id, basedOn: latest.number, title, body, note: `Version ${number} brought back` })
    const isPublic = entry.status === 'published' && mayPublish(act.by)
    return `Version ${number} is the latest again.${isPublic ? ' Publish it for readers to see it.' : ''}`
  })
}

async function versionOf(tx: Tx, documentId: string, number: number) {
  const version = await documents.findVersion(tx, { documentId, number })
  if (!version) throw new Refusal('There is no such version.', 404)
  return version
}
