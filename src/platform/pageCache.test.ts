import { once } from 'node:events'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWebServer, type WebServer } from '../../test/aWebServer.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import type { KnownGroup } from './groups.ts'
import { keepPages } from './keepPages.ts'
import { PageCache, pageKey, withoutFollowing } from './pageCache.ts'
import type { Env } from './web.ts'

const installation = testInstallation()
let group: KnownGroup
let cache: PageCache
let server: WebServer

beforeEach(async () => {
  group = await aGroup(installation, { name: 'The Fair Care Group of Shropshire', hosts: ['g.example.org'] })
  cache = new PageCache(installation.services.groups)
  server = await aWebServer(installation.services, { cache })
})
afterEach(() => server.close())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server
  const asked = request({ port, path, method, headers: { host: 'g.example.org', ...headers }, agent: false }).end()
  const [response] = await once(asked, 'response')
  const body = Buffer.concat(await response.toArray())
  return { status: response.statusCode, headers: response.headers, body }
}
/** Asks once so that the page is kept, and waits until its compressed forms are too. */
async function warm(path: string): Promise<Answer> {
  const first = await ask(path)
  await expect.poll(async () => (await ask(path, { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br')
  await expect
    .poll(async () => (await ask(path, { 'accept-encoding': 'gzip' })).headers['content-encoding'])
    .toBe('gzip')
  return first
}
const changePublicly = () =>
  installation
    .context(group)
    .act(({ tx }) =>
      sql`insert into platform.setting (group_id, name, value) values (${group.id}, ${crypto.randomUUID()}, '1')`.execute(
        tx,
      ),
    )

test('a kept page is the page that was rendered, plain, gzipped or brotlied', async () => {
  const first = await warm('/sign-in')

  const [plain, gzipped, brotlied] = [
    await ask('/sign-in'),
    await ask('/sign-in', { 'accept-encoding': 'gzip, deflate' }),
    await ask('/sign-in', { 'accept-encoding': 'gzip, deflate, br, zstd' }),
  ]

  expect(plain.body).toEqual(first.body)
  expect(plain.headers.etag).toBeDefined()
  expect(gunzipSync(gzipped.body)).toEqual(first.body)
  expect(brotliDecompressSync(brotlied.body)).toEqual(first.body)
  for (const answer of [plain, gzipped, brotlied]) {
    expect(answer.headers['content-length']).toBe(String(answer.body.length))
    expect(answer.headers['vary']).toBe('accept-encoding, cookie')
  }
})

test.each([
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0 , gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['xbr, gzipped', undefined],
  ['GZIP', 'gzip'],
  ['', undefined],
])('a browser that accepts “%s” gets %s', async (accepted, coding) => {
  await warm('/sign-in')

  expect((await ask('/sign-in', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(coding)
})

test('a browser that has the page is told so, with every header that guards it', async () => {
  const first = await warm('/sign-in')
  const { etag } = (await ask('/sign-in')).headers

  for (const method of ['GET', 'HEAD']) {
    for (const known of [String(etag), `"other", ${String(etag)}`, String(etag).replace('W/', ''), '*']) {
      const answer = await ask('/sign-in', { 'if-none-match': known }, method)
      expect([answer.status, answer.body.length]).toEqual([304, 0])
      for (const name of ['etag', 'vary', 'cache-control', 'content-security-policy'])
        expect(answer.headers[name], name).toBeDefined()
      expect(answer.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
    }
  }
  expect((await ask('/sign-in', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('HEAD says what GET would, without the page', async () => {
  await warm('/sign-in')

  const [head, get] = [await ask('/sign-in', {}, 'HEAD'), await ask('/sign-in')]

  expect(head.body).toHaveLength(0)
  expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
})

test('after a public change nobody gets the old page', async () => {
  await warm('/sign-in')
  const before = installation.services.groups.byId(group.id)!.contentVersion

  await changePublicly()

  expect(installation.services.groups.byId(group.id)!.contentVersion).toBe(before + 1)
  expect((await ask('/sign-in')).headers.etag).toBeUndefined() // rendered anew
  expect((await ask('/sign-in')).headers.etag).toBeDefined()
})

test.each([
  ['something changed', 0],
  ['nothing changed', 1],
])('a page that was being rendered while %s is kept %i times', async (what, pages) => {
  const [rendering, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('group', installation.services.groups.byId(group.id)!)
    await next()
  })
  app.use(keepPages(cache))
  app.get('/held', async (c) => {
    rendering.resolve()
    await go.promise
    return c.html('<p>old</p>')
  })

  const answer = app.request('/held')
  await rendering.promise
  if (what === 'something changed') await changePublicly()
  go.resolve()
  await answer

  expect(cache.size.pages).toBe(pages)
})

test('whoever sends a cookie is answered for themselves, and nothing of it is kept', async () => {
  const answer = await ask('/sign-in', { cookie: 'session=forged' })

  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(cache.size.pages).toBe(0)
})

test('an answer to a form, an error and a redirect for the moment are not kept', async () => {
  const answers = [
    await ask('/sign-in', { 'sec-fetch-site': 'same-origin' }, 'POST'),
    await ask('/nowhere'),
    await ask('/office'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([422, 404, 303])
  expect(answers[0]!.headers['cache-control']).toBe('private, no-store')
  expect(cache.size.pages).toBe(0)
})

test.each([
  [{ status: 200, headers: [['set-cookie', 'a=b']] }, 0],
  [{ status: 200, headers: [['cache-control', 'no-store']] }, 0],
  [{ status: 200, headers: [['cache-control', 'private, max-age=5']] }, 0],
  [{ status: 200, headers: [['content-type', 'application/pdf']] }, 0],
  [{ status: 200, headers: [['content-type', 'image/png']] }, 0],
  [{ status: 500, headers: [] }, 0],
  [{ status: 303, headers: [] }, 0],
  [{ status: 200, headers: [['content-type', 'application/atom+xml; charset=utf-8']] }, 1],
  [{ status: 200, headers: [['content-type', 'text/html']] }, 1],
  [{ status: 301, headers: [['location', '/x']] }, 1],
  [{ status: 410, headers: [['content-type', 'text/html']] }, 1],
] as const)('%o is kept %i times', (rendered, pages) => {
  cache.keep('k', { group, version: group.contentVersion, rendered: { ...rendered, body: Buffer.from('x') } })

  expect(cache.size.pages).toBe(pages)
})

test('only the known query keys choose a page, and what follows visitors around is taken off', () => {
  const key = (url: string) => pageKey(group, 'h', url)

  expect(key('/a?p=1&paged=2')).toBe(key('/a?paged=2&p=1'))
  expect(key('/a?p=1')).not.toBe(key('/a?p=2'))
  expect(key('/a?p=1&p=2')).not.toBe(key('/a?p=2&p=1'))
  expect(key('/a?p=1%26paged=2')).not.toBe(key('/a?p=1&paged=2'))
  expect(key('/a?q=words')).toBeNull()
  expect(key('/a?utm_source=x')).toBeNull()
  expect(pageKey(group, 'h', '/a')).not.toBe(pageKey(group, 'h2', '/a'))
  expect(withoutFollowing('/a?utm_source=x&p=1&fbclid=2')).toBe('/a?p=1')
  expect(withoutFollowing('/a?utm_source=x')).toBe('/a')
  expect(withoutFollowing('/a?p=utm_source&q=gclid')).toBe('/a?p=utm_source&q=gclid')
})

test('a reader who comes from a newsletter gets the kept page', async () => {
  await warm('/sign-in')

  expect((await ask('/sign-in?utm_source=letter&utm_medium=email')).headers.etag).toBeDefined()
  expect((await ask('/sign-in?q=1')).headers.etag).toBeUndefined()
})

test('pages seen through https and through http are kept apart', async () => {
  await warm('/sign-in')

  expect((await ask('/sign-in', { 'x-forwarded-proto': 'https' })).headers.etag).toBeUndefined()
})

test('one group’s page is never another’s', async () => {
  const other = await aGroup(installation, { name: 'Another', hosts: ['o.example.org'] })
  await warm('/sign-in')

  expect((await ask('/sign-in', { host: 'o.example.org' })).body.toString()).toContain(other.name)
})

test('the least recently used pages go when there is no room', () => {
  const small = new PageCache(installation.services.groups, 10_000)
  const keep = (key: string) =>
    small.keep(key, {
      group,
      version: group.contentVersion,
      rendered: { status: 200, headers: [], body: Buffer.alloc(1000) },
    })

  for (let i = 0; i < 50; i++) keep(`page ${i}`)
  keep('page 49')

  expect(small.size).toEqual({ pages: 3, bytes: 7800 })
  small.keep('huge', {
    group,
    version: group.contentVersion,
    rendered: { status: 200, headers: [], body: Buffer.alloc(2 ** 20 + 1) },
  })
  expect(small.size.pages).toBe(3)
})
