import { expect, test } from 'vitest'
import { archiveAt, datesHref, pageHref } from './archiveAddresses.ts'
import { askedPath, hrefOf, spellings, splitTail } from './paths.ts'

test('a path is written into links so that a browser sends back exactly that', () => {
  for (const path of ['/2017/11/20/tŷ-café/', '/a b/c%d/', "/it's(so)!*/", '/q?x#y', '/漢字']) {
    expect(new URL(`http://x.example${hrefOf(path)}`).pathname).toBe(hrefOf(path))
    expect(decodeURIComponent(hrefOf(path))).toBe(path)
  }
})

test('a path is read decoded and composed; what can be no path is null', () => {
  expect(askedPath('http://x.example/t%C5%B7-cafe%CC%81?x=1')).toEqual({
    raw: '/t%C5%B7-cafe%CC%81',
    normal: '/tŷ-café/',
  })
  for (const url of [
    'http://x.example//a',
    'http://x.example/a%00',
    'http://x.example/a%2Fb',
    'http://x.example/%ff',
  ]) {
    expect([url, askedPath(url)]).toEqual([url, null])
  }
})

test('the tails WordPress puts behind an address come off', () => {
  expect(splitTail('/tag/care/page/12/')).toEqual({ base: '/tag/care/', view: { kind: 'page', page: 12 } })
  expect(splitTail('/tag/care/feed/atom/')).toEqual({ base: '/tag/care/', view: { kind: 'feed' } })
  expect(splitTail('/2017/11/20/x/comment-page-2/')).toEqual({
    base: '/2017/11/20/x/',
    view: { kind: 'other', name: 'comment-page-2' },
  })
  expect(splitTail('/homepage/')).toEqual({ base: '/homepage/', view: { kind: 'page', page: 1 } })
  expect(splitTail('/page/0/').view).toEqual({ kind: 'page', page: 1 })
})

test('an address is looked for as it is, without its slash, and in small letters', () => {
  expect(spellings('/About/')).toEqual(['/About/', '/About', '/about/', '/about'])
})

test.each([
  ['/posts/', { kind: 'all' }],
  ['/author/maud/', { kind: 'author', slug: 'maud' }],
  ['/category/work/pay/', { kind: 'term', taxonomy: 'category', slug: 'pay' }],
  ['/tag/tŷ/', { kind: 'term', taxonomy: 'tag', slug: 'tŷ' }],
  ['/2015/', { kind: 'dates', year: 2015 }],
  ['/2015/5/', { kind: 'dates', year: 2015, month: 5 }],
  ['/2016/02/29/', { kind: 'dates', year: 2016, month: 2, day: 29 }],
])('%s is an archive', (path, archive) => {
  expect(archiveAt(path)?.archive).toEqual(archive)
})

test.each([
  '/2015/02/29/',
  '/2015/00/',
  '/2015/13/',
  '/0001/',
  '/author/',
  '/author/a/b/',
  '/2015/05/12/slug/',
  '/category/',
])('%s is none', (path) => {
  expect(archiveAt(path)).toBeNull()
})

test('archives have one way to be written', () => {
  expect(datesHref(2015, 5, 2)).toBe('/2015/05/02/')
  expect(pageHref('/posts', 2)).toBe('/posts/page/2')
  expect(pageHref('/tag/care/', 2)).toBe('/tag/care/page/2/')
  expect(pageHref('/tag/care/', 1)).toBe('/tag/care/')
})
