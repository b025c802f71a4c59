import { once } from 'node:events'
import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWebServer, type WebServer } from '../../../test/aWebServer.ts'
import { signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { writeSetting } from '../../platform/settings.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { whatCameWith } from '../../platform/cameFrom.ts'
import { civilDay } from '../../platform/time.ts'
import { anOfficer } from '../../people/factories.ts'
import * as entries from '../entries.ts'
import { aPost, aText } from '../factories.ts'
import { ReadCounter } from './readCounter.ts'
import { addReads } from './reads.ts'
import { readsSetting } from './settings.ts'

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const HOST = 'g.example.org'

const installation = testInstallation()
let group: KnownGroup
let context: GroupContext
let reads: ReadCounter
let server: WebServer

beforeEach(async () => {
  const { services } = installation
  group = await aGroup(installation, { hosts: [HOST] })
  context = installation.context(group)
  reads = new ReadCounter(services)
  server = await aWebServer(services, { reads })
})
afterEach(() => server.close())

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const { port } = server
  const sent = { host: HOST, 'user-agent': AGENT, ...headers }
  const asked = request({ port, path, method, headers: sent, agent: false }).end()
  const [response] = await once(asked, 'response')
  await response.resume().toArray()
  return response.statusCode
}

/** Everything stored, as 'what referrer reads'. */
async function stored(): Promise<string[]> {
  await reads.write()
  const { rows } = await installation.owner.query(`
    select coalesce(r.list, a.path) as what, r.referrer, r.reads from publishing.read_count r
    left join publishing.address a on a.entry_id = r.entry_id and a.kind = 'entry' order by 1, 2`)
  return rows.map(({ what, referrer, reads: count }) => `${what} ${referrer} ${count}`)
}

test('a page is counted whether it was rendered or kept, and once for each time it was read', async () => {
  const post = await aPost(context)

  for (let times = 0; times < 5; times += 1) expect(await ask(post.path)).toBe(200)
  await ask('/')

  expect(await stored()).toEqual(['/  1', `${post.path}  5`])
  await ask(post.path)
  expect(await stored()).toEqual(['/  1', `${post.path}  6`])
})

test('a browser that shows the page it has reads it too', async () => {
  const post = await aPost(context)
  await ask(post.path)

  expect(await ask(post.path, { 'if-none-match': '*' })).toBe(304)

  expect(await stored()).toEqual([`${post.path}  2`])
})

test('the website that led here is kept by its host, and our own pages lead nowhere', async () => {
  const post = await aPost(context)

  await ask(post.path, { referer: 'https://news.example.net/story?reader=ada' })
  await ask(post.path, { referer: `http://${HOST}/posts` })

  expect(await stored()).toEqual([`${post.path}  1`, `${post.path} news.example.net 1`])
})

