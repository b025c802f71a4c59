import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { hrefOf } from '../public/paths.ts'
import { anExport, bytesOf } from '../wordpress/factories.ts'
import { importing } from './factories.ts'
import * as imports from './imports.ts'
import { importWordPress } from './wordpressImport.ts'

const installation = testInstallation()
const HOME = 'https://allotments.example'

/** Every value of every text and JSON column of the schemas with a group's records, as one text. */
async function everythingStored(): Promise<string> {
  const { rows } = await installation.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'bookkeeping', 'graphile_worker')`,
  )
  const texts = await Promise.all(
    rows.map(
      async ({ name }) =>
        (await installation.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${name} t`)).rows[0]
          .all,
    ),
  )
  const jobs = await installation.services.pool.query('select payload from graphile_worker._private_jobs')
  return [...texts, JSON.stringify(jobs.rows)].join('\n')
}

test('no network address and no author’s email address comes in', async () => {
  const file = anExport({
    authors: [{ login: 'wren', email: 'wren@private.example' }],
    items: [{ comments: [{ ip: '203.0.113.77', email: 'reader@public.example' }] }],
  })

  await importing(installation.context(await aGroup(installation)), file)

  const stored = await everythingStored()
  expect(stored).toContain('reader@public.example')
  expect(stored).not.toContain('203.0.113.77')
  expect(stored).not.toContain('wren@private.example')
})

