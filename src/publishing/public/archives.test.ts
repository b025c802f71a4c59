import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anAuthor, aPost, aTerm } from '../factories.ts'
import { anOldPost } from './factories.ts'

const installation = testInstallation()

async function aWebsite() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const visitor = visitorOf(installation, group)
  const read = async (path: string) => (await visitor.get(path)).text()
  return { context, visitor, read }
}

const titlesIn = (page: string) =>
  [...page.matchAll(/<h2><a href="[^"]+">([^<]+)<\/a><\/h2>/g)].map(([, title]) => title)

test('all posts stand ten to a page, newest first', async () => {
  const { context, visitor, read } = await aWebsite()
  for (let day = 1; day <= 12; day += 1) {
    await anOldPost(context, { title: `Post of day ${day}`, on: `2018-05-${String(day).padStart(2, '0')}` })
  }

  const [first, second] = [await read('/posts'), await read('/posts/page/2')]

  expect(titlesIn(first)).toHaveLength(10)
  expect(titlesIn(first)[0]).toBe('Post of day 12')
  expect(titlesIn(second)).toEqual(['Post of day 2', 'Post of day 1'])
  expect(first).toContain('href="/posts/page/2"')
  expect(second).toContain('href="/posts"')
  expect((await visitor.get('/posts/page/3')).status).toBe(404)
})

test('a year, a month and a day hold their own posts, by the group’s clock', async () => {
  const { context, visitor, read } = await aWebsite()
  await anOldPost(context, { title: 'Last minute', on: '2015-05-31T22:59:00Z' })
  await anOldPost(context, { title: 'First minute', on: '2015-05-31T23:01:00Z' })

  expect(titlesIn(await read('/2015/'))).toEqual(['First minute', 'Last minute'])
  expect(titlesIn(await read('/2015/05/'))).toEqual(['Last minute'])
  expect(titlesIn(await read('/2015/06/'))).toEqual(['First minute'])
  expect(titlesIn(await read('/2015/06/01/'))).toEqual(['First minute'])
  for (const empty of ['/2014/', '/2015/04/', '/2015/05/30/', '/2015/page/2/', '/2014/feed/']) {
    expect([empty, (await visitor.get(empty)).status]).toEqual([empty, 404])
  }
})

test('the list of years counts the posts of each month', async () => {
  const { context, read } = await aWebsite()
  await anOldPost(context, { on: '2015-05-01' })
  await anOldPost(context, { on: '2015-05-02' })
  await anOldPost(context, { on: '2019-01-02' })

  const page = await read('/posts')

  expect(page).toContain('<a href="/2015/">2015</a>')
  expect(page).toContain('<a href="/2015/05/">May</a><span>2</span>')
  expect(page).toContain('<a href="/2019/01/">January</a><span>1</span>')
})

test('a category holds what is filed under those below it, and shows the way', async () => {
  const { context, read, visitor } = await aWebsite()
  const work = await aTerm(context, { name: 'Work', description: 'All about work.' })
  const pay = await aTerm(context, { name: 'Pay', parentId: work.id })
  await aPost(context, { title: 'On pay', termIds: [pay.id] })
  await aPost(context, { title: 'On neither' })

  const [above, below] = [await read('/category/work/'), await read('/category/work/pay/')]

  expect(titlesIn(above)).toEqual(['On pay'])
  expect(above).toContain('All about work.')
  expect(above).toContain('href="/category/work/pay/"')
  expect(titlesIn(below)).toEqual(['On pay'])
  expect(below).toContain('<a href="/category/work/">Work</a>')
  expect((await visitor.get('/category/wrong/pay/')).headers.get('location')).toBe('/category/work/pay/')
})

test('an author’s page shows their name, what they say of themselves, and only what is published', async () => {
  const { context, read, visitor } = await aWebsite()
  const author = await anAuthor(context, { name: 'Maud Ellery', about: 'Retired team manager.' })
  const silent = await anAuthor(context, { name: 'Not yet' })
  await aPost(context, { title: 'Read me', authorId: author.id })
  await aPost(context, { title: 'A draft', authorId: author.id, published: false })
  await aPost(context, { authorId: silent.id, published: false })

  const page = await read('/author/maud-ellery/')

  expect(titlesIn(page)).toEqual(['Read me'])
  expect(page).toContain('Retired team manager.')
  expect((await visitor.get('/author/not-yet/')).status).toBe(404)
})

test('an empty website and an empty category say what will stand there', async () => {
  const { context, read } = await aWebsite()
  await aTerm(context, { name: 'Pay' })

  expect(await read('/posts')).toContain('What the group publishes will stand here')
  expect(await read('/category/pay/')).toContain('Posts filed under “Pay” will stand here.')
})

test('an extract begins where a text begins to say something', async () => {
  const { context, read } = await aWebsite()
  const body = [
    'Notes',
    'Leeds, 4 May',
    'We met in the library to talk about what the new pay scales will mean for those who work nights.',
  ]
  await aPost(context, {
    body: { type: 'doc', content: body.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
  })

  expect(await read('/posts')).toContain('<p>We met in the library')
})