test('robots, officers, looks without reading, feeds, files and what is not there are left out', async () => {
  const post = await aPost(context)

  await ask(post.path, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' })
  await ask(post.path, { cookie: 'session=abc' })
  await ask(post.path, {}, 'HEAD')
  await ask(post.path, { 'sec-purpose': 'prefetch' })
  for (const path of ['/feed/', '/sitemap.xml', '/favicon.svg', '/nothing-here', '/sign-in', '/office', '/healthz'])
    await ask(path)

  expect(await stored()).toEqual([])
})

test('an address with a secret in it is never stored, though it answers', async () => {
  expect(await ask('/sign-in')).toBe(200)
  reads.count({ method: 'GET', url: '/confirm/sEcReT', headers: { host: HOST, 'user-agent': AGENT } } as never, 200)

  expect(await stored()).toEqual([])
})

test('reads follow a post to its new address', async () => {
  const post = await aPost(context, { title: 'Old name' })
  await ask(post.path)
  await context.act(async (act) => {
    await entries.save(act, { id: post.id, basedOn: 1, title: 'Old name', body: aText('Words.'), slug: 'new-name' })
    await entries.publish(act, { id: post.id })
  })
  const path = post.path.replace('old-name', 'new-name')

  await ask(path)

  expect(await stored()).toEqual([`${path}  2`])
})

test('a letter’s plain word is counted and changes nothing: the page, its cache and its own address stay bare', async () => {
  const post = await aPost(context)
  await ask(post.path)

  for (const word of ['december-2026', 'december-2026', 'No%20word%21']) await ask(`${post.path}?via=${word}`)

  expect(await stored()).toEqual([`${post.path}  4`])
  expect(await context.read((tx) => whatCameWith(tx, 'december-2026'))).toEqual({ read: 2, comment: 0, join: 0 })
  const { port } = server
  const page = await fetch(`http://127.0.0.1:${port}${post.path}?via=december-2026`, { headers: { host: HOST } })
  expect(await page.text()).not.toContain('via=')
})

test('counting keeps every page in the cache', async () => {
  const post = await aPost(context)
  await ask(post.path)
  const before = installation.services.groups.byId(group.id)!.contentVersion

  await reads.write()

  const { rows } = await installation.owner.query('select content_version from platform.group where id = $1', [
    group.id,
  ])
  expect(Number(rows[0].content_version)).toBe(before)
})

test('beyond a hundred websites a day the rest are others', async () => {
  const day = '2026-11-20'
  const from = (index: number) => ({ day, referrer: `w${index}.example`, reads: 1, list: '/', paths: [] })
  await context.act((act) =>
    addReads(
      act,
      Array.from({ length: 90 }, (_, index) => from(index)),
    ),
  )

  await context.act((act) =>
    addReads(
      act,
      Array.from({ length: 60 }, (_, index) => from(index + 60)),
    ),
  )

  const counted = await stored()
  expect(counted).toHaveLength(101)
  expect(counted).toContain('/ other 20')
  expect(counted).toContain('/ w70.example 2')
})

test('a group that turned counting off has nothing added', async () => {
  await context.act((act) => writeSetting(act, readsSetting, false))

  await ask('/')

  expect(await stored()).toEqual([])
})

test('the day is the group’s own, on either side of its midnight', async () => {
  const page = { method: 'GET', url: '/', headers: { host: HOST, 'user-agent': AGENT } } as never
  reads.count(page, 200, { now: Date.parse('2026-07-01T22:59:59Z') })
  reads.count(page, 200, { now: Date.parse('2026-07-01T23:00:00Z') })
  await reads.write()

  const { rows } = await installation.owner.query('select day::text from publishing.read_count order by 1')
  expect(rows.map(({ day }) => day)).toEqual(['2026-07-01', '2026-07-02'])
})

test('counts that could not be written are written the next time', async () => {
  await ask('/')
  await installation.owner.query('alter table publishing.read_count rename to away')
  await reads.write()
  await installation.owner.query('alter table publishing.away rename to read_count')

  expect(await stored()).toEqual(['/  1'])
})

test('officers see what was read, where from, in words and figures', async () => {
  const day = civilDay(new Date(), group.zone)
  const post = await aPost(context, { title: 'Paying family carers' })
  const read = { day, list: null, paths: [post.path] }
  await context.act((act) =>
    addReads(act, [
      { ...read, referrer: '', reads: 41 },
      { ...read, referrer: 'news.example.net', reads: 7 },
    ]),
  )
  const officer = await signedInAs(installation, group, await anOfficer(context))

  const report = await (await officer.get('/office/website/reads')).text()
  expect(report).toContain('48 reads. Nothing was counted in the 30 days before.')
  expect(report).toContain(`<a href="${post.path}">Paying family carers</a>`)
  expect(report).toContain('news.example.net')
  expect(await (await officer.get(`/office/posts/${post.id}`)).text()).toContain('48 times in the last 30 days')

  const file = await officer.get('/office/website/reads/30-days.csv')
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf])) // tells Excel that it is UTF-8
  expect(bytes.subarray(3).toString()).toBe(
    `day,page,address,came from,reads\r\n${day},Paying family carers,${post.path},,41\r\n${day},Paying family carers,${post.path},news.example.net,7\r\n`,
  )
})

test('a title that begins like a formula is harmless in a spreadsheet', async () => {
  const day = civilDay(new Date(), group.zone)
  const post = await aPost(context, { title: '=HYPERLINK("https://example.net")' })
  await context.act((act) => addReads(act, [{ day, referrer: '', reads: 1, list: null, paths: [post.path] }]))
  const officer = await signedInAs(installation, group, await anOfficer(context))

  const file = await (await officer.get('/office/website/reads/30-days.csv')).text()

  expect(file).toContain(`"'=HYPERLINK(`)
})

test('visitors are led to sign in', async () => {
  const answer = await visitorOf(installation, group).get('/office/website/reads')

  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
})
