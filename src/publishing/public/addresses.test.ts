import { describe, expect, test } from 'vitest'
import { type Browser, browserAt, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { redirect } from '../entryAddresses.ts'
import { aComment, aPage, aPost } from '../factories.ts'
import * as entries from '../entries.ts'
import { anOldPost } from './factories.ts'

const installation = testInstallation()

async function aWebsite() {
  const group = await aGroup(installation)
  return { group, context: installation.context(group), visitor: visitorOf(installation, group) }
}

/** Status, and where it leads. */
const asked = async (visitor: Browser, path: string) => {
  const response = await visitor.get(path)
  return [response.status, response.headers.get('location')]
}

test('a new post and an imported one are read at their own addresses', async () => {
  const { context, visitor } = await aWebsite()
  const fresh = await aPost(context, { title: 'Fresh words' })
  const old = await anOldPost(context, { title: 'Old words', on: '2017-11-20' })

  expect(await (await visitor.get(fresh.path)).text()).toContain('<h1 lang="en-GB">Fresh words</h1>')
  expect(old.path).toBe('/2017/11/20/old-words/')
  expect(await (await visitor.get(old.path)).text()).toContain('<h1 lang="en-GB">Old words</h1>')
})

test.each([
  ['/2017/11/20/old-words', 'no slash at the end'],
  ['/2017/11/20/Old-Words/', 'capitals'],
  ['/2017/11/20/old%2Dwords/', 'needless percent signs'],
  ['/2017/11/20/old-words/page/2/', 'a page of the post'],
  ['/2017/11/20/old-words/comment-page-3/', 'a page of its comments'],
  ['/2017/11/20/old-words/amp/', 'a copy for phones'],
  ['/2017/11/20/old-words/feed', 'a feed without its slash'],
])('%s (%s) leads to the one address of the post', async (path) => {
  const { context, visitor } = await aWebsite()
  await anOldPost(context, { title: 'Old words', on: '2017-11-20' })

  const [status, location] = await asked(visitor, path)

  expect(status).toBe(301)
  expect(location).toBe(path.endsWith('feed') ? '/2017/11/20/old-words/feed/' : '/2017/11/20/old-words/')
})

test('an address in another script is kept, whichever way its letters are written', async () => {
  const { context, visitor } = await aWebsite()
  await anOldPost(context, { title: 'Tŷ', on: '2018-03-01', path: '/2018/03/01/tŷ-café/' })

  expect(await asked(visitor, '/2018/03/01/t%C5%B7-caf%C3%A9/')).toEqual([200, null])
  expect(await asked(visitor, '/2018/03/01/t%c5%b7-cafe%cc%81/')).toEqual([301, '/2018/03/01/t%C5%B7-caf%C3%A9/'])
})

test('an address that moved leads to the new one for good', async () => {
  const { context, visitor } = await aWebsite()
  const post = await aPost(context, { title: 'Moved' })
  await context.act((act) => redirect(act, { from: '/2016/01/once/', to: post.path }))

  expect(await asked(visitor, '/2016/01/once/')).toEqual([301, post.path])
  expect(await asked(visitor, '/2016/01/once')).toEqual([301, post.path])
  expect(await asked(visitor, '/2016/01/once/feed/')).toEqual([301, post.path])
})

test('what was taken down says so, and offers a search', async () => {
  const { context, visitor } = await aWebsite()
  const post = await aPost(context, { title: 'Regretted' })
  await context.act((act) => entries.withdraw(act, post.id))

  const response = await visitor.get(post.path)
  const page = await response.text()

  expect(response.status).toBe(410)
  expect(page).toContain('This is no longer here')
  expect(page).toContain('name="q"')
  expect(page).not.toContain('Regretted')
})

describe('what is no address of anything', () => {
  test.each([
    '/nothing-here',
    '//evil.example/',
    '/a//b',
    '/a%01b',
    '/a%0d%0aset-cookie:x=1',
    '/%E0%A4%A',
    '/%ff',
    '/..%2f..%2fetc%2fpasswd',
    `/${'x'.repeat(5000)}`,
    '/1899/',
    '/2019/13/',
    '/2019/02/30/',
    '/author/nobody/',
    '/category/nothing/',
    '/tag/nothing/',
    '/posts/page/2',
    '/page/0/',
    '/files/2026/11/none.jpg',
    '/wp-content/uploads/2017/11/none.jpg',
    '/feed/secret/',
  ])('%s is not found', async (path) => {
    const { visitor } = await aWebsite()

    const response = await visitor.get(path)

    expect(response.status).toBe(404)
    expect(await response.text()).toContain('name="q"')
  })
})

test('a page shows the pages beside and below it', async () => {
  const { context, visitor } = await aWebsite()
  const parent = await aPage(context, { title: 'About us' })
  const first = await aPage(context, { title: 'Our history', parentId: parent.id })
  const second = await aPage(context, { title: 'Our rules', parentId: parent.id })

  const above = await (await visitor.get(parent.path)).text()
  const below = await (await visitor.get(first.path)).text()

  expect(first.path).toBe('/about-us/our-history')
  expect(above).toContain(`<a href="${second.path}">Our rules</a>`)
  expect(below).toContain(`<a href="${first.path}" aria-current="page">Our history</a>`)
  expect(below).toContain(`<a href="${parent.path}">About us</a>`)
})

test('a request for the head alone is answered without a body', async () => {
  const { group, context } = await aWebsite()
  const post = await aPost(context)

  const { createApp } = await import('../../app.tsx')
  const { makeSetUp } = await import('../../site/index.ts')
  const app = createApp({ services: installation.services, setUp: makeSetUp(installation.services) })
  const response = await app.request(`http://${group.slug}.localhost${post.path}`, { method: 'HEAD' })

  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test('one group’s addresses are nobody else’s, and an unknown host names nobody', async () => {
  const { context } = await aWebsite()
  const other = await aGroup(installation)
  const post = await aPost(context, { title: 'Ours alone' })
  await aComment(context, { entryId: post.id })

  expect((await visitorOf(installation, other).get(post.path)).status).toBe(404)
  const unknown = await browserAt(installation, 'elsewhere.example').get(post.path)
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).not.toContain('Ours alone')
})

test('programs that looked for WordPress are told it has gone', async () => {
  const { visitor } = await aWebsite()

  for (const path of ['/wp-login.php', '/xmlrpc.php', '/wp-admin/', '/wp-json/wp/v2/users']) {
    expect((await visitor.get(path)).status).toBe(410)
  }
})
