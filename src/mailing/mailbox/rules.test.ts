import { expect, test } from 'vitest'
import { aMail, aPersonsMail } from '../incoming/factories.ts'
import { parsedMail } from '../incoming/parsedMail.ts'
import { bounceAddress } from '../sending/verp.ts'
import { cluesIn, isOurOwn } from './clues.ts'
import { keepsComingBack, toldOf } from './outcomes.ts'
import { nameOf, placeOf } from './place.ts'
import { LONGEST_WORDS, replyWords } from './replyWords.ts'

const SECRET = 'a secret of thirty-two characters'
const [ONE, OTHER] = ['019ab34e-1f2d-7c3a-8b4c-5d6e7f8091a2', '019ab34e-1f2d-7c3a-8b4c-5d6e7f8091a3']
const signed = (deliveryId: string) => bounceAddress('post@g.example', { groupId: 1, deliveryId }, SECRET)
const clues = async (headers: Record<string, string>, body = '') =>
  cluesIn(await parsedMail(aMail(headers, body)), SECRET)

test.each([
  ['Delivered-To', signed(ONE)],
  ['X-Original-To', signed(ONE).toUpperCase()],
  ['To', `Somebody <${signed(ONE)}>, other@example.org`],
  ['Envelope-To', signed(ONE)],
])('our mark is read from %s', async (name, value) => {
  expect((await clues({ [name]: value })).signed).toEqual([{ groupId: 1, deliveryId: ONE }])
})

test('a mark of another installation, or in a text that somebody wrote, is none', async () => {
  const foreign = bounceAddress('post@g.example', { groupId: 1, deliveryId: ONE }, `${SECRET}!`)

  expect((await clues({ To: foreign }, `Write to ${signed(ONE)}`)).signed).toEqual([])
})

test('of several Message-IDs of ours the one that is answered comes first', async () => {
  const found = await clues({
    References: `<${ONE}.1@g.example> <${OTHER}.2@g.example>`,
    'In-Reply-To': `<${OTHER}.2@g.example>`,
  })

  expect(found.copies[0]).toEqual({ deliveryId: OTHER, attempt: 2, domain: 'g.example' })
  expect((await clues({ References: `<${ONE}.1@g.example> <${OTHER}.2@g.example>` })).copies[0]!.deliveryId).toBe(OTHER)
})

test.each([
  ['From our mailbox', { From: 'Group <Post@g.example>' }, true],
  ['From an address with a mark', { From: signed(ONE) }, true],
  ['X-Loop', { From: 'ann@example.org', 'X-Loop': 'yes' }, true],
  ['a copy of our own letter', { From: 'x@example.org', 'List-Id': '<letters.g.example>' }, true],
  ['another list', { From: 'x@example.org', 'List-Id': '<talk.example>' }, false],
  ['a person', { From: 'ann@example.org' }, false],
])('%s: a mail of our own: %s %s', async (_, headers, own) => {
  expect(isOurOwn(await parsedMail(aMail(headers)), 'post@g.example')).toBe(own)
})

const hard = { recipient: 'ann@example.org', class: 'hard', status: '5.1.1', reason: 'no_such_user' } as const
const report = {
  class: 'hard',
  recipients: ['ann@example.org', 'ben@example.org'],
  status: '5.1.1',
  reason: 'no_such_user',
} as const

test('a report about several says of each what it says of that one; without our mark, of nobody else', () => {
  const both = {
    ...report,
    reports: [hard, { ...hard, recipient: 'ben@example.org', class: 'delivered', reason: null }],
  } as const

  expect(toldOf(both, { address: 'ben@example.org', proof: 'message id' })?.kind).toBe('delivered')
  expect(toldOf(both, { address: 'ann@example.org', proof: 'message id' })?.kind).toBe('hard')
  expect(toldOf(both, { address: 'cyd@example.org', proof: 'message id' })).toBeNull()
  expect(toldOf(both, { address: 'cyd@example.org', proof: 'signature' })?.kind).toBe('hard')
  expect(toldOf(report, { address: null, proof: 'message id' })).toBeNull()
})

const days = (...pairs: readonly (readonly [number, boolean])[]) =>
  pairs.map(([day, cameBack]) => ({ at: new Date(Date.UTC(2026, 0, 1 + day)), cameBack }))

test.each([
  [days([0, true], [7, true], [14, true]), true],
  [days([14, true], [0, true], [7, true]), true],
  [days([0, true], [7, true]), false],
  [days([0, true], [3, true], [6, true]), false],
  [days([0, true], [3, true], [7, true], [14, true]), true],
  [days([0, true], [7, false], [14, true], [21, true]), false],
  [days([0, true], [7, true], [14, true], [15, false]), true],
  [days([0, false], [7, true], [14, true], [21, true]), true],
  [[], false],
])('case %#: three came back a week apart, and none arrived between: %s', (letters, keeps) => {
  expect(keepsComingBack(letters)).toBe(keeps)
})

test.each([
  ['Yes please.\n\nOn 1 March 2026 at 10:00, Group wrote:\n> Dear Ann\n> News', 'Yes please.'],
  ['Yes please.\n\nOn Sun, 1 March 2026,\nFair Care Forum <post@g.example> wrote:\n\n> News\n', 'Yes please.'],
  ['> Will you come?\nYes.\n> And Ben?\nHe cannot.\n> Regards', '> Will you come?\nYes.\n> And Ben?\nHe cannot.'],
  ['See below.\n-----Original Message-----\nFrom: Group\nNews', 'See below.'],
  ['> only\n> a quote', '> only\n> a quote'],
  ['One\0two\u0007 – Siân\r', 'Onetwo – Siân'],
  ['', ''],
])('of %j the person’s words are %j', (text, words) => {
  expect(replyWords(text)).toBe(words)
})

test('no more than twenty thousand letters are kept, whatever is written', () => {
  expect(replyWords('word '.repeat(10_000)).length).toBeLessThanOrEqual(LONGEST_WORDS)
})

test('a reply whose parts are HTML alone is kept as words', async () => {
  const mail = await parsedMail(
    aPersonsMail('Re: News', '<p>I will <b>come</b></p><script>steal()</script>', { 'Content-Type': 'text/html' }),
  )

  expect(replyWords(mail.text)).toBe('I will come')
})

test('where the mailbox is: encrypted elsewhere, with signs as addresses write them; its name tells nobody', () => {
  const place = placeOf('imaps://post%40g.example:p%40ss%2Fword@mail.example:1993/Lists%2FNews')

  expect(place).toEqual({
    host: 'mail.example',
    port: 1993,
    secure: true,
    mustUpgrade: false,
    user: 'post@g.example',
    password: 'p@ss/word',
    folder: 'Lists/News',
  })
  expect(placeOf('imap://a:b@mail.example')).toMatchObject({ port: 143, mustUpgrade: true, folder: 'INBOX' })
  expect(placeOf('imap://a:b@127.0.0.1:143').mustUpgrade).toBe(false)
  expect(nameOf(place, SECRET)).toMatch(/^[\w-]{43}$/)
})
