import { expect, test } from 'vitest'
import { whyHeld } from './holding.ts'
import { countLinks, linksIn, shownAddress } from './links.ts'
import { acceptsComments } from './rules.ts'

test.each([
  ['https://plain.example/a?b=c', 'plain.example', null],
  ['https://b\u0430nk.example', 'xn--bnk-6cd.example', 'letters'],
  ['https://xn--bnk-6cd.example/', 'xn--bnk-6cd.example', 'letters'],
  ['https://\u0440\u0430\u0443\u0440\u0430l.example', 'xn--l-7sba6dbr.example', 'letters'],
  ['https://bank.example@evil.example/x', 'evil.example', 'before'],
  ['https://bank.example%2f@evil.example', 'evil.example', 'before'],
])('%s leads to %s', (typed, host, odd) => {
  expect(linksIn(`Look: ${typed}.`)).toEqual([{ typed, host, odd }])
})

test.each([
  '<a href="https://evil.example/in">bank.example</a>',
  '<a title=x href=\'https://evil.example/in\' class="y">https://www.bank.example/login</a>',
  '[bank.example](https://evil.example/in)',
])('%s is noticed, because its words name another host', (text) => {
  expect(linksIn(text).find(({ host }) => host === 'evil.example')?.odd).toBe('words')
})

test('a marked-up link whose words name its own host, or none, is an ordinary link', () => {
  for (const text of ['[our page](https://evil.example)', '<a href="https://www.bank.example/x">bank.example</a>'])
    expect(linksIn(text).map(({ odd }) => odd)).toEqual([null])
})

test('an address ends before the full stop, and is shown as it is unless its looks deceive', () => {
  expect(linksIn('(see http://a.example/b_(c)), or "http://d.example".').map(({ typed }) => typed)).toEqual([
    'http://a.example/b_(c',
    'http://d.example',
  ])
  expect(shownAddress('https://a.example/%C3%A9?x#y')).toBe('https://a.example/%C3%A9?x#y')
  expect(shownAddress('https://user:pass@b\u0430nk.example/in')).toBe('https://xn--bnk-6cd.example/in')
  expect(shownAddress('https://')).toBe('https://')
})

test('links are counted however they are glued together', () => {
  expect(countLinks('http://a.examplehttp://b.example,www.c.example http://www.d.example awww.no')).toBe(4)
  expect(countLinks('http://a.example '.repeat(10_000))).toBe(10_000)
})

const rules = { held: ['casino', 'ann@bad.example', '@worse.example', 'spam.example', 'cheap  pools'], mostLinks: 2 }
const kinds = (given: Partial<{ name: string; email: string; body: string }>) =>
  whyHeld({ name: 'Ann', email: 'ann@good.example', body: 'Hello.', ...given }, rules).map(({ kind }) => kind)

test.each([
  [{ body: 'occasional casinos' }, []],
  [{ body: 'a CASI\u00adNO, now' }, ['word']],
  [{ name: 'Casino' }, ['word']],
  [{ body: 'ｃａｓｉｎｏ' }, ['word']],
  [{ body: 'cheap\n pools' }, ['word']],
  [{ email: 'Ann@Bad.example' }, ['address']],
  [{ email: 'x@mail.worse.example' }, ['domain']],
  [{ body: 'https://shop.spam.example/x' }, ['domain']],
  [{ body: 'spam.example is what I said' }, ['word']],
  [{ body: 'https://notspam.example/' }, []],
  [{ body: 'www.a.example www.b.example www.c.example' }, ['links']],
])('%j is held for %j', (given, wanted) => {
  expect(kinds(given)).toEqual(wanted)
})

test('a reason names the group’s own word, and never the reader’s address', () => {
  const held = whyHeld({ name: 'Ann', email: 'ann@bad.example', body: 'casino' }, rules)

  expect(held).toEqual([
    { kind: 'word', what: 'casino' },
    { kind: 'address', what: '' },
  ])
})

test('comments close a number of days after a post appeared, and pages take none', () => {
  const publishedAt = new Date('2026-11-01T10:00:00Z')
  const post = { kind: 'post', commentsOpen: true, publishedAt } as const
  const takes = (at: string, given: object = {}, closeAfterDays: number | null = 14) =>
    acceptsComments({ ...post, ...given }, { open: true, closeAfterDays }, new Date(at))

  expect(takes('2026-11-15T09:59:59Z')).toBe(true)
  expect(takes('2026-11-15T10:00:00Z')).toBe(false)
  expect(takes('2036-11-15T10:00:00Z', {}, null)).toBe(true)
  expect(takes('2026-11-02T10:00:00Z', { kind: 'page' })).toBe(false)
  expect(takes('2026-11-02T10:00:00Z', { commentsOpen: false })).toBe(false)
})
