import { expect, test } from 'vitest'
import { readableAt } from './readPages.ts'
import { referrerOf } from './referrers.ts'

test.each([
  ['https://news.example.org/2026/story?reader=ada@example.org#top', 'news.example.org'],
  ['https://www.example.org/', 'example.org'],
  ['http://Example.ORG:8080/x', 'example.org'],
  ['https://ada:secret@example.org/x', 'example.org'],
  ['https://xn--caf-dma.example/', 'xn--caf-dma.example'],
  ['https://group.example/posts', ''],
  ['https://www.group.example/posts', ''],
  [undefined, ''],
  ['', ''],
  ['android-app://com.example.mail/', ''],
  ['not an address', ''],
  ['http://192.168.1.7/admin', 'other'],
  ['http://[2001:db8::1]/', 'other'],
  ['http://adas-laptop/', 'other'],
  ['http://=cmd()/x', 'other'],
  [`http://${'a'.repeat(300)}.example/`, 'other'],
])('of %s only the name of the website is kept', (referer, host) => {
  expect(referrerOf(referer, 'group.example')).toBe(host)
})

test.each([
  ['/', '/'],
  ['/posts', '/posts/'],
  ['/posts/page/7', '/posts/'],
  ['/category/care/pay/', '/category/care/pay/'],
  ['/2026', '/2026/'],
  ['/2026/11/', '/2026/11/'],
  ['/series/our-plan', '/series/our-plan/'],
])('%s is read as the list %s', (path, list) => {
  expect(readableAt(path)).toEqual({ list, paths: [] })
})

test('a feed is no reading matter, and neither is a hostile path', () => {
  expect(readableAt('/feed/')).toBeNull()
  expect(readableAt('/category/care/feed/')).toBeNull()
  expect(readableAt('/../etc')).toBeNull()
})

test('any other path is counted only for the entry that stands there', () => {
  expect(readableAt('/sign/with/a-secret-token')).toEqual({
    list: null,
    paths: ['/sign/with/a-secret-token/', '/sign/with/a-secret-token'],
  })
})
