import { expect, test } from 'vitest'
import { disguiseOf, emailKey } from './emails.ts'

test.each([
  ['Ann.Bell@Example.org', 'ann.bell@example.org'],
  [' ann@example.org ', 'ann@example.org'],
  ['a.b+x@gmail.com', 'ab@gmail.com'],
  ['ab@googlemail.com', 'a.b@gmail.com'],
  ['ann+news@outlook.com', 'ann@outlook.com'],
  ['ann+news@proton.me', 'ann@proton.me'],
  ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
  ['ann@BÜCHER.example', 'ann@bücher.example'],
  ['ann@example.org.', 'ann@example.org'],
  ['ａｎｎ@example.org'.normalize('NFKC'), 'ann@example.org'],
])('%s and %s reach one mailbox', (a, b) => {
  expect(emailKey(a)).toBe(emailKey(b))
  expect(emailKey(a)).not.toBeNull()
})

test.each([
  ['ann+news@example.org', 'ann@example.org', 'nobody knows what that host does with a plus'],
  ['a.b@outlook.com', 'ab@outlook.com', 'dots matter there'],
  ['ann@gmail.com', 'ann@outlook.com', 'two providers'],
  ['ann@gmail.com', 'ann@gmail.co', 'another domain'],
  ['+x@gmail.com', '+y@gmail.com', 'nothing before the plus'],
  ['jose@example.org', 'josé@example.org', 'an accent is a letter'],
])('%s and %s may be two: %s', (a, b) => {
  expect(emailKey(a)).not.toBe(emailKey(b))
})

test.each([
  '',
  'ann',
  '@example.org',
  'ann@',
  'ann at example.org',
  'ann bell@example.org',
  'ann@exa mple.org',
  `${'a'.repeat(250)}@b.org`,
])('%j is no address, and like no other', (text) => {
  expect(emailKey(text)).toBeNull()
  expect(disguiseOf(text)).toBeNull()
})

test.each([
  ['ann@pаypal.com', 'mixed_scripts', 'a Cyrillic а'],
  ['аnn@example.org', 'mixed_scripts', 'before the @ too'],
  [`ann@xn--pypal-4ve.com`, 'mixed_scripts', 'the same in punycode'],
  ['ann@аррӏе.com', 'looks_latin', 'all of it Cyrillic'],
  ['ann@xn--80ak6aa92e.com', 'looks_latin', 'and in punycode'],
  ['an\u200Bn@example.org', 'hidden', 'a character without width'],
  ['ann\u202Egro.elpmaxe@example.org', 'hidden', 'one that turns the order'],
  ['αnn@example.org', 'mixed_scripts', 'a Greek alpha'],
])('%s is made to look like another: %s, %s', (address, disguise) => {
  expect(disguiseOf(address)).toBe(disguise)
})

test.each([
  'ann.bell+news@example.org',
  'zoë@bücher.example',
  'иван@почта.рф',
  'иван.bell@example.org',
  'иван@example.org',
  'maria@ελλάδα.gr',
  '田中さん@例え.jp',
  'tanaka田中@example.jp',
  '김민준@example.kr',
  'राम@example.in',
  'ann@example-2.co.uk',
])('%s hides nothing', (address) => {
  expect(disguiseOf(address)).toBeNull()
})
