import { expect, test } from 'vitest'
import { anExport, recordsOf, recordsOfKind } from './factories.ts'

test('an export tells of its site first, then of authors, categories, tags, menus and items in their order', async () => {
  const text = anExport({
    title: 'Growers &amp; Friends',
    authors: [{ login: 'wren', displayName: 'Jenny Wren' }],
    categories: [['water', 'Water &amp; soil', 'work']],
    tags: [['butts', 'Water butts']],
    menus: [['main', 'Main menu']],
    items: [{ title: 'Rain barrels' }],
  })

  const records = await recordsOf(text)

  expect(records.map(({ kind }) => kind)).toEqual(['site', 'author', 'category', 'tag', 'term', 'item'])
  expect(records).toMatchObject([
    { title: 'Growers & Friends', baseUrl: 'https://allotments.example', language: 'en-GB', wxrVersion: '1.2' },
    { login: 'wren', email: 'wren@allotments.example', displayName: 'Jenny Wren' },
    { slug: 'water', name: 'Water & soil', parent: 'work' },
    { slug: 'butts', name: 'Water butts' },
    { taxonomy: 'nav_menu', slug: 'main', name: 'Main menu' },
    { title: 'Rain barrels' },
  ])
})

test('an item comes with everything the importer needs of it', async () => {
  const item = {
    postId: 12,
    type: 'page',
    title: 'Ponds &#038; ditches <em>again</em>',
    link: 'https://allotments.example/ponds/',
    slug: 'ponds',
    author: 'wren',
    content: '<p>Dig & <b>line</b></p>\n\n<!--more-->',
    excerpt: 'Dig.',
    parentId: 4,
    menuOrder: 2,
    sticky: true,
    terms: [
      ['category', 'water', 'Water'],
      ['tag', 'ponds', 'Ponds'],
    ] as const,
    meta: { _thumbnail_id: '31', _edit_lock: '1:1', _menu_item_url: 'https://allotments.example/' },
    attachmentUrl: 'https://allotments.example/wp-content/uploads/pond.jpg',
  }

  const [record] = await recordsOfKind('item', anExport({ items: [item] }))

  expect(record).toMatchObject({
    postId: 12,
    type: 'page',
    title: 'Ponds & ditches again',
    link: 'https://allotments.example/ponds/',
    guid: 'https://allotments.example/?p=12',
    slug: 'ponds',
    status: 'publish',
    passwordProtected: false,
    author: 'wren',
    content: '<p>Dig & <b>line</b></p>\n\n<!--more-->',
    excerpt: 'Dig.',
    parentId: 4,
    menuOrder: 2,
    sticky: true,
    commentStatus: 'open',
    attachmentUrl: 'https://allotments.example/wp-content/uploads/pond.jpg',
  })
  expect(record?.terms).toEqual([
    { domain: 'category', slug: 'water', name: 'Water' },
    { domain: 'post_tag', slug: 'ponds', name: 'Ponds' },
  ])
  expect(record?.meta).toEqual({ _thumbnail_id: '31', _menu_item_url: 'https://allotments.example/' })
})

test('a post behind a password is marked, and the password is not kept', async () => {
  const records = await recordsOf(anExport({ items: [{ password: 'marrow-1947' }] }))

  expect(records.at(-1)).toMatchObject({ passwordProtected: true })
  expect(JSON.stringify(records)).not.toContain('marrow-1947')
})

test('comments keep their order, their parents and whether they were approved, and lose the IP address', async () => {
  const comments = [
    { id: 1, approved: '1', author: 'Tom &amp; Anna' },
    { id: 2, parentId: 1, approved: '0' },
    { id: 3, approved: 'spam', type: 'pingback' },
    { id: 4, approved: 'post-trashed' },
    { id: 5, approved: '' },
  ]

  const [item] = await recordsOfKind('item', anExport({ items: [{ comments }] }))

  expect(item?.comments).toMatchObject([
    { id: 1, parentId: null, author: 'Tom & Anna', approval: 'approved', type: 'comment' },
    { id: 2, parentId: 1, approval: 'pending' },
    { id: 3, approval: 'spam', type: 'pingback' },
    { id: 4, approval: 'trash' },
    { id: 5, approval: 'pending', publishedAt: '2019-03-03T08:00:00Z', content: 'Well said.' },
  ])
  expect(JSON.stringify(item)).not.toContain('192.0.2.44')
})

