import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { beginningOf, LONGEST_READ } from './beginnings.ts'
import { classify } from './classification.ts'
import { aFailure, aMail, aPersonsMail, aReport } from './factories.ts'

const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join('')

const HOSTILE: Readonly<Record<string, Uint8Array>> = {
  nothing: Buffer.alloc(0),
  'a line end': Buffer.from('\n'),
  'only NULs': Buffer.alloc(100_000),
  'only line ends': Buffer.alloc(1 << 20, '\n'),
  'gaps upon gaps': Buffer.from(`Subject: x\n\n${`${' \n\t'.repeat(60)}x`.repeat(6000)}`),
  'half a million lines': aPersonsMail('x', 'x\n'.repeat(500_000)),
  noise: Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)),
  'no header': Buffer.from('Hello there\n\nthis is no mail'),
  'a header without end': Buffer.from(`Subject: ${'x'.repeat(2_000_000)}`),
  'a million open brackets': aPersonsMail('<'.repeat(10_000), '<'.repeat(1_000_000)),
  'HTML that never closes': aMail({ 'Content-Type': 'text/html' }, '<p '.repeat(200_000)),
  'a thousand levels': aMail({ 'Content-Type': 'multipart/mixed; boundary=b0' }, nested(1000)),
  'ten thousand parts': aMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\n\nx\n'.repeat(10_000)),
  'a boundary of its own parent': aMail(
    { 'Content-Type': 'multipart/mixed; boundary=b' },
    '--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--b--',
  ),
  'a multipart without boundary': aMail({ 'Content-Type': 'multipart/report' }, 'text'),
  'a wrong charset': aMail({ 'Content-Type': 'text/plain; charset=x-klingon' }, 'caf\u00e9'),
  'broken base64': aMail({ 'Content-Transfer-Encoding': 'base64', 'Content-Type': 'text/plain' }, '====!!!!a'),
  'broken quoted-printable': aMail({ 'Content-Transfer-Encoding': 'quoted-printable' }, '=ZZ=\n=3'),
  'an encoded subject cut in two': aPersonsMail('=?utf-8?B?w6', 'x'),
  'twenty thousand recipients': aReport(
    ...Array.from({ length: 20_000 }, (_, i) => aFailure('550 no', '5.1.1', { to: `a${i}@b.example` })),
  ),
  'a very long diagnostic': aReport(aFailure(`550 ${'user host mailbox sender your '.repeat(30_000)}`)),
  'addresses without end': aMail({ From: 'MAILER-DAEMON@x', Subject: 'failure notice' }, 'a@'.repeat(300_000)),
  'transcripts and headings without end': aMail(
    { From: 'MAILER-DAEMON@x', Subject: 'failure notice' },
    'This report relates to a message you sent with the following header fields:\n>>> DATA\n<<< 450 a\n'.repeat(9000),
  ),
  'JSON that lies': aMail({ From: 'x@y' }, `{"notificationType":"Bounce","bounce":[${'['.repeat(50_000)}`),
  'JSON of wrong kinds': aMail(
    { From: 'x@y' },
    '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[1,null,{"emailAddress":{}}]}}',
  ),
}

test.each(Object.keys(HOSTILE))('nothing is thrown by %s', async (name) => {
  const found = await classify(HOSTILE[name]!)

  expect(['hard', 'soft', 'auto_reply', 'complaint', 'delivered', 'reply', 'other']).toContain(found.class)
  expect(found.recipients.length).toBeLessThanOrEqual(500)
})

test('a report of 50 MB is understood by its beginning', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backbench-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const place = join(folder, 'large.eml')
  writeFileSync(place, aReport(aFailure('550 user unknown', '5.1.1')))
  truncateSync(place, 50 << 20)

  const begun = await beginningOf(place)

  expect(begun.length).toBe(LONGEST_READ)
  expect(await classify(begun)).toMatchObject({ class: 'hard', reason: 'no_such_user' })
})

test('a mail of an old system, with CR for line ends, NULs and a line before the header, is read', async () => {
  const old = Buffer.from(
    `\n\nFrom jo Mon Jan 1\n${Buffer.from(aReport(aFailure('552 mailbox full', '5.2.2'))).toString()}`,
  )
  const lines = Buffer.from(old.toString().replaceAll('\n', '\r').replaceAll('u', 'u\0'))

  for (const mail of [old, lines]) expect(await classify(mail)).toMatchObject({ class: 'soft', reason: 'mailbox_full' })
})

test('a report cut off in its middle still tells', async () => {
  const whole = aReport(aFailure('550 user unknown', '5.1.1'))

  expect(
    await classify(whole.subarray(0, whole.indexOf(10, Buffer.from(whole).indexOf('Diagnostic-Code')))),
  ).toMatchObject({ class: 'hard' })
})

test('a bounce of a bounce, ten deep, is about the outermost', async () => {
  let mail = Buffer.from('From: a@b\n\nhello').toString()
  for (let i = 0; i < 10; i++)
    mail = Buffer.from(aReport(aFailure('552 mailbox full', '5.2.2', { to: `a${i}@b.example` })))
      .toString()
      .replace(/From: news[\s\S]*?(?=\n--b--)/, mail)

  expect(await classify(Buffer.from(mail))).toMatchObject({ class: 'soft', reason: 'mailbox_full' })
})
