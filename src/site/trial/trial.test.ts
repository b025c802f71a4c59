import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { type Browser, browserAt, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { writeArchive } from '../../platform/archive/index.ts'
import type { Config } from '../../platform/config.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { trialRound } from '../../platform/removal.ts'
import { anExport } from '../../publishing/wordpress/factories.ts'
import { work } from '../../serve.ts'
import { keepTrialCommand } from './command.ts'

const installation = testInstallation()
const change = (settings: Partial<Config>) => Object.assign(installation.services.config, settings)
beforeEach(async () => {
  rmSync(join(installation.services.config.dataDir, 'files'), { recursive: true, force: true })
  change({ trials: true, trialsAtOnce: 10, trialsLargest: 50, hostContact: 'host@example.org' })
  await aGroup(installation, { slug: 'first', name: 'The first group', hosts: ['group.example.org'] })
})

const HOST = 'host.example.org'
const xml = (
  text = anExport({ title: 'Weir Watch', items: [{ slug: 'rain', title: 'Rain', content: '<p>It rains.</p>' }] }),
) => new File([text], 'export.xml')
const trials = (): readonly KnownGroup[] => installation.services.groups.all.filter(({ trialUntil }) => trialUntil)
const folderOf = ({ id }: KnownGroup): string => dirname(installation.services.files.path(id, 'x'))
const ownerOf = () => ({ ...inject('database').owner, database: installation.connection.database! })

/** Asked of the catalogue here, apart from what the removal asks. */
const TABLES_OF_GROUPS = `
  select format('%I.%I', table_schema, table_name) as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where column_name = 'group_id' and table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`

async function jobsOf({ id }: KnownGroup): Promise<number | null> {
  const query = 'select from graphile_worker._private_jobs where flags ? $1'
  return (await installation.services.pool.query(query, [`group:${id}`])).rowCount
}

async function aTrial(): Promise<{ browser: Browser; group: KnownGroup }> {
  const browser = browserAt(installation, HOST)
  const sent = await browser.post('/try', { export: xml() })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/try'])
  await installation.runJobs(work)
  return { browser, group: trials().at(-1)! }
}

test('somebody sends an export, watches it come in, reads its report and the website', async () => {
  const browser = browserAt(installation, HOST)

  const form = await (await browser.get('/try')).text()
  await browser.post('/try', { export: xml() })
  const waiting = await (await browser.get('/try')).text()
  await installation.runJobs(work)
  const report = await (await browser.get('/try')).text()
  const page = await browser.get('/2019/03/02/rain/')
  const shown = await page.text()

  expect(form).toContain('up to 50 MB')
  expect(waiting).toContain('http-equiv="refresh"')
  expect(report).toContain('1 post came in.')
  expect(report).toContain('host@example.org')
  expect(report).toContain(trials()[0]!.slug)
  expect(report).not.toContain('/office')
  expect(page.status).toBe(200)
  expect(shown).toContain('It rains.')
  expect(shown).toContain('Weir Watch')
  expect(shown).toContain('This is a trial that only you can see. It is erased on ')
  expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow')
  expect(page.headers.get('cache-control')).toBe('private, no-store')
})

test('another browser sees nothing of it, by whatever name it asks', async () => {
  const { browser, group } = await aTrial()
  const guess = browserAt(installation, HOST)
  guess.cookies.set('trial', 'x'.repeat(43))
  const strangers = [
    browserAt(installation, HOST),
    guess,
    browserAt(installation, `${group.slug}.localhost`),
    browserAt(installation, 'group.example.org'),
  ]

  const answers = await Promise.all(strangers.map((stranger) => stranger.get('/2019/03/02/rain/')))

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect(await (await strangers[0]!.get('/try')).text()).toContain('Begin the trial')
  expect((await browser.get('/2019/03/02/rain/')).status).toBe(200)
})

test('its key opens nothing on a group’s own name', async () => {
  const { browser } = await aTrial()
  const elsewhere = browserAt(installation, 'group.example.org')
  elsewhere.cookies.set('trial', browser.cookies.get('trial')!)

  expect((await elsewhere.get('/2019/03/02/rain/')).status).toBe(404)
  expect(await (await elsewhere.get('/')).text()).toContain('The first group')
  expect((await elsewhere.get('/try')).status).toBe(404)
})

test('it is read and nothing else: no forms, no office, no sign-in, no letters', async () => {
  const { browser, group } = await aTrial()
  const before = await installation.owner.query('select count(*) from platform.journal where group_id = $1', [group.id])

  const posts = await Promise.all(
    ['/sign-in', '/2019/03/02/rain/comment', '/office/posts', '/office/website/import'].map((path) =>
      browser.post(path, { email: 'a@example.org', export: xml() }),
    ),
  )
  const pages = await Promise.all(['/office', '/office/posts', '/sign-in', '/my'].map((path) => browser.get(path)))

  expect([...posts, ...pages].map(({ status }) => status)).toEqual(Array(8).fill(403))
  expect(await posts[0]!.text()).toContain('nothing can be sent or changed in it')
  const after = await installation.owner.query('select count(*) from platform.journal where group_id = $1', [group.id])
  expect(after.rows).toEqual(before.rows)
  expect(await jobsOf(group)).toBe(0)
  expect(existsSync(join(installation.services.config.dataDir, 'outbox'))).toBe(false)
})

test('after 24 hours it is gone for good: every row of every table, every file, every job', async () => {
  const { browser, group } = await aTrial()
  const key = group.trialKey
  const tables = (await installation.owner.query<{ name: string }>(TABLES_OF_GROUPS)).rows.map(({ name }) => name)
  const rowsLeft = async () => {
    const counts = await Promise.all(
      tables.map(async (name) => {
        const { rows } = await installation.owner.query<{ n: number }>(
          `select count(*) as n from ${name} where group_id = $1`,
          [group.id],
        )
        return [name, rows[0]!.n] as const
      }),
    )
    return counts.filter(([, n]) => n > 0)
  }
  const before = await rowsLeft()
  await installation.owner.query("update platform.group set trial_until = now() - interval '1 second' where id = $1", [
    group.id,
  ])
  await installation.services.groups.load()
  const over = await browser.get('/2019/03/02/rain/')

  await trialRound(ownerOf()).run(installation.services)

  expect(before.length).toBeGreaterThan(5)
  expect(over.status).toBe(404)
  expect(await rowsLeft()).toEqual([])
  expect((await installation.owner.query('select from platform.group where trial_key = $1', [key])).rowCount).toBe(0)
  expect(await jobsOf(group)).toBe(0)
  expect(existsSync(folderOf(group))).toBe(false)
  expect(installation.services.groups.all.map(({ slug }) => slug)).toEqual(['first'])
})

test('a trial that goes on, and a group that is none, stay', async () => {
  await aTrial()

  await trialRound(ownerOf()).run(installation.services)

  expect(installation.services.groups.all).toHaveLength(2)
})

test('archives leave it out', async () => {
  const folder = join(installation.services.config.dataDir, 'archives')
  const place = { owner: ownerOf(), services: installation.services }
  const before = await writeArchive(place, { folder, at: new Date('2026-11-22T01:00:00Z') })
  await aTrial()

  const after = await writeArchive(place, { folder, at: new Date('2026-11-22T02:00:00Z') })

  expect([after.groups, after.rows, after.files]).toEqual([before.groups, before.rows, before.files])
})

test('somebody ends it at once', async () => {
  const { browser, group } = await aTrial()

  const ended = await browser.post('/try/end')
  const after = await (await browser.follow(ended)).text()
  await trialRound(ownerOf()).run(installation.services)

  expect(after).toContain('The trial has ended.')
  expect(browser.cookies.has('trial')).toBe(false)
  expect(installation.services.groups.byId(group.id)).toBeUndefined()
})

test.each([
  ['no file', {}, 422, 'Choose the file that WordPress made.'],
  ['a letter', { export: new File(['Dear all'], 'x.txt') }, 415, 'This is not an export from WordPress.'],
  [
    'a news feed',
    { export: new File(['<?xml version="1.0"?><rss><channel><title>News</title></channel></rss>'], 'x.xml') },
    422,
    'not a WordPress export',
  ],
  ['a damaged zip', { export: new File(['PK\u0003\u0004 and no more'], 'x.zip') }, 415, 'The zip file is damaged'],
  [
    'one that is too large',
    { export: new File(['<', ' '.repeat(1024 * 1024)], 'x.xml') },
    413,
    'This file is larger than 1 MB',
  ],
])('%s is refused beside its field, and leaves nothing', async (_, fields, ...[status, sentence]) => {
  change({ trialsLargest: 1 })
  const browser = browserAt(installation, HOST)

  const refused = await browser.post('/try', { note: new File([], ''), ...fields })
  const left = trials()[0]!
  await trialRound(ownerOf()).run(installation.services)

  expect(refused.status).toBe(status)
  expect(await refused.text()).toContain(sentence)
  expect(browser.cookies.has('trial')).toBe(false)
  expect(existsSync(folderOf(left)) ? readdirSync(folderOf(left)) : []).toEqual([])
  expect(trials()).toEqual([])
})

test('an export that turns out damaged says so on the trial’s page', async () => {
  const browser = browserAt(installation, HOST)
  await browser.post('/try', { export: xml(anExport({ items: [{}, {}] }).slice(0, -60)) })
  await installation.runJobs(work)

  const page = await (await browser.get('/try')).text()

  expect(page).toContain('The file stops in the middle')
  expect(page).toContain('Erase it now')
})

test('one network begins three, and then waits; so does everybody when all places are taken', async () => {
  for (let i = 0; i < 3; i++) await browserAt(installation, HOST).post('/try', { export: xml() })
  const fourth = await browserAt(installation, HOST).post('/try', { export: xml() })
  await installation.owner.query("update platform.group set trial_network = 'another'")
  change({ trialsAtOnce: 3 })

  const crowded = await browserAt(installation, HOST).post('/try', { export: xml() })

  expect([fourth.status, crowded.status]).toEqual([429, 429])
  expect(await fourth.text()).toContain('Several trials were begun from your network today.')
  expect(await crowded.text()).toContain('All places for trials are taken')
  expect(trials()).toHaveLength(3)
})

test('nobody has heard of it where the host does not allow it', async () => {
  const { browser } = await aTrial()
  change({ trials: false })

  expect((await browser.get('/try')).status).toBe(404)
  expect((await browser.post('/try', { export: xml() })).status).toBe(404)
  expect((await browser.get('/2019/03/02/rain/')).status).toBe(404)
  expect(await (await browser.get('/')).text()).not.toContain('/try')
})

test('the page for unknown names leads there', async () => {
  expect(await (await browserAt(installation, HOST).get('/')).text()).toContain('href="/try"')
})

test('a trial that was asked for becomes a group with an officer', async () => {
  const { browser, group } = await aTrial()
  const said: string[] = []
  const run = (options: Record<string, string>) =>
    keepTrialCommand.run({
      services: installation.services,
      owner: {},
      operands: [group.slug],
      options,
      say: (line) => void said.push(line),
      progress: () => {},
      groupContext: () => Promise.reject(new Error('not asked for')),
    })

  await expect(run({})).rejects.toThrow('Say who its first officer is')
  await run({ officer: 'wren@example.org', host: 'weir.example.org' })

  await trialRound(ownerOf()).run(installation.services)
  expect(said[0]).toContain('“Weir Watch” stays. It answers to weir.example.org')
  const kept = await browserAt(installation, 'weir.example.org').get('/2019/03/02/rain/')
  expect([kept.status, kept.headers.get('x-robots-tag')]).toEqual([200, null])
  expect(await kept.text()).not.toContain('This is a trial')
  expect((await browser.get('/2019/03/02/rain/')).status).toBe(404)
  await expect(run({ officer: 'wren@example.org' })).rejects.toThrow('This is no trial')
})

test('an officer of the first group is still at home on their own name', async () => {
  await aTrial()
  const first = installation.services.groups.bySlug('first')!
  const officer = await signedInAs(installation, first, await anOfficer(installation.context(first), { role: 'chair' }))

  expect((await officer.get('/office')).status).toBe(200)
  expect((await visitorOf(installation, first).get('/')).status).toBe(200)
})
