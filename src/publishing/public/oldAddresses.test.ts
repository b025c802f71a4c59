import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anAuthor, aPage, aPost, aTerm } from '../factories.ts'
import * as entries from '../entries.ts'
import { anOldPost, anOrigin, aPicture } from './factories.ts'

const installation = testInstallation()

/** A website as an import leaves it: everything knows what it was. */
async function anImportedWebsite() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const author = await anAuthor(context, { name: 'The Secretary', slug: 'secretary' })
  const parent = await aTerm(context, { name: 'Work', slug: 'work' })
  const category = await aTerm(context, { name: 'Pay', slug: 'pay', parentId: parent.id })
  const tag = await aTerm(context, { taxonomy: 'tag', name: 'Care', slug: 'care' })
  const picture = await aPicture(context, { path: '/wp-content/uploads/2017/11/stall.jpg' })
  const words = { title: 'A meeting', authorId: author.id, termIds: [category.id, tag.id], pictureId: picture.id }
  const post = await anOldPost(context, { on: '2017-11-20', ...words })
  const page = await aPage(context, { title: 'About' })
  const items = {
    'post:12': post.id,
    'post:7': page.id,
    'post:99': picture.id,
    'category:5': category.id,
    'author:3': author.id,
  }
  for (const [item, id] of Object.entries(items)) await anOrigin(context, item, id)
  return { group, context, post, page, picture, visitor: visitorOf(installation, group) }
}

test('every kind of old WordPress address leads to where its words are now', async () => {
  const { visitor, post, page } = await anImportedWebsite()
  const leads: Record<string, string> = {
    '/?p=12': post.path,
    '/?p=12&preview=true': post.path,
    '/?page_id=7': page.path,
    '/?attachment_id=99': post.path,
    '/?cat=5': '/category/work/pay/',
    '/?category_name=pay': '/category/work/pay/',
    '/?tag=care': '/tag/care/',
    '/?author=3': '/author/secretary/',
    '/?author_name=secretary': '/author/secretary/',
    '/?m=2017': '/2017/',
    '/?m=201711': '/2017/11/',
    '/?m=20171120': '/2017/11/20/',
    '/?s=fair+pay': '/search?q=fair+pay',
    '/?feed=rss2': '/feed/',
    '/?feed=comments-rss2': '/comments/feed/',
    '/?paged=2': '/posts/page/2',
    '/page/2': '/posts/page/2',
    '/page/2/': '/posts/page/2',
    '/page/1/': '/posts',
    '/feed/rss2/': '/feed/',
    '/feed/atom/': '/feed/',
    '/feed/rdf': '/feed/',
    '/comments/feed/rss2/': '/comments/feed/',
    '/comments/feed': '/comments/feed/',
    '/2017': '/2017/',
    '/2017/11': '/2017/11/',
    '/2017/11/20': '/2017/11/20/',
    '/author/secretary': '/author/secretary/',
    '/category/pay/': '/category/work/pay/',
    '/category/pay/feed/': '/category/work/pay/feed/',
    '/tag/care': '/tag/care/',
    '/tag/care/page/1/': '/tag/care/',
    '/tag/care/feed/rss2/': '/tag/care/feed/',
    '/2017/page/1/': '/2017/',
    '/2017/11/20/a-meeting/feed/rss2/': '/2017/11/20/a-meeting/feed/',
    '/wp-content/uploads/2017/11/stall-300x225.jpg': '/wp-content/uploads/2017/11/stall.jpg?w=320',
  }

  const found: Record<string, string | null> = {}
  for (const address of Object.keys(leads)) {
    const response = await visitor.get(address)
    found[address] = response.status === 301 ? response.headers.get('location') : `status ${response.status}`
  }

  expect(found).toEqual(leads)
})

test('what they lead to is there', async () => {
  const { visitor } = await anImportedWebsite()
  const addresses = [
    '/2017/',
    '/2017/11/',
    '/2017/11/20/',
    '/author/secretary/',
    '/category/work/',
    '/category/work/pay/',
    '/tag/care/',
  ]

  for (const address of addresses) {
    const response = await visitor.get(address)
    expect([address, response.status]).toEqual([address, 200])
    expect(await response.text()).toContain('A meeting')
  }
  for (const address of [
    '/wp-content/uploads/2017/11/stall.jpg',
    '/2017/11/20/a-meeting/feed/',
    '/category/work/pay/feed/',
  ]) {
    expect([address, (await visitor.get(address)).status]).toEqual([address, 200])
  }
})

test('an old number nobody knows is not found, and other questions leave the home page alone', async () => {
  const { visitor } = await anImportedWebsite()

  expect((await visitor.get('/?p=4711')).status).toBe(404)
  expect((await visitor.get('/?p=99999999999999999999')).status).not.toBe(500)
  expect((await visitor.get('/?hello=1')).status).toBe(200)
  expect((await visitor.get('/')).status).toBe(200)
})

test('an old number of something taken down leads to the page that says so; that of a draft, nowhere', async () => {
  const { visitor, context, post } = await anImportedWebsite()
  await context.act((act) => entries.withdraw(act, post.id))
  const draft = await aPost(context, { published: false })
  await anOrigin(context, 'post:500', draft.id)

  const response = await visitor.get('/?p=12')

  expect((await visitor.follow(response)).status).toBe(410)
  expect((await visitor.get('/?p=500')).status).toBe(404)
})
