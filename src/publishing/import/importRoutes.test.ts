import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { anExport } from '../wordpress/factories.ts'
import { publishing } from '../index.ts'
import { aZip } from '../../platform/zipFactory.ts'

const installation = testInstallation()
/** Groups have the same numbers in every test, and so the same folders. */
beforeEach(() => rmSync(join(installation.services.config.dataDir, 'files'), { recursive: true, force: true }))

const HOME = '/office/website/import'
const SITE = 'https://allotments.example'
const work = { jobs: publishing.jobs ?? [], timetable: publishing.timetable ?? [], listeners: publishing.listens ?? [] }

async function anEditor(): Promise<{ group: KnownGroup; officer: Browser }> {
  const group = await aGroup(installation)
  const person = await anOfficer(installation.context(group), { role: 'editor' })
  return { group, officer: await signedInAs(installation, group, person) }
}

const xml = (text: string, name = 'export.xml') => new File([text], name)
const zip = (files: Record<string, Uint8Array | string>, name = 'uploads.zip') =>
  new File([aZip(Object.entries(files).map(([inside, bytes]) => ({ name: inside, bytes: Buffer.from(bytes) })))], name)
const filesKept = (group: KnownGroup): string[] => {
  const folder = join(installation.services.config.dataDir, 'files', String(group.id))
  return existsSync(folder) ? readdirSync(folder) : []
}
const aPicture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer(),
  )

test('an officer sends an export, watches it come in and reads the report', async () => {
  const { group, officer } = await anEditor()
  const file = xml(
    anExport({
      items: [{ slug: 'rain', title: 'Rain', content: '<p>Write to wren@allotments.example.</p>', comments: [{}] }],
    }),
  )

  const sent = await officer.post(HOME, { export: file })
  const waiting = await (await officer.follow(sent)).text()
  await installation.runJobs(work)
  const report = await (await officer.follow(sent)).text()

  expect(sent.status).toBe(303)
  expect(waiting).toContain('<meta http-equiv="refresh"')
  expect(waiting).toContain('The import is waiting for its turn')
  expect(report).not.toContain('http-equiv="refresh"')
  expect(report).toContain('1 post and 1 comment came in.')
  expect(report).toContain('1 thing needs a look.')
  expect(report).toMatch(/href="\/2019\/03\/02\/rain\/"/)
  expect(report).toMatch(/href="\/office\/posts\/[0-9a-f-]{36}"/)
  expect((await visitorOf(installation, group).get('/2019/03/02/rain/')).status).toBe(200)
  expect(filesKept(group)).toEqual([])
})

