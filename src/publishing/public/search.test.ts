import { describe, expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { visitor as aVisitor } from '../../platform/actor.ts'
import { work } from '../../serve.ts'
import * as entries from '../entries.ts'
import { aPage, aPost, aText, aTerm } from '../factories.ts'
import { anOldPost } from './factories.ts'
import { searches, searchPublic } from './search.ts'
import { readSearch } from './searchWords.ts'

const installation = testInstallation()

async function aWebsite() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const visitor = visitorOf(installation, group)
  const search = async (words: string, more = '') =>
    (await visitor.get(`/search?q=${encodeURIComponent(words)}${more}`)).text()
  return { group, context, visitor, search, gathered: () => installation.runJobs(work) }
}

const titlesIn = (page: string) =>
  [...page.matchAll(/<h2><a href="[^"]+">([^<]+)<\/a><\/h2>/g)].map(([, title]) => title)

test('a word in the title counts more than one in the text, and the words sought are marked', async () => {
  const { context, search } = await aWebsite()
  await aPost(context, { title: 'The weather', body: aText('It rained. We spoke of privatisation under an umbrella.') })
  await aPost(context, { title: 'Privatisation', body: aText('What it costs.') })
  await aPost(context, { title: 'Sunshine', body: aText('Nothing else.') })

  const page = await search('privatised')

  expect(titlesIn(page)).toEqual(['Privatisation', 'The weather'])
  expect(page).toContain('We spoke of <mark>privatisation</mark> under an umbrella')
  expect(page).toContain('2 results')
})

test('of two alike the newer goes first; pages are found too', async () => {
  const { context, search } = await aWebsite()
  await anOldPost(context, { title: 'Harvest', on: '2016-01-01', slug: 'a' })
  await anOldPost(context, { title: 'Harvest', on: '2019-01-01', slug: 'b' })
  await aPage(context, { title: 'Harvest festival', slug: 'c' })

  const page = await search('harvest')
  const hrefs = [...page.matchAll(/<h2><a href="([^"]+)">/g)].map(([, href]) => href)

  expect(hrefs.indexOf('/2019/01/01/b/')).toBeLessThan(hrefs.indexOf('/2016/01/01/a/'))
  expect(hrefs).toContain('/c')
})

test('quotation marks hold words together, a minus leaves one out, "or" takes either', async () => {
  const { context, search } = await aWebsite()
  await aPost(context, { title: 'One', body: aText('Fair pay for nurses') })
  await aPost(context, { title: 'Two', body: aText('Pay that is fair') })
  await aPost(context, { title: 'Three', body: aText('Apples') })

  expect(titlesIn(await search('"fair pay"'))).toEqual(['One'])
  expect(titlesIn(await search('“fair pay”'))).toEqual(['One'])
  expect(titlesIn(await search('fair -nurses'))).toEqual(['Two'])
  expect(new Set(titlesIn(await search('apples or nurses')))).toEqual(new Set(['One', 'Three']))
})

test('the beginning of a word finds it', async () => {
  const { context, search } = await aWebsite()
  await aPost(context, { title: 'Safeguarding in schools' })

  expect(titlesIn(await search('safeg'))).toEqual(['Safeguarding in schools'])
  expect(titlesIn(await search('schools safegu'))).toEqual(['Safeguarding in schools'])
})

test('a misspelt word finds what was meant, says so, and can be insisted on', async () => {
  const { context, search, gathered } = await aWebsite()
  await aPost(context, { title: 'Against privatisation', body: aText('Social work is not for sale.') })
  await gathered()

  const page = await search('privitisation')

  expect(titlesIn(page)).toEqual(['Against privatisation'])
  expect(page).toContain('Showing results for <b>privatisation</b>.')
  expect(page).toContain('<a href="/search?q=privitisation&amp;exact=1">Search instead for privitisation</a>')
  expect(titlesIn(await search('privitisation', '&exact=1'))).toEqual([])
})

test('no word of a text taken down is offered, and at night it is forgotten', async () => {
  const { context, search, gathered } = await aWebsite()
  const post = await aPost(context, { title: 'Marmalade' })
  await aPost(context, { title: 'Something else' })
  await gathered()
  await context.act((act) => entries.withdraw(act, post.id))

  expect(await search('marmelade')).not.toContain('Marmalade')
  expect(await search('marmelade')).not.toContain('marmalade')
})

test('what is not published is not found', async () => {
  const { context, search } = await aWebsite()
  await aPost(context, { title: 'Secret draft', published: false })
  const withdrawn = await aPost(context, { title: 'Secret regret' })
  await context.act((act) => entries.withdraw(act, withdrawn.id))

  expect(titlesIn(await search('secret'))).toEqual([])
})

test('before and after a search in vain there is a way on', async () => {
  const { context, visitor, search } = await aWebsite()
  const term = await aTerm(context, { name: 'Pay' })
  await aPost(context, { termIds: [term.id] })

  const [before, after] = [await (await visitor.get('/search')).text(), await search('xylophone')]

  expect(before).not.toContain('Nothing found')
  expect(after).toContain('Nothing found for “xylophone”')
  for (const page of [before, after]) {
    expect(page).toContain('href="/category/pay/"')
    expect(page).toContain('href="/posts"')
    expect(page).toContain('<meta name="robots" content="noindex"/>')
  }
})

test('many results stand ten to a page', async () => {
  const { context, search, visitor } = await aWebsite()
  for (let number = 1; number <= 11; number += 1) await aPost(context, { title: `Care ${number}` })

  expect(titlesIn(await search('care'))).toHaveLength(10)
  expect(titlesIn(await search('care', '&page=2'))).toHaveLength(1)
  expect(await search('care')).toContain('href="/search?q=care&amp;page=2"')
  expect((await visitor.get('/search?q=care&page=3')).status).toBe(404)
})

describe('nothing anybody types makes it fail', () => {
  test.each([
    ["'; drop table publishing.entry; --"],
    ['"'],
    ['"""" - -- | & ! ( ) :* <-> \\'],
    ["care' & :* \\\\'"],
    ['the and of'],
    ['🏴󠁧󠁢󠁷󠁬󠁳󠁿 ŵyneb 漢字'],
    ['a\u0000b\u0002c\u0003'],
    ['\ud800'],
    ['x'.repeat(10_000)],
    ['word '.repeat(2_000)],
    ['-'.repeat(200)],
    ['<script>alert(1)</script>'],
    ['%'],
    ['or or or'],
    ['- '.repeat(100)],
    ['-"-'.repeat(60)],
    ['(('.repeat(90)],
    ['!'.repeat(190)],
  ])('%j', async (typed) => {
    const { context, visitor } = await aWebsite()
    await aPost(context, { title: 'Care' })

    const response = await visitor.get(`/search?q=${encodeURIComponent(typed.toWellFormed()).replaceAll('%00', '%20')}`)

    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('<script>alert')
  })

  test.each([
    '/search?q=%ff%fe',
    '/search?q[]=x',
    '/search?q=care&page=-1',
    '/search?q=care&page=99999999999',
    '/search?q=%E2%80%AEcare',
  ])('%s', async (address) => {
    const { visitor } = await aWebsite()

    expect((await visitor.get(address)).status).toBe(200)
  })
})

test('nor do a hundred searches thrown together from signs PostgreSQL knows', async () => {
  const { context } = await aWebsite()
  await aPost(context, { title: 'Care' })
  const signs = [
    '-',
    '"',
    ' ',
    ' or ',
    'care',
    '!',
    '&',
    '|',
    '(',
    ')',
    ':*',
    '<->',
    "'",
    '\\',
    '*',
    ' -',
    '--',
    'http://x.y/',
    '_',
    '%',
  ]
  let seed = 4711
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)

  for (let round = 0; round < 100; round += 1) {
    const typed = Array.from({ length: 1 + (next() % 90) }, () => signs[(next() >> 8) % signs.length]).join('')
    await context.read((tx) => searchPublic(tx, readSearch(typed), {}))
  }
})

test('the office’s search draws on the same', async () => {
  const { group, context } = await aWebsite()
  await aPost(context, { title: 'Fair pay' })

  const hits = await context.read((tx) => searches(tx, { words: 'pay', actor: aVisitor(group.id), limit: 5 }))

  expect(hits.map(({ title, kind }) => [title, kind])).toEqual([['Fair pay', 'post']])
})
