import { expect, test } from 'vitest'
import { readMail } from '../../../test/mail.ts'
import { composer, type LetterWords, type Reader, written } from './composing.ts'
import { displayName, headerWords, writtenAddress } from './headers.ts'
import { quotedPrintable, SOFT_BREAK } from './quotedPrintable.ts'
import { linkToken, openLink } from './readerLinks.ts'
import { serverWords } from './serverWords.ts'
import { bounceAddress, deliveryOf } from './verp.ts'

const SECRET = 's'.repeat(40)
const pointer = { groupId: 7, deliveryId: '019a5b1c-0000-7000-8000-0123456789ab' }
const HARD = [
  'Plain words.',
  '',
  'Zażółć gęślą jaźń 🌻 = “quoted”  two  spaces\tand a tab ',
  '.a dot first',
  'From the first word',
  '--a line of dashes',
  'x'.repeat(300),
  'é'.repeat(200),
  '   three before, three after   ',
  '{{nothing}} {{ name }} {name}',
].join('\n')

function copyOf(letter: Partial<LetterWords> = {}, reader: Partial<Reader> = {}, sender = 'Fair Care') {
  const compose = composer(
    { subject: 'News', html: '<p>{{name}}</p>', plain: '{{name}}', ...letter },
    { name: sender, address: 'office@group.example.org', home: 'https://group.example.org' },
  )
  const message = compose({
    address: 'ada@example.org',
    messageId: 'x.1@group.example.org',
    words: {
      name: 'Ada',
      unsubscribe: 'https://g.example/u/1',
      preferences: 'https://g.example/p/1',
      answers: 'https://g.example/a/1',
    },
    at: new Date('2026-11-22T10:00:00Z'),
    ...reader,
  })
  return message && written(message).toString('latin1')
}
const named = (name: string) => ({
  words: {
    name,
    unsubscribe: 'https://g.example/u/1',
    preferences: 'https://g.example/p/1',
    answers: 'https://g.example/a/1',
  },
})

test.each(['Ada', 'Zoë Łukasz', '李小龍 🌻', '', ' two  spaces ', '=3D', '.', 'a'.repeat(200), 'Dots... and = signs'])(
  'a letter with hard words reaches “%s” as it was written, in both forms',
  (name) => {
    const raw = copyOf(
      { plain: `Dear {{name}},\n${HARD}\n{{unsubscribe}}{{preferences}} {{name}}`, html: `<p>{{name}}</p>${HARD}` },
      named(name),
    )!

    const { parts } = readMail(raw)
    const lines = HARD.replaceAll('\n', '\r\n')
    expect(parts['text/plain']).toBe(`Dear ${name},\r\n${lines}\r\nhttps://g.example/u/1https://g.example/p/1 ${name}`)
    expect(parts['text/html']).toBe(`<p>${name}</p>${lines}`)
    expect(raw.split('\r\n').filter((line) => line.length > 200)).toEqual([])
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(/[^\x20-\x7e\r\n]/.test(raw)).toBe(false)
    expect(readMail(raw).body).not.toMatch(/[ \t]\r\n| {2}|\t/) // DKIM's relaxed form already
  },
)

test('a name with markup in it stays a name', () => {
  const { parts } = readMail(copyOf({}, named('<img src=x onerror="y"> & \'co\''))!)

  expect(parts['text/html']).toBe('<p>&lt;img src=x onerror=&quot;y&quot;&gt; &amp; &#39;co&#39;</p>')
})

