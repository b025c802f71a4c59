import { expect, test } from 'vitest'
import { internalTarget, normalPath, oldAddressQuery, pathOf } from './addresses.ts'

const site = { baseUrl: 'https://allotments.example' }
const inFolder = { baseUrl: 'http://www.growers.example/news/' }

test('an item keeps the path it had on the old site', () => {
  const kept = [
    ['https://allotments.example/2017/11/20/an-open-meeting/', '/2017/11/20/an-open-meeting/'],
    ['http://www.allotments.example/2017/11/20/an-open-meeting', '/2017/11/20/an-open-meeting/'],
    ['https://allotments.wordpress.example/2016/01/02/before-we-moved/', '/2016/01/02/before-we-moved/'],
    ['https://allotments.example:443/about/?utm_source=letter#top', '/about/'],
    ['https://allotments.example//about/', '/about/'],
    ['https://allotments.example/about.html', '/about.html'],
    ['https://allotments.example/caf%c3%a9/', '/café/'],
    ['https://allotments.example/cafe%CC%81/', '/café/'],
  ] as const

  for (const [link, path] of kept) expect(pathOf(link, site), link).toBe(path)
})

test('a site in a sub-folder loses the folder', () => {
  expect(pathOf('http://growers.example/news/2017/11/20/soil/', inFolder)).toBe('/2017/11/20/soil/')
  expect(pathOf('https://www.growers.example/newsletter/', inFolder)).toBeNull()
  expect(pathOf('https://elsewhere.example/news/soil/', inFolder)).toBe('/news/soil/')
})

test('a plain link, a home page and a link that is none give no path', () => {
  for (const link of [
    'https://allotments.example/?p=12',
    'https://allotments.example',
    '',
    'about',
    'mailto:a@b.example',
  ]) {
    expect(pathOf(link, site), link).toBeNull()
  }
})

test('a hostile path is never taken', () => {
  const hostile = [
    '/../office/',
    '/a/%2e%2e/office/',
    '/a/./b/',
    '///evil.example/',
    '/a//b/',
    '/a%2Fb/',
    '/a\\b/',
    '/a%5cb/',
    '/a%00b/',
    '/a%0d%0aSet-Cookie:x/',
    '/%ff%fe/',
    '/%zz/',
    '/%E2%80%A8/',
    `/${'a'.repeat(1001)}/`,
  ]

  for (const path of hostile) expect(pathOf(`https://allotments.example${path}`, site), path).toBeNull()
})

test('a path that the program needs for itself is not taken, in capitals neither', () => {
  const reserved = ['/my', '/office/', '/feed']

  for (const path of ['/my/', '/My/plot/', '/office/', '/office/today/', '/feed/']) {
    expect(pathOf(`https://allotments.example${path}`, site, reserved), path).toBeNull()
  }
  expect(pathOf('https://allotments.example/mystery/', site, reserved)).toBe('/mystery/')
})

test('one address has one stored form', () => {
  expect(normalPath('/about')).toBe('/about/')
  expect(normalPath('/about/')).toBe('/about/')
  expect(normalPath('/')).toBe('/')
  expect(normalPath('/wp-content/uploads/Pond.JPG')).toBe('/wp-content/uploads/Pond.JPG')
  expect(normalPath('//about/')).toBeNull()
  expect(normalPath('about')).toBeNull()
  expect(normalPath('')).toBeNull()
  for (const path of ['/a%20b', '/caf%C3%A9/x.html', '/a%25b/']) {
    const once = normalPath(path)
    expect(once).not.toBeNull()
    expect(normalPath(encodeURI(once ?? ''))).toBe(once)
  }
})

test('a link in content leads to a path of the same site, or away', () => {
  const leads = [
    ['https://allotments.example/about/', '/about/'],
    ['http://www.allotments.example/about#team', '/about/'],
    ['//allotments.example/about', '/about/'],
    ['/about?print=1', '/about/'],
    ['about', '/about/'],
    ['./about', '/about/'],
    ['https://allotments.example/?p=12', '/?p=12'],
    ['?page_id=7', '/?page_id=7'],
    ['https://allotments.example', '/'],
    ['#top', null],
    ['', null],
    ['mailto:wren@allotments.example', null],
    ['javascript:alert(1)', null],
    ['https://elsewhere.example/about/', null],
    ['https://allotments.example.elsewhere.example/', null],
    ['https://allotments.example@elsewhere.example/', null],
    ['../office', null],
    ['C:\\plots\\list.doc', null],
  ] as const

  for (const [href, path] of leads) expect(internalTarget(href, site), href).toBe(path)
  expect(internalTarget('/news/soil/', inFolder)).toBe('/soil/')
  expect(internalTarget('soil', inFolder)).toBe('/soil/')
  expect(internalTarget('/shop/', inFolder)).toBeNull()
  expect(internalTarget('/about/', { baseUrl: '' })).toBeNull()
})

test('old queries say what they ask for', () => {
  const asked = [
    ['/?p=12', { kind: 'item', postId: 12 }],
    ['/?page_id=7&preview=true', { kind: 'item', postId: 7 }],
    ['/?attachment_id=8', { kind: 'item', postId: 8 }],
    ['/?cat=3', { kind: 'category', termId: 3 }],
    ['/?category_name=water', { kind: 'category_slug', slug: 'water' }],
    ['/?tag=ponds', { kind: 'tag_slug', slug: 'ponds' }],
    ['/?author=2', { kind: 'author', authorId: 2 }],
    ['/?author=wren', { kind: 'author_name', login: 'wren' }],
    ['/?author_name=wren', { kind: 'author_name', login: 'wren' }],
    ['/?m=2015', { kind: 'archive', year: 2015, month: null, day: null }],
    ['/?m=201505', { kind: 'archive', year: 2015, month: 5, day: null }],
    ['/?m=20150531', { kind: 'archive', year: 2015, month: 5, day: 31 }],
    ['/?s=clean+water%20now', { kind: 'search', words: 'clean water now' }],
    ['/?feed=rss2', { kind: 'feed', of: 'posts' }],
    ['/?feed=comments-rss2', { kind: 'feed', of: 'comments' }],
    ['https://allotments.example/index.php?p=12#comments', { kind: 'item', postId: 12 }],
  ] as const
  const unasked = [
    '/',
    '/?',
    '/?p=',
    '/?p=0',
    '/?p=-1',
    '/?p=1e3',
    '/?p=9999999999999999',
    '/?m=201513',
    '/?m=2015053',
    '/?s=+',
  ]

  for (const [url, query] of asked) expect(oldAddressQuery(url), url).toEqual(query)
  for (const url of [...unasked, '/?tag=../x', '/?utm_source=x']) expect(oldAddressQuery(url), url).toBeNull()
  expect(oldAddressQuery(`/?s=${'a'.repeat(500)}`)).toEqual({ kind: 'search', words: 'a'.repeat(200) })
})