test('scripts in any field reach no page as markup', async () => {
  const group = await aGroup(installation)
  const bad = '<script>alert(1)</script>'
  const onward = '"><img src=x onerror=alert(1)>'
  const file = anExport({
    title: bad,
    authors: [{ login: 'wren', displayName: bad }],
    categories: [['water', bad]],
    items: [
      {
        slug: 'rain',
        title: bad + onward,
        content: `${bad}<p onclick="alert(1)">Words <a href="javascript:alert(1)">here</a></p><iframe srcdoc="${bad}"></iframe><svg onload="alert(1)"></svg>`,
        excerpt: onward,
        terms: [
          ['category', 'water', bad],
          ['post_tag', onward.replaceAll('"', '&quot;').replaceAll('<', '&lt;'), onward],
        ],
        comments: [{ author: bad, content: `${bad}${onward}` }],
      },
      { slug: onward, title: 'Odd slug', link: `${HOME}/?p=2` },
      {
        type: 'nav_menu_item',
        title: bad,
        terms: [['nav_menu', 'main', 'Main']],
        meta: { _menu_item_type: 'custom', _menu_item_url: `${HOME}/x${onward}` },
      },
      {
        type: 'nav_menu_item',
        title: 'Script',
        terms: [['nav_menu', 'main', 'Main']],
        meta: { _menu_item_type: 'custom', _menu_item_url: 'javascript:alert(1)' },
      },
    ],
  })

  await importing(installation.context(group), file)

  const visitor = visitorOf(installation, group)
  const { rows } = await installation.owner.query<{ path: string }>('select path from publishing.address')
  const paths = [
    ...rows.map(({ path }) => hrefOf(path)),
    '/',
    '/posts',
    '/author/wren/',
    '/category/water/',
    '/feed/',
    '/feed.json',
    '/sitemap.xml',
    '/search?q=words',
    '/2019/03/',
  ]
  for (const path of paths) {
    const response = await visitor.get(path)
    const page = (await response.text()).replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
    expect([path, response.status]).toEqual([path, 200])
    if (response.headers.get('content-type')?.includes('json')) continue
    expect(page, path).not.toMatch(/<script>|<img[^>]+onerror|<svg[^>]+onload|onclick=|srcdoc|href="javascript:/i)
  }
})

/** Past the check at the door, as two programs at one database would be. */
const aRow = async ({ act }: GroupContext, fileName: string): Promise<string> =>
  act(async ({ tx, group, at }) => {
    const values = { group_id: group.id, file_name: fileName, state: 'running', started_at: at, told_at: at }
    return (await tx.insertInto('publishing.import').values(values).returning('id').executeTakeFirstOrThrow()).id
  })

const UTF16 = Buffer.from(`\uFEFF${anExport({ items: [{ title: 'Dŵr glân' }] })}`, 'utf16le')
const whole = anExport({ items: [{}, {}] })

test.each([
  ['a file that stops in the middle', whole.slice(0, -200), /stops in the middle, at line \d+/],
  ['a damaged file', whole.replace('</item>', '</itm>'), /damaged at line \d+/],
  [
    'a bomb of entities',
    whole.replace('<rss', '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss'),
    /document type declaration at line \d+/,
  ],
  [
    'an outside entity',
    whole.replace('<rss', '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss'),
    /document type declaration/,
  ],
  ['half of a file in UTF-16', UTF16.subarray(0, UTF16.length - 400), /stops in the middle, at line \d+/],
  ['a web page', '<!doctype html><html></html>', /web page/],
  ['nothing', '', /empty/],
])('%s leaves nothing but its sentence', async (_, file, sentence) => {
  const context = installation.context(await aGroup(installation))

  await expect(importing(context, file)).rejects.toThrow(sentence)

  const [one] = await context.read((tx) => imports.list(tx, { now: new Date() }))
  expect(one).toMatchObject({ state: 'refused', trouble: expect.stringMatching(sentence), report: null })
  for (const table of ['entry', 'author', 'term', 'comment', 'picture', 'address', 'origin', 'finding', 'menu_item'])
    expect((await installation.owner.query(`select 1 from publishing.${table}`)).rowCount, table).toBe(0)
})

test('a whole file in UTF-16 comes in with its letters', async () => {
  await importing(installation.context(await aGroup(installation)), UTF16)

  expect((await installation.owner.query('select title from writing.version')).rows).toEqual([{ title: 'Dŵr glân' }])
})

test('half a character at the end of a long title does not stop an import', async () => {
  const title = `${'x'.repeat(299)}🌧`

  await importing(
    installation.context(await aGroup(installation)),
    anExport({ items: [{ title, comments: [{ author: title }] }] }),
  )

  expect((await installation.owner.query('select title from writing.version')).rows).toEqual([
    { title: 'x'.repeat(299) },
  ])
})

test('items with one number: the first comes in, the others are left out and said', async () => {
  const file = anExport({
    items: [
      { postId: 5, slug: 'a', title: 'First' },
      { postId: 5, slug: 'b', title: 'Second' },
    ],
  })

  const report = await importing(installation.context(await aGroup(installation)), file)

  expect(report.posts).toMatchObject({ in: 2, made: 1, left_out: 1 })
  expect(report.left_out).toEqual([
    { kind: 'posts', reason: 'It stood in the export twice.', count: 1, examples: ['Second'] },
  ])
})

test('comments are threaded whatever their order, and answers in a circle come in all the same', async () => {
  const said = (id: number, parentId: number) => ({ id, parentId, content: `Comment ${id}` })
  const file = anExport({
    items: [{ comments: [said(3, 2), said(2, 1), said(1, 0), said(8, 9), said(9, 8), said(7, 400)] }],
  })

  await importing(installation.context(await aGroup(installation)), file)

  const { rows } = await installation.owner.query(
    'select c.body, p.body as above from publishing.comment c left join publishing.comment p on p.id = c.parent_id order by 1',
  )
  expect(rows.slice(0, 4)).toEqual([
    { body: 'Comment 1', above: null },
    { body: 'Comment 2', above: 'Comment 1' },
    { body: 'Comment 3', above: 'Comment 2' },
    { body: 'Comment 7', above: null },
  ])
  expect(rows.slice(4).filter(({ above }) => above === null)).toHaveLength(1)
})

test('comments of two posts with one number do not become one', async () => {
  const file = anExport({
    items: [
      { slug: 'a', comments: [{ id: 1, content: 'Here.' }] },
      { slug: 'b', comments: [{ id: 1, content: 'There.' }] },
    ],
  })

  await importing(installation.context(await aGroup(installation)), file)

  expect((await installation.owner.query('select body from publishing.comment order by 1')).rows).toEqual([
    { body: 'Here.' },
    { body: 'There.' },
  ])
})

test('two groups import one file, and neither sees the other’s', async () => {
  const [one, other] = [await aGroup(installation), await aGroup(installation)]
  const file = anExport({ items: [{ slug: 'rain' }] })
  await importing(installation.context(one), file)

  const report = await importing(installation.context(other), file.replaceAll('Keep every drop.', 'Other words.'))

  expect(report.posts).toMatchObject({ made: 1 })
  expect(await (await visitorOf(installation, one).get('/2019/03/02/rain/')).text()).not.toContain('Other words.')
  expect(await (await visitorOf(installation, other).get('/2019/03/02/rain/')).text()).toContain('Other words.')
  expect(
    await installation.context(one).read((tx) => imports.find(tx, { id: report.importId, now: new Date() })),
  ).toBeUndefined()
})

test('while one import goes on another is refused, and nothing of it comes in', async () => {
  const context = installation.context(await aGroup(installation))
  const file = anExport({ items: [{}] })
  const [first, second] = await Promise.all(['a.xml', 'b.xml'].map((fileName) => aRow(context, fileName)))
  let refused: unknown
  const open = async function* () {
    yield* bytesOf(file)
  }
  // The second begins when the first is inside its act, and has ended before the first goes on.
  let begun = 0
  const report = await importWordPress(context, {
    importId: first!,
    open: async function* () {
      begun += 1
      if (begun === 2)
        refused = await importWordPress(context, { importId: second!, open }).catch((error: unknown) => error)
      yield* bytesOf(file)
    },
  })

  expect(refused).toMatchObject({ message: 'Another import for this group is running. Wait until it has ended.' })
  expect(report.posts).toMatchObject({ made: 1 })
  expect((await installation.owner.query('select 1 from publishing.entry')).rowCount).toBe(1)
})

test('an export with more authors than people could be is refused', async () => {
  const authors = Array.from(
    { length: 100_001 },
    (_, i) => `<wp:author><wp:author_login>a${i}</wp:author_login></wp:author>`,
  )

  await expect(
    importing(installation.context(await aGroup(installation)), anExport({ more: authors.join('') })),
  ).rejects.toThrow('more than 100,000 authors')
})