const EVIL = [
  'x\r\nBcc: eve@example.org',
  'x\nBcc: eve@example.org',
  'x\r\n\r\nBody',
  '"><eve@example.org>',
  'x\u2028Bcc: eve@example.org',
  '=?UTF-8?Q?=0D=0ABcc:?=',
  `${'long '.repeat(60)}\r Bcc: eve@example.org`,
  'a", eve@example.org, "b',
  '\ud800',
]
test.each(EVIL)('no header gets in by a subject, a group’s name or a reader’s name: %j', (evil) => {
  const plain = readMail(copyOf()!)
  const mail = readMail(copyOf({ subject: evil }, named(evil), evil)!)

  expect(mail.headers.map(([name]) => name)).toEqual(plain.headers.map(([name]) => name))
  expect(Object.keys(mail.parts)).toEqual(['text/plain', 'text/html'])
  expect(mail.headers.find(([name]) => name === 'From')![1]).toMatch(
    /^ (?:"[^"<>@\\]*"|(?:=\?UTF-8\?B\?[A-Za-z0-9+/=]*\?=\s*)+) <office@group\.example\.org>$/,
  )
  expect(mail.headers.find(([name]) => name === 'Subject')![1]).toMatch(
    /^ (?:[^@<>"=\r\n]{1,60}|(?:=\?UTF-8\?B\?[A-Za-z0-9+/=]*\?=\s*)+)$/,
  )
})

test('a subject in any language is read as it was written, in words that are short enough', () => {
  for (const subject of ['News', 'Zażółć gęślą jaźń '.repeat(8).trim(), '🌻'.repeat(50), 'a'.repeat(200)]) {
    expect(readMail(copyOf({ subject })!).header('subject')).toBe(subject)
    for (const line of headerWords(subject).split('\r\n ')) expect(line.length).toBeLessThanOrEqual(75)
  }
  expect(displayName('Fair Care')).toBe('"Fair Care"')
})

test('one click is enough to have no more letters (RFC 8058), and a program sees which list it is', () => {
  const mail = readMail(copyOf()!)

  expect(mail.header('list-unsubscribe')).toBe('<https://g.example/u/1>')
  expect(mail.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(mail.header('list-id')).toBe('<letters.group.example.org>')
  expect(mail.header('message-id')).toBe('<x.1@group.example.org>')
  expect(mail.header('date')).toBe('Sun, 22 Nov 2026 10:00:00 +0000')
})

test.each([
  ['ada+news@example.org', 'ada+news@example.org'],
  ['o’hara@example.org', null],
  ["o'hara@example.org", "o'hara@example.org"],
  ['"ada b"@example.org', '"ada b"@example.org'],
  ['"a, b"@example.org', '"a, b"@example.org'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ['ada@example.org>, <eve@example.org', null],
  ['ada b@example.org', null],
  ['ada@example.org\r\nBcc: eve@example.org', null],
  ['"ada\r\nb"@example.org', null],
  ['"a>b"@example.org', null],
  ['ada@[127.0.0.1]', null],
  ['ada@localhost', null],
  ['.ada@example.org', null],
  ['ada', null],
  [`${'a'.repeat(65)}@example.org`, null],
])('the address %j is written as %j', (address, expected) => {
  expect(writtenAddress(address)).toBe(expected)
  expect(copyOf({}, { address }) === null).toBe(expected === null)
})

test('pieces of quoted-printable can be put together in any order, and no line is too long', () => {
  const pieces = [HARD, 'Łódź ', ' x', '\n', '']
  const text = pieces.map((piece) => quotedPrintable(piece) + SOFT_BREAK).join('')

  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
})

test('a bounce is matched by its address, in any case of letters, and a forged one by nothing', () => {
  const address = bounceAddress('office@group.example.org', pointer, SECRET)

  expect(address).toMatch(/^office\+[a-z2-7]{45}@group\.example\.org$/)
  expect(deliveryOf(address, SECRET)).toEqual(pointer)
  expect(deliveryOf(address.toUpperCase(), SECRET)).toEqual(pointer)
  expect(deliveryOf(address, 't'.repeat(40))).toBeNull()
  for (const at of [7, 20, 30, 44, 48]) {
    const forged = address.slice(0, at) + (address[at] === 'a' ? 'b' : 'a') + address.slice(at + 1)
    expect(deliveryOf(forged, SECRET), forged).toBeNull()
  }
  for (const wrong of [
    'office@group.example.org',
    'office+@group.example.org',
    'office+abc@group.example.org',
    'office+1890@x.org',
    '',
    address.replace('@', 'a@'),
  ])
    expect(deliveryOf(wrong, SECRET), wrong).toBeNull()
  expect(bounceAddress('membership-secretary@group.example.org', pointer, SECRET)).toBe(
    'membership-secretary@group.example.org',
  )
})

test('a link is good for its purpose and its group only, and cannot be made up', () => {
  const token = linkToken('unsubscribe', pointer, SECRET)

  expect(openLink('unsubscribe', token, { secret: SECRET, groupId: 7 })).toBe(pointer.deliveryId)
  expect(openLink('preferences', token, { secret: SECRET, groupId: 7 })).toBeNull()
  expect(openLink('unsubscribe', token, { secret: SECRET, groupId: 8 })).toBeNull()
  expect(openLink('unsubscribe', token, { secret: 't'.repeat(40), groupId: 7 })).toBeNull()
  for (const wrong of ['', 'x', token.slice(1), `${token}AAAA`, `B${token.slice(1)}`])
    expect(openLink('unsubscribe', wrong, { secret: SECRET, groupId: 7 }), wrong).toBeNull()
})

test.each([
  ['550 5.1.1 <ada.b@example.org>: no such user', '550 5.1.1 <(address)>: no such user'],
  ['550 user ada.b unknown', '550 user (address) unknown'],
  ['450 greylisted; see\r\nhttps://help.example/x', '450 greylisted; see https://help.example/x'],
  ['550 bounce office+abc@group.example.org "ada b"@example.org', '550 bounce (address) (address)'],
])('what a server says is kept without addresses: %j', (said, kept) => {
  expect(serverWords(said, 'ada.b@example.org')).toBe(kept)
})
