import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anExport } from '../wordpress/factories.ts'
import { importing } from './factories.ts'
import { listFindings } from './findings.ts'

const installation = testInstallation()
const HOME = 'https://allotments.example'

const SITE = anExport({
  authors: [{ login: 'wren', displayName: 'Wren Hale' }, { login: 'robin' }],
  categories: [
    ['rivers', 'Rivers', 'water'],
    ['water', 'Water'],
  ],
  tags: [['drought', 'Drought']],
  items: [
    {
      slug: 'a',
      content: '<p>Ring 01743 555012.</p>',
      terms: [
        ['category', 'rivers', 'Rivers'],
        ['post_tag', 'undeclared', 'Undeclared'],
      ],
      comments: [{}, { approved: '0' }, { approved: 'spam' }, { approved: 'trash' }, { type: 'pingback' }],
    },
    { slug: 'b', author: 'only-mentioned' },
    { slug: 'a', title: 'The same address again' },
    { slug: 'bin', status: 'trash' },
    { slug: 'auto', status: 'auto-draft' },
    { slug: 'about', type: 'page', link: `${HOME}/about/` },
    { type: 'wpforms', title: 'A form' },
    { type: 'revision' },
    { type: 'attachment', status: 'inherit', attachmentUrl: `${HOME}/wp-content/uploads/2019/03/x.jpg` },
    { type: 'attachment', status: 'inherit', title: 'Without address' },
    {
      type: 'nav_menu_item',
      title: 'About',
      terms: [['nav_menu', 'main', 'Main']],
      meta: { _menu_item_type: 'post_type', _menu_item_object_id: '6' },
    },
    {
      type: 'nav_menu_item',
      title: 'Lost',
      terms: [['nav_menu', 'main', 'Main']],
      meta: { _menu_item_type: 'post_type', _menu_item_object_id: '999' },
    },
    {
      type: 'nav_menu_item',
      title: 'Elsewhere',
      terms: [['nav_menu', 'footer', 'Footer']],
      meta: { _menu_item_type: 'custom', _menu_item_url: 'https://x.example/' },
    },
  ],
})

const made = (count: number, leftOut = 0) => ({
  in: count + leftOut,
  made: count,
  changed: 0,
  unchanged: 0,
  left_out: leftOut,
})
const same = (count: number, leftOut = 0) => ({
  in: count + leftOut,
  made: 0,
  changed: 0,
  unchanged: count,
  left_out: leftOut,
})

test('every item of the file is counted once, as made or as left out for a reason', async () => {
  const report = await importing(installation.context(await aGroup(installation)), SITE)

  expect(report).toMatchObject({
    site: HOME,
    posts: made(3, 2),
    pages: made(1),
    authors: made(3),
    categories: made(2),
    tags: made(2),
    comments: made(4, 1),
    comments_by_state: { approved: 1, pending: 1, spam: 1, trash: 1 },
    pictures: made(1, 1),
    menu_items: made(1, 2),
    addresses: made(4),
    other: made(0, 2),
  })
  expect(report.left_out.map(({ kind, reason, count }) => `${count} ${kind}: ${reason}`).toSorted()).toEqual([
    '1 comments: It is a notice from another website (a pingback), not a comment.',
    '1 menu_items: The website has one menu, and another was taken.',
    '1 menu_items: What it leads to did not come in.',
    '1 other: It belongs to the old program’s inner workings, not to the website’s content.',
    '1 other: It is of the type “wpforms”, which a plugin of the old site made.',
    '1 pictures: The export names no address for it.',
    '1 posts: It was in the bin.',
    '1 posts: It was never saved as a draft.',
  ])
})

test('a second import of the same file finds everything unchanged, and the same oddities', async () => {
  const context = installation.context(await aGroup(installation))
  const first = await importing(context, SITE)

  const second = await importing(context, SITE)

  expect(second).toMatchObject({
    posts: same(3, 2),
    pages: same(1),
    authors: same(3),
    categories: same(2),
    tags: same(2),
    comments: same(4, 1),
    pictures: same(1, 1),
    menu_items: same(1, 2),
    addresses: same(4),
    other: same(0, 2),
    left_out: first.left_out,
  })
  const found = (importId: string) => context.read((tx) => listFindings(tx, { importId }))
  expect(await found(second.importId)).toEqual(await found(first.importId))
  expect((await found(first.importId)).map(({ kind }) => kind)).toEqual(['duplicate_address', 'phone_number'])
})

test('what was not public stays for officers only, and a day to come is kept', async () => {
  const group = await aGroup(installation)
  const file = anExport({
    items: [
      { slug: 'draft', status: 'draft' },
      { slug: 'private', status: 'private' },
      { slug: 'password', password: 'heron' },
      { slug: 'future', status: 'future', date: '2199-01-01 09:00:00' },
      { slug: 'pinned', sticky: true },
    ],
  })

  await importing(installation.context(group), file)

  const { rows } = await installation.owner.query(
    'select slug, status, pinned, published_at from publishing.entry order by slug',
  )
  expect(rows.map(({ slug, status, pinned }) => [slug, status, pinned])).toEqual([
    ['draft', 'draft', false],
    ['future', 'scheduled', false],
    ['password', 'draft', false],
    ['pinned', 'published', true],
    ['private', 'draft', false],
  ])
  expect(rows[1].published_at.toISOString()).toBe('2199-01-01T09:00:00.000Z')
  const addresses = await installation.owner.query('select path from publishing.address')
  expect(addresses.rows).toEqual([{ path: '/2019/03/02/pinned/' }])
  expect(JSON.stringify((await installation.owner.query('select * from writing.version')).rows)).not.toContain('heron')
})

test('pages stand below each other whatever their order, and a circle of pages is broken', async () => {
  const page = (postId: number, parentId: number) => ({
    type: 'page',
    postId,
    parentId,
    slug: `p${postId}`,
    link: `${HOME}/p${postId}/`,
  })
  const file = anExport({ items: [page(1, 2), page(2, 3), page(3, 0), page(4, 5), page(5, 4)] })

  await importing(installation.context(await aGroup(installation)), file)

  const { rows } = await installation.owner.query(
    'select e.slug, p.slug as above from publishing.entry e left join publishing.entry p on p.id = e.parent_id order by 1',
  )
  expect(rows.slice(0, 3)).toEqual([
    { slug: 'p1', above: 'p2' },
    { slug: 'p2', above: 'p3' },
    { slug: 'p3', above: null },
  ])
  expect(rows.slice(3).filter(({ above }) => above === null)).toHaveLength(1)
})

test('menus keep their order and levels', async () => {
  const item = (postId: number, title: string, above = '0') => ({
    type: 'nav_menu_item',
    postId,
    title,
    menuOrder: postId,
    terms: [['nav_menu', 'main', 'Main']] as const,
    meta: {
      _menu_item_type: 'custom',
      _menu_item_url: `https://x.example/${postId}`,
      _menu_item_menu_item_parent: above,
    },
  })
  const file = anExport({ items: [item(3, 'Third', '2'), item(1, 'First'), item(2, 'Second', '1')] })

  await importing(installation.context(await aGroup(installation)), file)

  const { rows } = await installation.owner.query(
    'select m.label, p.label as above from publishing.menu_item m left join publishing.menu_item p on p.id = m.parent_id order by m.position',
  )
  expect(rows).toEqual([
    { label: 'First', above: null },
    { label: 'Second', above: 'First' },
    { label: 'Third', above: 'Second' },
  ])
})
