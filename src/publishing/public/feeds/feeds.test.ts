import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { visitorOf } from '../../../../test/browser.ts'
import { aGroup } from '../../../../test/groups.ts'
import { testInstallation } from '../../../../test/installation.ts'
import type { DocJson } from '../../../writing/index.ts'
import * as entries from '../../entries.ts'
import { aComment, anAuthor, aPost, aTerm } from '../../factories.ts'
import { anOldPost, aPicture } from '../factories.ts'

const installation = testInstallation()

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

/** Refuses anything that is not well-formed XML with namespaces. */
function parsed(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const node: Node = { name, attributes: values, children: [], text: '' }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0]!
}

const all = (node: Node, name: string) => node.children.filter((child) => child.name === name)
const one = (node: Node, name: string): Node => {
  expect([name, all(node, name).length]).toEqual([name, 1])
  return all(node, name)[0]!
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const WHOLE = /^https?:\/\/[^/]+\//

/** What RFC 4287 requires of every feed and entry (4.1.1, 4.1.2, 4.2), and that all HTML inside stands on its own. */
function expectValidAtom(xml: string): Node {
  const feed = parsed(xml)
  expect([feed.name, feed.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
  for (const node of [feed, ...all(feed, 'entry')]) {
    expect(one(node, 'id').text).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(one(node, 'title').text).not.toBe('')
    expect(one(node, 'updated').text).toMatch(RFC3339)
    expect(all(node, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate')).toHaveLength(1)
    for (const { attributes } of all(node, 'link')) expect(attributes['href']).toMatch(WHOLE)
  }
  expect(all(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self')).toHaveLength(1)
  expect(one(one(feed, 'author'), 'name').text).not.toBe('')
  const found = all(feed, 'entry')
  for (const entry of found) {
    expect(one(entry, 'published').text).toMatch(RFC3339)
    const content = one(entry, 'content')
    expect(content.attributes['type']).toBe('html')
    expectWholeAddresses(content.text)
  }
  expect(new Set(found.map((entry) => one(entry, 'id').text)).size).toBe(found.length)
  const newest = found
    .map((entry) => one(entry, 'updated').text)
    .toSorted()
    .at(-1)
  if (newest) expect(one(feed, 'updated').text).toBe(newest)
  return feed
}

function expectWholeAddresses(html: string): void {
  for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g))
    expect(address).toMatch(/^(https?:\/\/|mailto:|tel:)/)
  expect(html).not.toMatch(/<script|srcset|javascript:/i)
}

async function aWebsite() {
  const group = await aGroup(installation, { name: 'Fair Care & Co' })
  const context = installation.context(group)
  const author = await anAuthor(context, { name: 'Maud Ellery' })
  const term = await aTerm(context, { name: 'Pay' })
  const tag = await aTerm(context, { taxonomy: 'tag', name: 'Care' })
  const picture = await aPicture(context)
  const text = (words: string, href?: string): DocJson => ({
    type: 'text',
    text: words,
    ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
  })
  const paragraph = (...content: DocJson[]): DocJson => ({ type: 'paragraph', content })
  const content: DocJson[] = [
    paragraph(text('See '), text('our page', '/about'), text(' and '), text('below', '#more')),
    { type: 'figure', attrs: { src: picture.path, alt: 'A stall' } },
    paragraph(text('A note'), { type: 'footnote', content: [text('Said by \u0001 nobody & <b>all</b>.')] }),
  ]
  const body: DocJson = { type: 'doc', content }
  const post = await aPost(context, {
    title: 'Pay & “care” <now>',
    authorId: author.id,
    termIds: [term.id, tag.id],
    body,
  })
  const old = await anOldPost(context, { title: 'Long ago', on: '2016-02-29', path: '/2016/02/29/tŷ/' })
  await aPost(context, { title: 'A draft', published: false })
  await aComment(context, { entryId: post.id, author: 'Joan', body: 'I <b>agree</b>.\n\nWholly.' })
  await aComment(context, { entryId: post.id, body: 'Buy pills', status: 'pending' })
  return { group, context, post, old, visitor: visitorOf(installation, group) }
}

test.each([
  '/feed/',
  '/feed',
  '/comments/feed/',
  '/category/pay/feed/',
  '/tag/care/feed/',
  '/author/maud-ellery/feed/',
  '/2016/feed/',
  '/2016/02/feed/',
  '/2016/02/29/t%C5%B7/feed/',
])('%s is a valid Atom feed', async (address) => {
  const { visitor } = await aWebsite()

  const response = await visitor.get(address)

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expectValidAtom(await response.text())
})

test('the feed of a website with nothing on it is valid too', async () => {
  const visitor = visitorOf(installation, await aGroup(installation))

  expect(all(expectValidAtom(await (await visitor.get('/feed/')).text()), 'entry')).toHaveLength(0)
})

test('a post in the feed has its whole text, its author and what it is filed under', async () => {
  const { visitor, post } = await aWebsite()

  const feed = expectValidAtom(await (await visitor.get('/feed/')).text())
  const [entry] = all(feed, 'entry')
  const html = one(entry!, 'content').text

  expect(all(feed, 'entry').map((each) => one(each, 'title').text)).toEqual(['Pay & “care” <now>', 'Long ago'])
  expect(one(one(entry!, 'author'), 'name').text).toBe('Maud Ellery')
  expect(all(entry!, 'category').map(({ attributes }) => attributes['term'])).toEqual(['Care', 'Pay'])
  expect(html).toMatch(new RegExp(`href="http://[^/"]+${post.path}#more"`))
  expect(html).toMatch(/<img src="http:\/\/[^/"]+\/files\/[^"]+" alt="A stall"/)
})

test('an id stays the same when the post changes, and the change is dated', async () => {
  const { visitor, context, post } = await aWebsite()
  const read = async () => all(expectValidAtom(await (await visitor.get('/feed/')).text()), 'entry')[0]!
  const before = await read()

  await context.act(async (act) => {
    await entries.save(act, {
      id: post.id,
      basedOn: 1,
      title: 'Another title',
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
    })
    await entries.publish(act, { id: post.id })
  })
  const after = await read()

  expect(one(after, 'id').text).toBe(one(before, 'id').text)
  expect(one(after, 'title').text).toBe('Another title')
  expect(one(after, 'published').text).toBe(one(before, 'published').text)
  expect(one(after, 'updated').text > one(before, 'updated').text).toBe(true)
})

test('the comments’ feed says who said what to which post, and nothing that waits for approval', async () => {
  const { visitor, post } = await aWebsite()

  const feed = expectValidAtom(await (await visitor.get('/comments/feed/')).text())
  const [entry, ...more] = all(feed, 'entry')

  expect(more).toHaveLength(0)
  expect(one(entry!, 'title').text).toBe('Joan on “Pay & “care” <now>”')
  expect(one(entry!, 'content').text).toContain('I &lt;b&gt;agree&lt;/b&gt;.')
  expect(one(entry!, 'link').attributes['href']).toContain(`${post.path}#comment-`)
})

test('the JSON feed follows JSON Feed 1.1', async () => {
  const { visitor } = await aWebsite()

  const response = await visitor.get('/feed.json')
  const feed = (await response.json()) as Record<string, unknown>
  const items = feed['items'] as Record<string, unknown>[]

  expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Fair Care & Co',
    language: 'en-GB',
  })
  for (const name of ['home_page_url', 'feed_url']) expect(feed[name]).toMatch(WHOLE)
  expect(items.map(({ title }) => title)).toEqual(['Pay & “care” <now>', 'Long ago'])
  expect(items[0]).toMatchObject({ authors: [{ name: 'Maud Ellery' }], tags: ['Care', 'Pay'] })
  for (const item of items) {
    expect(item['id']).toMatch(/^urn:uuid:/)
    expect(item['url']).toMatch(WHOLE)
    for (const name of ['date_published', 'date_modified']) expect(item[name]).toMatch(RFC3339)
    expectWholeAddresses(String(item['content_html']))
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})

test('pages name their feeds', async () => {
  const { visitor, post } = await aWebsite()

  for (const [path, feeds] of [
    [post.path, ['/feed/', '/feed.json', `${post.path}/feed/`]],
    ['/tag/care/', ['/tag/care/feed/', '/feed/', '/feed.json']],
    ['/posts', ['/feed/', '/feed.json']],
  ] as const) {
    const page = await (await visitor.get(path)).text()
    const named = [
      ...page.matchAll(
        /<link rel="alternate" type="application\/(?:atom|feed)\+(?:xml|json)" title="[^"]+" href="([^"]+)"/g,
      ),
    ]
    expect(named.map(([, href]) => href)).toEqual(feeds)
  }
})

test('the sitemap holds everything that may be read, and the robots are told where it is', async () => {
  const { visitor, post, old } = await aWebsite()

  const map = parsed(await (await visitor.get('/sitemap.xml')).text())
  const paths = all(map, 'url').map((url) => new URL(one(url, 'loc').text).pathname)
  const robots = await (await visitor.get('/robots.txt')).text()

  expect(map.attributes['xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  expect(paths).toEqual(
    expect.arrayContaining([
      post.path,
      encodeURI(old.path),
      '/posts',
      '/author/maud-ellery/',
      '/category/pay/',
      '/tag/care/',
    ]),
  )
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of paths) expect([path, (await visitor.get(path)).status]).toEqual([path, 200])
  expect(await (await visitor.get('/sitemap/1.xml')).text()).toBe(await (await visitor.get('/sitemap.xml')).text())
  expect((await visitor.get('/sitemap/2.xml')).status).toBe(404)
  expect(robots).toMatch(/^Sitemap: http:\/\/[^/]+\/sitemap\.xml$/m)
  expect(robots).toContain('Disallow: /office')
  expect(robots).not.toMatch(/GPT|Claude|AI/)
})
