import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aWebServer, type WebServer } from './aWebServer.ts'
import { signedInAs, visitorOf } from './browser.ts'
import { aGroup } from './groups.ts'
import { testInstallation } from './installation.ts'
import { anOfficer } from '../src/people/factories.ts'
import type { KnownGroup } from '../src/platform/groups.ts'
import { asset } from '../src/ui/assets.ts'

const installation = testInstallation()
let group: KnownGroup
let server: WebServer

beforeAll(async () => {
  server = await aWebServer(installation.services)
})
afterAll(() => server.close())
beforeEach(async () => void (group = await aGroup(installation, { hosts: ['g.example.org'] })))

interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}
/** Over a real socket, byte for byte. */
async function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const asked = request({
    port: server.port,
    path,
    method,
    headers: { host: 'g.example.org', ...headers },
    agent: false,
  })
  asked.on('error', () => {})
  asked.end(body)
  const [response] = await once(asked, 'response')
  return {
    status: response.statusCode as number,
    headers: response.headers as Record<string, string>,
    text: Buffer.concat(await response.toArray()).toString(),
  }
}
const FORM = 'application/x-www-form-urlencoded'
const HERE = { 'sec-fetch-site': 'same-origin' }
const typed = { ...HERE, 'content-type': FORM }

test('every kind of answer carries the headers that guard it', async () => {
  await send('/sign-in')
  const kept = await send('/sign-in')
  const answers = {
    page: await send('/sign-in'),
    'kept page': kept,
    'not modified': await send('/sign-in', { headers: { 'if-none-match': kept.headers['etag']! } }),
    'head of a page': await send('/sign-in', { method: 'HEAD' }),
    asset: await send(asset('app.css')),
    'missing asset': await send('/assets/none.css'),
    health: await send('/healthz'),
    'no such page': await send('/nowhere'),
    'no such host': await send('/', { headers: { host: 'x.example.org' } }),
    redirect: await send('/office'),
    'refused form': await send('/sign-in', { method: 'POST', headers: typed, body: 'email=x' }),
    'foreign form': await send('/sign-in', { method: 'POST', body: 'email=x' }),
    theme: await send(/\/theme\/[^"]+/.exec(kept.text)![0]),
    'strange method': await send('/sign-in', { method: 'PROPFIND', headers: HERE }),
  }

  for (const [name, { status, headers }] of Object.entries(answers)) {
    expect(headers['content-security-policy'], `${name} (${status})`).toMatch(
      /^default-src 'self'; .*object-src 'none'.*frame-ancestors 'none'/,
    )
    expect(headers['content-security-policy'], name).not.toMatch(/unsafe|\*/)
    expect(headers['x-content-type-options'], name).toBe('nosniff')
    expect(headers['referrer-policy'], name).toBe('same-origin')
  }
  expect(Object.values(answers).map(({ status }) => status)).toEqual([
    200, 200, 304, 200, 200, 404, 200, 404, 404, 303, 422, 403, 200, 404,
  ])
})

test('a fault answers with the same headers', async () => {
  await installation.owner.query('alter table people.session rename to away')
  try {
    const { status, headers } = await send('/sign-in', { headers: { cookie: 'session=x' } })

    expect(status).toBe(500)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['cache-control']).toBe('private, no-store')
  } finally {
    await installation.owner.query('alter table people.away rename to session')
  }
})

const BODIES = {
  form: FORM,
  file: 'multipart/form-data; boundary=x',
  text: 'text/plain',
  json: 'application/json',
  none: '',
}
const FOREIGN = [
  {},
  { 'sec-fetch-site': 'cross-site', origin: 'http://g.example.org' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'null' },
  { origin: 'http://evil.example.org' },
  { origin: 'http://g.example.org.evil.org' },
  { origin: 'http://g.example.org:81' },
]

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  'a %s that another website sent is refused, whatever its body',
  async (method) => {
    for (const type of Object.values(BODIES)) {
      for (const from of FOREIGN) {
        const headers = { ...from, ...(type && { 'content-type': type }) }
        expect((await send('/sign-out', { method, headers })).status, JSON.stringify(headers)).toBe(403)
      }
    }
  },
)

test('a form of our own pages is taken, from old browsers too', async () => {
  for (const from of [HERE, { origin: 'http://g.example.org' }, { ...HERE, origin: 'http://other' }]) {
    expect((await send('/sign-out', { method: 'POST', headers: { ...from } })).status).toBe(303)
  }
})

test.each(['a.b@c', 'g.example.org:80:80', 'g.example.org, evil', '[::g]', ' ', 'g.example.org/x', 'x'.repeat(9000)])(
  'a host such as “%.20s” gets nothing and breaks nothing',
  async (host) => {
    const { status, text } = await send('/sign-in', { headers: { host } })

    expect([400, 404]).toContain(status)
    expect(text).not.toContain(group.name)
    expect((await send('/healthz')).status).toBe(200)
  },
)

