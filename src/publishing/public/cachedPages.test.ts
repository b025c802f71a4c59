import { once } from 'node:events'
import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { afterEach, expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { createApp } from '../../app.tsx'
import type { KnownGroup } from '../../platform/groups.ts'
import { PageCache } from '../../platform/pageCache.ts'
import { writeSetting } from '../../platform/settings.ts'
import { makeSetUp } from '../../site/index.ts'
import * as authors from '../authors.ts'
import * as entries from '../entries.ts'
import { aComment, anAuthor, aPost, aText, aTerm } from '../factories.ts'
import * as menus from '../menus.ts'
import * as pictures from '../pictures.ts'
import * as terms from '../terms.ts'
import { aPicture } from './factories.ts'
import { aboutSetting } from './settings.ts'

const installation = testInstallation()
let server: Server | undefined
afterEach(() => void server?.close())

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Answered from the cache, before the program's router. */
  readonly kept: boolean
}

/** The program's own listener on a port of its own: the cache first, then the pages. */
async function aServer(group: KnownGroup) {
  const { services } = installation
  const cache = new PageCache(services.groups)
  const answer = getRequestListener(createApp({ services, setUp: makeSetUp(services), cache }).fetch, {
    overrideGlobalObjects: false,
  })
  let kept = false
  server = createServer((request, response) => {
    kept = cache.answer(request, response)
    if (!kept) void answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const sent = ask({ port, host: '127.0.0.1', path, headers: { host: `${group.slug}.localhost`, ...headers } })
    sent.end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk as Buffer)
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), kept }
  }
  /** Asks until the cache answers, since compressing happens aside. */
  const warm = async (path: string, headers: Record<string, string> = {}): Promise<Answer> => {
    for (let tries = 0; tries < 50; tries += 1) {
      const found = await get(path, headers)
      if (found.kept && (!headers['accept-encoding'] || found.headers['content-encoding'])) return found
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`${path} never came from the cache.`)
  }
  return { get, warm }
}

test('a kept page changes right after each kind of act', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const author = await anAuthor(context, { name: 'Maud Ellery' })
  const term = await aTerm(context, { name: 'Pay' })
  const picture = await aPicture(context, { alt: 'A stall' })
  const body = { type: 'doc', content: [{ type: 'figure', attrs: { src: picture.path, alt: '' } }] }
  const post = await aPost(context, { title: 'First words', authorId: author.id, termIds: [term.id], body })
  const waiting = await aComment(context, { entryId: post.id, body: 'A fair point', status: 'pending' })
  const draft = await aPost(context, { title: 'Second post', published: false })
  const { warm, get } = await aServer(group)
  const seen = async (path: string) => String((await get(path)).body)

  const changes: readonly [string, string, string, () => Promise<unknown>][] = [
    [
      'a post is published',
      '/posts',
      'Second post',
      () => context.act((act) => entries.publish(act, { id: draft.id })),
    ],
    [
      'a post is edited and published',
      post.path,
      'Better words',
      () =>
        context.act(async (act) => {
          await entries.save(act, { id: post.id, basedOn: 1, title: 'Better words', body })
          await entries.publish(act, { id: post.id })
        }),
    ],
    [
      'a comment is approved',
      post.path,
      'A fair point',
      () =>
        context.act(({ tx }) =>
          tx.updateTable('publishing.comment').set({ status: 'approved' }).where('id', '=', waiting.id).execute(),
        ),
    ],
    [
      'a term is renamed',
      post.path,
      'Fair pay',
      () => context.act((act) => terms.change(act, { id: term.id, name: 'Fair pay' })),
    ],
    [
      'an author is renamed',
      post.path,
      'M Ellery',
      () => context.act((act) => authors.change(act, { id: author.id, name: 'M Ellery' })),
    ],
    [
      'a picture is described',
      post.path,
      'Members at a stall',
      () => context.act((act) => pictures.describe(act, { id: picture.id, alt: 'Members at a stall', caption: '' })),
    ],
    [
      'the menu changes',
      '/posts',
      'Who we are',
      () =>
        context.act((act) =>
          menus.save(act, [{ label: 'Who we are', level: 0, target: { kind: 'link', href: '/x' } }]),
        ),
    ],
    [
      'a setting changes',
      '/posts',
      'We write on care.',
      () => context.act((act) => writeSetting(act, aboutSetting, 'We write on care.')),
    ],
    ['a post is withdrawn', post.path, 'no longer here', () => context.act((act) => entries.withdraw(act, post.id))],
  ]
  for (const [what, path, words, change] of changes) {
    expect([what, String((await warm(path)).body).includes(words)]).toEqual([what, false])
    await change()
    expect([what, (await seen(path)).includes(words)]).toEqual([what, true])
  }
})

test('what the public cannot see changes nothing', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const post = await aPost(context, { title: 'Public' })
  const { warm, get } = await aServer(group)
  await warm(post.path)

  await context.act((act) => entries.save(act, { id: post.id, basedOn: 1, title: 'Only saved', body: aText('x') }))

  expect((await get(post.path)).kept).toBe(true)
})

test('who has a page already is told it has not changed', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const post = await aPost(context, { title: 'First words' })
  const { warm, get } = await aServer(group)

  for (const path of [post.path, '/feed/', '/feed.json', '/posts', '/sitemap.xml']) {
    const { headers } = await warm(path)
    const again = await get(path, { 'if-none-match': String(headers.etag) })
    expect([path, again.status, again.body.length]).toEqual([path, 304, 0])
  }
  const known = String((await warm('/feed/')).headers.etag)
  await aPost(context)
  expect((await get('/feed/', { 'if-none-match': known })).status).toBe(200)
})

test('packed or not, the bytes are the same', async () => {
  const group = await aGroup(installation)
  const post = await aPost(installation.context(group), { body: aText('Many words. '.repeat(300)) })
  const { warm } = await aServer(group)

  const plain = await warm(post.path)
  const gzip = await warm(post.path, { 'accept-encoding': 'gzip' })
  const brotli = await warm(post.path, { 'accept-encoding': 'br, gzip' })

  expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br'])
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
  expect(brotli.body.length).toBeLessThan(plain.body.length / 2)
})

test('searches and old numbers are answered each time or kept, as their address allows', async () => {
  const group = await aGroup(installation)
  await aPost(installation.context(group), { title: 'Care' })
  const { get } = await aServer(group)

  await get('/search?q=care')
  await get('/feed/rss2/')

  expect((await get('/search?q=care')).kept).toBe(false)
  expect((await get('/feed/rss2/')).kept).toBe(true)
})
