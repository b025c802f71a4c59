import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { publishing } from '../index.ts'
import { aJpeg, aMediaHost, inHaste, type MediaHost } from '../media/factories.ts'
import { mediaJob } from '../media/mediaJob.ts'
import { anExport } from '../wordpress/factories.ts'
import { importWordPressCommand } from './command.ts'

const installation = testInstallation()
const HOME = '/office/website/import'
const UPLOADS = '/wp-content/uploads/2019/03'

const attachment = (site: string, name: string) => ({
  type: 'attachment',
  status: 'inherit',
  attachmentUrl: `${site}${UPLOADS}/${name}`,
  meta: { _wp_attachment_image_alt: 'The weir' },
})

/** A post that shows a listed picture, one that stands only in the text, and one of somebody else's. */
const anExportOf = (site: string) =>
  anExport({
    baseUrl: site,
    items: [
      {
        slug: 'rain',
        content: `<img src="${site}${UPLOADS}/weir-300x200.jpg"> <img src="${UPLOADS}/only-in-text.jpg" alt="A heron"> <img src="https://elsewhere.example${UPLOADS}/theirs.jpg" alt="Theirs">`,
      },
      attachment(site, 'weir.jpg'),
      attachment(site, 'lost.jpg'),
    ],
  })

async function anOldWebsite(): Promise<MediaHost & { mend(): void }> {
  const jpeg = await aJpeg()
  let mended = false
  const host = await aMediaHost((request, response) => {
    const ok = mended || !request.url?.includes('lost')
    response.writeHead(ok ? 200 : 404).end(ok ? jpeg : '')
  })
  onTestFinished(() => host.close())
  return { ...host, mend: () => void (mended = true) }
}

async function anEditor() {
  const group = await aGroup(installation)
  const person = await anOfficer(installation.context(group), { role: 'editor' })
  const officer = await signedInAs(installation, group, person)
  return { group, officer, visitor: visitorOf(installation, group) }
}

const workWith = ({ reach }: MediaHost) => ({
  jobs: [...(publishing.jobs ?? []), mediaJob(inHaste(reach)) as never],
  timetable: [],
  listeners: publishing.listens ?? [],
})

test('with a tick the pictures come from the old website, and what is missing can be tried again', async () => {
  const old = await anOldWebsite()
  const { officer, visitor } = await anEditor()

  const sent = await officer.post(HOME, { export: new File([anExportOf(old.site)], 'e.xml'), fetch_media: 'yes' })
  await installation.runJobs(workWith(old))
  const report = await (await officer.follow(sent)).text()
  old.mend()
  old.asked.length = 0
  const again = await officer.post(`${sent.headers.get('location')}/pictures`)
  const underWay = await (await officer.follow(again)).text()
  await installation.runJobs(workWith(old))
  const after = await (await officer.follow(sent)).text()

  expect(report).toContain('2 pictures have come from the old website. 1 picture is missing.')
  expect(report).toContain('The old website says that it has no such file.')
  expect(report).toContain('Try the missing ones again')
  expect(again.status).toBe(303)
  expect(underWay).toContain('The missing pictures are being tried again.')
  expect(underWay).toContain('2 of 3 pictures tried')
  expect(after).toContain('3 pictures have come from the old website. None is missing.')
  expect(after).not.toContain('Try the missing ones again')
  expect(old.asked).toEqual([`${UPLOADS}/lost.jpg`])
  const shown = await Promise.all(
    ['weir', 'lost', 'only-in-text', 'theirs'].map((name) => visitor.get(`${UPLOADS}/${name}.jpg`)),
  )
  expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 404])
  expect(await (await visitor.get('/2019/03/02/rain/')).text()).toContain('alt="A heron"')
})

test('importing again fetches only what is missing', async () => {
  const old = await anOldWebsite()
  const { officer } = await anEditor()
  const send = async () => {
    const sent = await officer.post(HOME, { export: new File([anExportOf(old.site)], 'e.xml'), fetch_media: 'yes' })
    await installation.runJobs(workWith(old))
    return (await officer.follow(sent)).text()
  }
  await send()
  old.mend()
  old.asked.length = 0

  const report = await send()

  expect(old.asked).toEqual([`${UPLOADS}/lost.jpg`])
  expect(report).toContain('1 picture has come from the old website. None is missing.')
})

test('without the tick nobody is asked, and a refused form keeps it', async () => {
  const old = await anOldWebsite()
  const { officer } = await anEditor()

  const refused = await officer.post(HOME, { export: new File(['Dear all'], 'letter.txt'), fetch_media: 'yes' })
  const sent = await officer.post(HOME, { export: new File([anExportOf(old.site)], 'e.xml') })
  await installation.runJobs(workWith(old))

  expect(await refused.text()).toMatch(/name="fetch_media"[^>]*checked/)
  expect(await (await officer.follow(sent)).text()).not.toContain('Pictures from the old website')
  expect(old.asked).toEqual([])
})

test('only those who publish may ask again, and only for their own group', async () => {
  const old = await anOldWebsite()
  const { group, officer, visitor } = await anEditor()
  const sent = await officer.post(HOME, { export: new File([anExportOf(old.site)], 'e.xml'), fetch_media: 'yes' })
  await installation.runJobs(workWith(old))
  const treasurer = await signedInAs(
    installation,
    group,
    await anOfficer(installation.context(group), { role: 'treasurer' }),
  )
  const stranger = (await anEditor()).officer
  const address = `${sent.headers.get('location')}/pictures`

  const answers = await Promise.all([visitor, treasurer, stranger].map((browser) => browser.post(address)))

  expect(answers.map(({ status }) => status)).toEqual([303, 403, 409])
  expect(answers[0]?.headers.get('location')).toContain('/sign-in')
})

test('at the terminal an old website inside a private network is refused, and the texts come in all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bb-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const old = await anOldWebsite()
  const file = join(folder, 'export.xml')
  writeFileSync(file, anExportOf(old.site.replace('allotments.example', '127.0.0.1')))
  const { group } = await anEditor()
  const said: string[] = []

  await importWordPressCommand.run({
    services: installation.services,
    owner: {},
    operands: [file],
    options: { group: group.slug, 'fetch-media': true },
    say: (line) => void said.push(line),
    progress: () => {},
    groupContext: async () => installation.context(group),
  })

  expect(said.slice(-2)).toEqual([
    '0 pictures fetched from the old website, 3 missing.',
    'Missing, 3: The old website’s name leads into a private network, and nothing is fetched from there.',
  ])
  expect(old.asked).toEqual([])
})