test('of two hosts in one request one is believed throughout', async () => {
  await aGroup(installation, { name: 'The other', hosts: ['o.example.org'] })
  const socket = connect(server.port, '127.0.0.1')
  socket.end('GET /sign-in HTTP/1.1\r\nHost: g.example.org\r\nHost: o.example.org\r\nConnection: close\r\n\r\n')

  const answer = Buffer.concat(await socket.toArray()).toString()

  expect(answer).not.toContain('The other')
  expect((await send('/sign-in', { headers: { host: 'o.example.org' } })).text).toContain('The other')
})

test.each([
  '/sign-in%00',
  '/%00',
  '/sign-in?email=%00',
  '/%ff',
  '/%zz',
  '/..%2f..%2fetc/passwd',
  '//evil.example.org',
  '/assets/..%2f..%2fpackage.json',
  '/assets/fonts/../manifest.json',
])('the address %s is no page and no fault', async (path) => {
  const { status } = await send(path)

  expect(status).toBeLessThan(500)
  expect(installation.logged).toEqual([])
})

test('a form of more than five megabytes is refused, with or without a length in front', async () => {
  const body = Buffer.from(`email=${'x'.repeat(5 * 1024 * 1024)}`)

  expect((await send('/sign-in', { method: 'POST', headers: typed, body })).status).toBe(413)
  expect(
    (await send('/sign-in', { method: 'POST', headers: { ...typed, 'transfer-encoding': 'chunked' }, body })).status,
  ).toBe(413)
})

test('damaged, foreign and strange bodies are refused in words', async () => {
  const bodies = [
    ['multipart/form-data; boundary=x', 'no such boundary', 400],
    ['multipart/form-data', 'x', 400],
    ['application/json', '{"email":"a@b.org"}', 422],
    [FORM, '', 422],
    [FORM, 'email=a%40b.org&email=c%40d.org', 422],
    [FORM, '__proto__=x&constructor=y&email=x', 422],
    [FORM, 'email=%00%ff', 422],
  ] as const
  for (const [type, body, status] of bodies) {
    expect(
      (await send('/sign-in', { method: 'POST', headers: { ...HERE, 'content-type': type }, body })).status,
      body,
    ).toBe(status)
  }
  expect(installation.logged).toEqual([])
})

test('what was typed comes back, as text, whatever it was', async () => {
  const { text } = await send('/sign-in', {
    method: 'POST',
    headers: typed,
    body: `email=${encodeURIComponent('"><script>alert(1)</script>\0')}`,
  })

  expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).not.toContain('<script>alert')
})

test('a sentence left by a change is shown once, and a forged one does no harm', async () => {
  const officer = await anOfficer(installation.context(group))
  const browser = await signedInAs(installation, group, officer)
  const leave = (value: unknown) =>
    browser.cookies.set('flash', Buffer.from(JSON.stringify(value)).toString('base64url'))

  leave({ sentence: '<img src=x onerror=alert(1)>', undo: 'not an id', more: 1 })
  expect(await (await browser.get('/office/officers')).text()).not.toContain('onerror=alert(1)>')
  leave({ sentence: '<b>Done</b>' })
  expect(await (await browser.get('/office/officers')).text()).toContain('&lt;b&gt;Done&lt;/b&gt;')
  expect(await (await browser.get('/office/officers')).text()).not.toContain('Done')
  for (const broken of ['%%%', 'e30', Buffer.from('null').toString('base64url'), 'x'.repeat(3000)]) {
    browser.cookies.set('flash', broken)
    expect((await browser.get('/office/officers')).status).toBe(200)
  }
})

test('assets come compressed to those who say so, and to nobody else', async () => {
  const css = asset('app.css')

  expect((await send(css, { headers: { 'accept-encoding': 'gzip, br' } })).headers['content-encoding']).toBe('br')
  expect((await send(css, { headers: { 'accept-encoding': 'br;q=0, gzip' } })).headers['content-encoding']).toBe('gzip')
  expect((await send(css)).headers['content-encoding']).toBeUndefined()
  expect((await send(css)).headers['cache-control']).toContain('immutable')
  expect((await send(asset('fonts/public-sans-latin.woff2'))).headers['content-type']).toBe('font/woff2')
})

test('a visitor of the office is led to sign in, whatever they ask there', async () => {
  const visitor = visitorOf(installation, group)

  for (const response of [
    await visitor.get('/office'),
    await visitor.get('/office/officers'),
    await visitor.post('/office/officers'),
    await visitor.get('/office/none'),
  ]) {
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in'])
  }
})