test('a date without its UTC twin is read as London time, in summer an hour ahead', async () => {
  const never = '0000-00-00 00:00:00'
  const items = [
    { date: '2019-07-01 10:00:00', dateGmt: '2019-07-01 09:30:00' },
    { date: '2019-07-01 10:00:00', dateGmt: never },
    { date: '2019-01-01 10:00:00', dateGmt: never },
    { date: never, dateGmt: never },
    { date: '2019-02-30 10:00:00', dateGmt: 'soon' },
  ]

  const records = await recordsOfKind('item', anExport({ items }))

  expect(records.map(({ publishedAt }) => publishedAt)).toEqual([
    '2019-07-01T09:30:00Z',
    '2019-07-01T09:00:00Z',
    '2019-01-01T10:00:00Z',
    '2019-03-02T10:00:00Z',
    '2019-03-02T10:00:00Z',
  ])
})

test('an item tells the line it began on', async () => {
  const text = anExport({ items: [{ content: 'one\ntwo\nthree' }, {}] })

  const records = await recordsOfKind('item', text)

  const lines = text.split('\n').flatMap((line, index) => (line === '<item>' ? [index + 1] : []))
  expect(records.map(({ line }) => line)).toEqual(lines)
})

test('records come out the same however the bytes are cut', async () => {
  const text = anExport({
    title: 'Growers & Friends – naïve café 🌱',
    more: `<!-- ${'longer than the head of the file – '.repeat(200)} -->`,
    items: [{ title: 'A ]]> B', content: 'x ]]> y & z <![CDATA[ more', comments: [{ author: 'Zoë' }] }, {}],
  })

  const whole = await recordsOf(text)

  for (const size of [1, 2, 3, 7, 1000]) expect(await recordsOf(text, size)).toEqual(whole)
  expect(whole[0]).toMatchObject({ title: 'Growers & Friends – naïve café 🌱' })
  expect(whole[1]).toMatchObject({ title: 'A ]]> B', content: 'x ]]> y & z <![CDATA[ more' })
})

test('the site may stand after its items', async () => {
  const text = anExport({ items: [{}] })
  const head = text.slice(text.indexOf('<title>'), text.indexOf('<wp:base_blog_url>'))

  const records = await recordsOf(text.replace(head, '').replace('</channel>', `${head}</channel>`))

  expect(records.map(({ kind }) => kind)).toEqual(['site', 'item'])
  expect(records[0]).toMatchObject({ title: 'Allotment Holders for Clean Water', wxrVersion: '1.2' })
})

test('prefixes may be named otherwise, or be forgotten, and other vocabularies are passed over', async () => {
  const renamed = anExport({ items: [{ comments: [{}] }] })
    .replaceAll('wp:', 'press:')
    .replace('xmlns:wp=', 'xmlns:press=')
  const unbound = anExport({ items: [{ comments: [{}] }] }).replace(/xmlns:wp="[^"]*"/, '')
  const hijacked = anExport({
    more: '<wp:author xmlns:wp="https://elsewhere.example/"><wp:author_login>cuckoo</wp:author_login></wp:author>',
    items: [{ more: '<x:post_id xmlns:x="https://elsewhere.example/">99</x:post_id>' }],
  })
  const undeclared = anExport({ items: [{ more: '<post_id xmlns="http://wordpress.org/export/1.2/">99</post_id>' }] })

  for (const text of [renamed, unbound]) {
    expect(await recordsOf(text)).toEqual(await recordsOf(anExport({ items: [{ comments: [{}] }] })))
  }
  expect(await recordsOf(hijacked)).toEqual(await recordsOf(anExport({ more: ' ', items: [{ more: ' ' }] })))
  expect(await recordsOfKind('item', undeclared)).toMatchObject([{ postId: 1 }])
})

test('the nameless doubles of categories in old exports are passed over', async () => {
  const more = '<category><![CDATA[Water]]></category><category domain="category" nicename="water">Water</category>'

  const [item] = await recordsOfKind('item', anExport({ items: [{ more: more + more }] }))

  expect(item?.terms).toEqual([{ domain: 'category', slug: 'water', name: 'Water' }])
})

test('an item that says little is a draft of no type, never public', async () => {
  const [item] = await recordsOfKind('item', anExport({ more: '<item><title>Loose leaf</title></item>' }))

  expect(item).toMatchObject({ title: 'Loose leaf', type: '', status: 'draft', postId: null, publishedAt: null })
})