test('a zip with the export, and pictures beside it', async () => {
  const { group, officer } = await anEditor()
  const picture = (path: string) => ({
    type: 'attachment',
    status: 'inherit',
    attachmentUrl: `${SITE}/wp-content/uploads/${path}`,
    meta: { _wp_attachment_image_alt: 'The weir' },
  })
  const file = anExport({
    items: [
      { slug: 'rain', content: `<img src="${SITE}/wp-content/uploads/2019/03/weir-300x200.jpg">` },
      picture('2019/03/weir.jpg'),
      picture('2019/03/drawing.jpg'),
      picture('2019/03/lost.jpg'),
    ],
  })
  const uploads = zip({
    'wp-content/uploads/2019/03/weir.jpg': await aPicture(),
    'wp-content/uploads/2019/03/drawing.jpg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  })

  const sent = await officer.post(HOME, { export: zip({ 'export.xml': file }, 'export.zip'), uploads })
  await installation.runJobs(work)
  const report = await (await officer.follow(sent)).text()

  const visitor = visitorOf(installation, group)
  const shown = await visitor.get('/wp-content/uploads/2019/03/weir.jpg')
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(await (await visitor.get('/2019/03/02/rain/')).text()).toContain('/wp-content/uploads/2019/03/weir.jpg')
  expect((await visitor.get('/wp-content/uploads/2019/03/drawing.jpg')).status).toBe(404)
  expect(report).toContain('This is not a picture we can show.')
  expect(report).toContain('Its file was not among the pictures that were sent.')
  expect(filesKept(group)).toHaveLength(1)
})

test.each([
  ['no file', {}, 422, 'Choose the file that WordPress made.'],
  ['a letter', { export: xml('Dear all', 'letter.txt') }, 415, 'This is not an export from WordPress.'],
  ['an empty zip', { export: zip({ 'readme.txt': 'hello' }) }, 422, 'The zip file holds no .xml file.'],
  [
    'two exports in one zip',
    { export: zip({ 'a.xml': '<rss/>', 'b.xml': '<rss/>' }) },
    422,
    'The zip file holds 2 .xml files.',
  ],
  ['a damaged zip', { export: xml('PK\u0003\u0004 and no more', 'x.zip') }, 415, 'The zip file is damaged'],
  [
    'pictures that are no zip',
    { export: xml(anExport()), uploads: xml('JPEG', 'a.jpg') },
    415,
    'This is not a zip file.',
  ],
])('%s is refused beside its field, and not kept', async (_, fields, ...[status, sentence]) => {
  const { group, officer } = await anEditor()

  const response = await officer.post(HOME, { note: new File([], ''), ...fields })

  expect(response.status).toBe(status)
  expect(await response.text()).toContain(sentence)
  expect(filesKept(group)).toEqual([])
  expect((await installation.owner.query('select 1 from publishing.import')).rowCount).toBe(0)
})

test('an export that turns out damaged is refused in its report, and its file removed', async () => {
  const { group, officer } = await anEditor()
  const sent = await officer.post(HOME, { export: xml(anExport({ items: [{}] }).slice(0, -60)) })

  await installation.runJobs(work)

  const page = await (await officer.follow(sent)).text()
  expect(page).toContain('The file stops in the middle')
  expect(page).toContain('Your website is as it was before.')
  expect(filesKept(group)).toEqual([])
})

test('an import that was killed half-way begins again, and one that has ended does nothing', async () => {
  const { officer } = await anEditor()
  await officer.post(HOME, { export: xml(anExport({ items: [{}] })) })
  const jobs = await installation.services.pool.query(
    "select payload from graphile_worker._private_jobs where payload->>'import' is not null",
  )
  await installation.owner.query("update publishing.import set state = 'running', phase = 'items'")

  await installation.runJobs(work)
  const first = await installation.owner.query('select * from publishing.import')
  await importUploadedAgain(jobs.rows[0].payload)

  expect(first.rows[0]).toMatchObject({ state: 'done', export_sha256: null })
  expect((await installation.owner.query('select * from publishing.import')).rows).toEqual(first.rows)
})

async function importUploadedAgain(payload: { group: number; import: string }): Promise<void> {
  await installation.services.pool.query("select graphile_worker.add_job('publishing.import_wordpress', $1)", [
    JSON.stringify(payload),
  ])
  await installation.runJobs(work)
}

test('while one import waits another is refused', async () => {
  const { group, officer } = await anEditor()
  await officer.post(HOME, { export: xml(anExport()) })

  const second = await officer.post(HOME, { export: xml(anExport({ title: 'Another' })) })

  expect(second.status).toBe(409)
  expect(await second.text()).toContain('Another import for this group is running.')
  expect(filesKept(group)).toHaveLength(1)
})

test('Today tells of an import until somebody has read its report', async () => {
  const { officer } = await anEditor()
  const sent = await officer.post(HOME, { export: xml(anExport({ items: [{ content: '' }] })) })
  await installation.runJobs(work)

  const before = await (await officer.get('/office')).text()
  await officer.follow(sent)
  const after = await (await officer.get('/office')).text()

  expect(before).toContain('An import has ended: 1 thing to look at')
  expect(after).not.toContain('An import has ended')
})

test('a treasurer may not import, and another group’s report is not there', async () => {
  const { group, officer } = await anEditor()
  const treasurer = await signedInAs(
    installation,
    group,
    await anOfficer(installation.context(group), { role: 'treasurer' }),
  )
  const stranger = (await anEditor()).officer
  const sent = await officer.post(HOME, { export: xml(anExport()) })

  const answers = await Promise.all([
    treasurer.get(HOME),
    treasurer.post(HOME, { export: xml(anExport()) }),
    stranger.get(sent.headers.get('location') ?? ''),
    visitorOf(installation, group).get(HOME),
  ])

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 303])
})
