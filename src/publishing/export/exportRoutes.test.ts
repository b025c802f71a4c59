import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import type { Role } from '../../platform/roles.ts'
import { removeExpired } from '../../platform/exports.ts'
import type { CommandContext } from '../../platform/slice.ts'
import { aPost } from '../factories.ts'
import { openZip } from '../../platform/zip.ts'
import { publishing } from '../index.ts'
import * as pictures from '../pictures.ts'

const installation = testInstallation()
const HOME = '/office/website/export'
const work = { jobs: publishing.jobs ?? [], timetable: [], listeners: [] }

async function anOffice(role: Role = 'editor') {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const another = async (other: Role) => signedInAs(installation, group, await anOfficer(context, { role: other }))
  return { group, context, officer: await another(role), another }
}

/** What the page offers to fetch, newest first. */
const offered = (page: string): string[] => [...page.matchAll(/action="([^"]+\/file)"/g)].map(([, action]) => action!)

test('an editor asks for the website, and fetches it when it is made', async () => {
  const { context, officer } = await anOffice()
  await aPost(context, { title: 'Rain barrels' })

  const asked = await officer.post(HOME, { kind: 'website' })
  const waiting = await (await officer.follow(asked)).text()
  await installation.runJobs(work)
  const [action] = offered(await (await officer.get(HOME)).text())
  const file = await officer.post(action!)

  expect(asked.status).toBe(303)
  expect(waiting).toContain('Being made')
  expect(waiting).toContain('http-equiv="refresh"')
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename="group-\d+-website-\d{4}-\d\d-\d\d\.xml"$/,
  )
  expect(await file.text()).toContain('<title><![CDATA[Rain barrels]]></title>')
  const { rows } = await installation.owner.query(
    "select event from platform.journal where event like '%website%' order by id",
  )
  expect(rows.map(({ event }) => event)).toEqual(['publishing.website_taken_out', 'publishing.website_fetched'])
})

test('nobody else fetches what an officer asked for, and whoever may not publish may not ask', async () => {
  const { officer, another } = await anOffice()
  await officer.post(HOME, { kind: 'website' })
  await installation.runJobs(work)
  const [action] = offered(await (await officer.get(HOME)).text())
  const [chair, treasurer] = [await another('chair'), await another('treasurer')]

  expect((await chair.post(action!)).status).toBe(404)
  expect(offered(await (await chair.get(HOME)).text())).toEqual([])
  expect((await treasurer.get(HOME)).status).toBe(403)
  expect((await treasurer.post(HOME, { kind: 'website' })).status).toBe(403)
  expect((await treasurer.post(action!)).status).toBe(403)
})

test('after a day the file is gone from the disk, and whoever comes for it is told so', async () => {
  const { group, context, officer } = await anOffice()
  await officer.post(HOME, { kind: 'website' })
  await installation.runJobs(work)
  const [action] = offered(await (await officer.get(HOME)).text())
  const { rows } = await installation.owner.query('select stored_as from platform.export')
  const place = installation.services.files.path(group.id, rows[0].stored_as)

  const [now, there] = [Date.now(), existsSync(place)]
  await removeExpired(context, new Date(now + 23 * 3_600_000))
  const fetched = await officer.post(action!)
  await removeExpired(context, new Date(now + 25 * 3_600_000))

  expect([there, fetched.status]).toEqual([true, 200])
  expect(existsSync(place)).toBe(false)
  expect((await officer.post(action!)).status).toBe(410)
  expect(await (await officer.get(HOME)).text()).toContain('Removed')
})

test('a second wish while the first is being made is refused in words, and so is no wish at all', async () => {
  const { officer } = await anOffice()
  await officer.post(HOME, { kind: 'website' })

  const [again, nothing] = [await officer.post(HOME, { kind: 'website' }), await officer.post(HOME)]

  expect([again.status, nothing.status]).toEqual([422, 422])
  expect(await again.text()).toContain('It is being made already.')
  expect(await nothing.text()).toContain('Choose what to take along.')
})

test('the pictures leave under the names by which an import asks for them', async () => {
  const { group, context, officer } = await anOffice()
  const drawing = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const received = await pictures.receive(installation.services.files, group.id, new File([drawing], 'march.png'))
  const { path } = await context.act((act) => pictures.add(act, received, { alt: 'A march' }))

  await officer.post(HOME, { kind: 'pictures' })
  await installation.runJobs(work)
  const [action] = offered(await (await officer.get(HOME)).text())
  const file = await officer.post(action!)

  expect(file.headers.get('content-type')).toBe('application/zip')
  const { rows } = await installation.owner.query('select stored_as from platform.export')
  const zip = await openZip(installation.services.files.path(group.id, rows[0].stored_as))
  expect(zip.entries.map(({ name }) => `/${name}`)).toEqual([path])
  await zip.close()
})

test('at the terminal the export goes to a new file that only its owner reads', async () => {
  const { group, context } = await anOffice()
  await aPost(context, { title: 'Rain barrels' })
  const folder = mkdtempSync(join(tmpdir(), 'bb-export-'))
  const to = join(folder, 'site.xml')
  const run = (options: CommandContext['options']) =>
    publishing
      .commands!.find(({ name }) => name === 'export wordpress')!
      .run({
        services: installation.services,
        owner: {},
        operands: [],
        options,
        say: () => {},
        progress: () => {},
        groupContext: async () => context,
      })

  await run({ group: group.slug, to, home: 'https://rain.example' })

  expect(readFileSync(to, 'utf8')).toContain('<link>https://rain.example/')
  expect(statSync(to).mode & 0o077).toBe(0)
  await expect(run({ group: group.slug, to })).rejects.toThrow(/There is a file at .* already/)
  await expect(run({ group: group.slug, to: join(folder, 'no', 'x') })).rejects.toThrow('No file can be written')
  await expect(run({ group: group.slug, to, home: 'rain' })).rejects.toThrow('An address looks like this')
  await expect(run({})).rejects.toThrow('Say which group')
  rmSync(folder, { recursive: true })
})
