import { expect, test } from 'vitest'
import { addressProblem, safeImageUrl, safeUrl } from './address.ts'

test.each([
  ['https://example.org/paper?a=1&b=2#top', 'https://example.org/paper?a=1&b=2#top'],
  ['  HTTP://example.org  ', 'HTTP://example.org'],
  ['mailto:chair@example.org', 'mailto:chair@example.org'],
  ['tel:+441234567890', 'tel:+441234567890'],
  ['/papers/2026', '/papers/2026'],
  ['#notes', '#notes'],
  ['https://example.org/a b"c<d>', 'https://example.org/a%20b%22c%3Cd%3E'],
  ['https://example.org/\n\tpath', 'https://example.org/path'],
])('%j may be linked to', (address, expected) => {
  expect(safeUrl(address)).toBe(expected)
  expect(safeUrl(expected)).toBe(expected)
})

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u0000script:alert(1)',
  'vbscript:x',
  'data:text/html,<script>x</script>',
  '//example.org/x',
  '/\\example.org/x',
  '/\t/example.org',
  '\\\\server\\share',
  '/%5Cexample.org',
  'https:example.org',
  'https:///example.org',
  'https://exa mple.org',
  'https://',
  'ftp://example.org',
  'file:///C:/x',
  'C:\\papers\\x.doc',
  'page.html',
  'www.example.org',
  '',
  `https://example.org/${'a'.repeat(5_000)}`,
])('%j may not be linked to', (address) => {
  expect(safeUrl(address)).toBeNull()
})

test('pictures come from the web or from this site only', () => {
  expect(safeImageUrl('/files/a.jpg')).toBe('/files/a.jpg')
  expect(safeImageUrl('https://example.org/a.jpg')).toBe('https://example.org/a.jpg')
  expect(safeImageUrl('mailto:a@example.org')).toBeNull()
  expect(safeImageUrl('#a')).toBeNull()
  expect(safeImageUrl('data:image/png;base64,AAAA')).toBeNull()
})

test('the report says why an address was refused', () => {
  expect(addressProblem('file:///home/ann/paper.doc')).toBe('local-file-link')
  expect(addressProblem('C:\\papers\\x.doc')).toBe('local-file-link')
  expect(addressProblem('\\\\server\\share')).toBe('local-file-link')
  expect(addressProblem('javascript:alert(1)')).toBe('unsafe-link')
  expect(addressProblem('//example.org')).toBe('unsafe-link')
  expect(addressProblem('page.html')).toBe('relative-link')
})
