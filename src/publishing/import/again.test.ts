import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { visitorOf } from '../../../test/browser.ts'
import { aText, aPost } from '../factories.ts'
import * as entries from '../entries.ts'
import { anExport, type ItemFacts } from '../wordpress/factories.ts'
import { importing } from './factories.ts'

const installation = testInstallation()
const HOME = 'https://allotments.example'

const aSite = async () => {
  const group = await aGroup(installation)
  return { context: installation.context(group), visitor: visitorOf(installation, group) }
}
const exportOf = (...items: readonly ItemFacts[]) => anExport({ items })
const idOf = async (slug: string): Promise<string> =>
  (await installation.owner.query('select id from publishing.entry where slug = $1', [slug])).rows[0].id

test('an item that changed on the old website changes here', async () => {
  const { context, visitor } = await aSite()
  await importing(context, exportOf({ slug: 'rain', content: '<p>Before the flood.</p>' }))

  const report = await importing(context, exportOf({ slug: 'rain', content: '<p>After the flood.</p>' }))

  expect(report.posts).toMatchObject({ changed: 1, made: 0 })
  const page = await (await visitor.get('/2019/03/02/rain/')).text()
  expect(page).toContain('After the flood.')
  expect(page).not.toContain('Before the flood.')
  expect(
    (await importing(context, exportOf({ slug: 'rain', content: '<p>After the flood.</p>' }))).posts,
  ).toMatchObject({ unchanged: 1 })
})

test('what an officer edited since is never overwritten', async () => {
  const { context, visitor } = await aSite()
  await importing(context, exportOf({ slug: 'rain', title: 'Rain', content: '<p>Old words.</p>' }))
  const id = await idOf('rain')
  await context.act(async (act) => {
    await entries.save(act, { id, basedOn: 1, title: 'Rain', body: aText('Our own words.') })
    await entries.publish(act, { id })
  })

  const report = await importing(context, exportOf({ slug: 'rain', title: 'Rain', content: '<p>New words.</p>' }))

  expect(report.posts).toMatchObject({ left_out: 1, changed: 0 })
  expect(report.left_out).toContainEqual({
    kind: 'posts',
    reason: 'It was edited here since, so ours was kept.',
    count: 1,
    examples: ['Rain'],
  })
  expect(await (await visitor.get('/2019/03/02/rain/')).text()).toContain('Our own words.')
})

test('the parent and picture an import gives later do not count as an officer’s edit', async () => {
  const { context } = await aSite()
  const site = (content: string) =>
    exportOf(
      {
        postId: 1,
        type: 'page',
        slug: 'child',
        link: `${HOME}/top/child/`,
        parentId: 2,
        meta: { _thumbnail_id: '3' },
        content,
      },
      { postId: 2, type: 'page', slug: 'top', link: `${HOME}/top/` },
      { postId: 3, type: 'attachment', status: 'inherit', attachmentUrl: `${HOME}/wp-content/uploads/2019/03/x.jpg` },
    )
  await importing(context, site('<p>One.</p>'))

  expect((await importing(context, site('<p>Two.</p>'))).pages).toMatchObject({ changed: 1, unchanged: 1, left_out: 0 })
})

test('a draft that was removed here stays removed', async () => {
  const { context } = await aSite()
  const file = exportOf({ slug: 'idea', status: 'draft' })
  await importing(context, file)
  const id = await idOf('idea')
  await context.act((act) => entries.remove(act, id))

  const report = await importing(context, file)

  expect(report.posts).toMatchObject({ in: 1, left_out: 1 })
  expect((await installation.owner.query('select * from publishing.entry')).rows).toEqual([])
})

test('a post that moved on the old website moves here, and its earlier address leads on', async () => {
  const { context, visitor } = await aSite()
  await importing(context, exportOf({ postId: 9, slug: 'before' }))

  const report = await importing(context, exportOf({ postId: 9, slug: 'after' }))

  expect(report.addresses).toMatchObject({ changed: 1 })
  expect((await visitor.get('/2019/03/02/after/')).status).toBe(200)
  const earlier = await visitor.get('/2019/03/02/before/')
  expect([earlier.status, earlier.headers.get('location')]).toEqual([301, '/2019/03/02/after/'])
})

test('a post that is a draft again on the old website is public no more', async () => {
  const { context, visitor } = await aSite()
  await importing(context, exportOf({ slug: 'rain' }))

  await importing(context, exportOf({ slug: 'rain', status: 'draft' }))

  expect((await visitor.get('/2019/03/02/rain/')).status).toBe(410)
  expect((await installation.owner.query('select * from publishing.search_text')).rows).toEqual([])
})

test('an address that a post of ours already has stays ours, and the other gets a number and a line in the report', async () => {
  const { context, visitor } = await aSite()
  const ours = await aPost(context, { title: 'Ours' })

  const report = await importing(context, exportOf({ link: `${HOME}${ours.path}/`, title: 'Theirs' }))

  expect(await (await visitor.get(ours.path)).text()).toContain('Ours')
  expect(await (await visitor.get(`${ours.path}-2/`)).text()).toContain('Theirs')
  const { rows } = await installation.owner.query('select kind, detail from publishing.finding')
  expect(rows).toEqual([{ kind: 'duplicate_address', detail: `${ours.path}/ was taken by another page.` }])
  expect(report.addresses.made).toBe(1)
})

test('an import never takes the addresses of the program', async () => {
  const { context } = await aSite()
  const at = (path: string): ItemFacts => ({ type: 'page', slug: path.slice(1), link: `${HOME}${path}/` })

  await importing(context, exportOf(at('/office'), at('/sign-in'), at('/2019'), at('/search'), at('/my')))

  const { rows } = await installation.owner.query('select path from publishing.address order by 1')
  expect(rows.map(({ path }) => path)).toEqual(['/2019-2/', '/my-2/', '/office-2/', '/search-2/', '/sign-in-2/'])
})

test('the number that sets two equal addresses apart is never one a third post has by right', async () => {
  const { context } = await aSite()
  const at = (path: string): ItemFacts => ({ type: 'page', link: `${HOME}${path}/`, title: path })

  await importing(context, exportOf(at('/news'), at('/news'), at('/news-2')))

  const { rows } = await installation.owner.query(
    'select a.path, v.title from publishing.address a join publishing.entry e on e.id = a.entry_id join writing.version v on v.document_id = e.document_id order by 1',
  )
  expect(rows).toEqual([
    { path: '/news-2/', title: '/news-2' },
    { path: '/news-3/', title: '/news' },
    { path: '/news/', title: '/news' },
  ])
})

test('old plain addresses lead to what came of them', async () => {
  const { context, visitor } = await aSite()
  await importing(
    context,
    anExport({
      authors: [{ login: 'wren' }],
      categories: [['water', 'Water']],
      tags: [['drought', 'Drought']],
      items: [
        {
          postId: 12,
          slug: 'rain',
          terms: [
            ['category', 'water', 'Water'],
            ['post_tag', 'drought', 'Drought'],
          ],
        },
      ],
    }),
  )

  const places = await Promise.all(
    ['/?p=12', '/?cat=3', '/?author=7', '/?tag=drought', '/?m=201903'].map(async (old) =>
      (await visitor.get(old)).headers.get('location'),
    ),
  )

  expect(places).toEqual(['/2019/03/02/rain/', '/category/water/', '/author/wren/', '/tag/drought/', '/2019/03/'])
})
