import nodemailer from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { dkimResult, readMail, unstuffed } from '../../../test/mail.ts'
import { type SmtpServer, smtpServer } from '../../../test/smtpServer.ts'
import { aReader } from '../../people/factories.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aDecidedLetter } from '../factories.ts'
import { sendLetter } from './sendLetter.ts'
import { type DnsRecord, keyFor, newKeyPair, useKey } from './signingKeys.ts'
import { deliveryOf } from './verp.ts'

const installation = testInstallation()
const pair = await newKeyPair()
let server: SmtpServer
let context: GroupContext

beforeEach(async () => {
  server = await smtpServer()
  const { services, ...rest } = installation.context(await aGroup(installation, { name: 'Fairness für Łódź' }))
  context = {
    ...rest,
    services: {
      ...services,
      config: { ...services.config, smtpUrl: server.url, mailFrom: 'office@Group.example.org' },
    },
  }
})
afterEach(() => server.close())

const HARD = '<p>Dear {{name}},</p>\n.dot  first\n\n..\nLong: ' + 'ż '.repeat(400) + ' \n\n\n'

test('every letter is signed so that a receiver can see that it came from the group, and no word was changed', async () => {
  const record = await makeKey()
  for (const name of ['Ada', 'Zoë  Łukasz', '.']) await aReader(context, { name })
  await sendLetter(
    context,
    await aDecidedLetter(context, { subject: 'Zażółć gęślą jaźń '.repeat(6), html: HARD, plain: HARD }),
  )

  expect(server.messages).toHaveLength(3)
  for (const message of server.messages.map(unstuffed)) {
    expect(dkimResult(message, record.text)).toBe('pass')
    expect(dkimResult(message.replace('=C5=BC', '=C5=BD'), record.text)).toBe('body hash')
    expect(dkimResult(message.replace('One-Click', 'Two-Click'), record.text)).toBe('signature')
    expect(dkimResult(`Reply-To: <eve@example.org>\r\n${message}`, record.text)).toBe('signature')
    expect(message.match(/^DKIM-Signature: [\s\S]*? d=([^;]*);\r\n s=([^;]*);/m)?.slice(1)).toEqual([
      'group.example.org',
      record.name.split('.')[0],
    ])
  }
})

test('nodemailer, which others trust, makes the same hash of the same body', async () => {
  const record = await makeKey()
  await aReader(context, { name: 'Ada' })
  await sendLetter(context, await aDecidedLetter(context, { html: HARD, plain: HARD }))
  const ours = unstuffed(server.messages[0]!)

  const bare = ours.replace(/^DKIM-Signature: [\s\S]*?\r\n(?! )/, '')
  const { message } = await nodemailer
    .createTransport({
      streamTransport: true,
      buffer: true,
      dkim: { domainName: 'group.example.org', keySelector: record.name.split('.')[0]!, privateKey: pair.privateKey },
    })
    .sendMail({ raw: bare, envelope: { from: 'a@example.org', to: 'b@example.org' } })

  const theirs = (message as Buffer).toString()
  const bodyHash = (text: string) => /bh=([^;]*);/.exec(readMail(text).header('dkim-signature').replaceAll(' ', ''))![1]
  expect(bodyHash(theirs)).toBe(bodyHash(ours))
  expect(dkimResult(theirs, record.text)).toBe('pass') // so that the reading in the test is right too
})

test('a letter comes from an address that tells which delivery came back, and has links of its reader only', async () => {
  await aReader(context, { name: 'Ada' })
  await sendLetter(context, await aDecidedLetter(context))

  const [delivery] = (
    await installation.owner.query<{ id: string; message_id: string }>('select id, message_id from mailing.delivery')
  ).rows
  expect(deliveryOf(server.envelopes[0]!.from, installation.services.secret)).toEqual({
    groupId: context.group.id,
    deliveryId: delivery!.id,
  })
  const mail = readMail(unstuffed(server.messages[0]!))
  expect(mail.header('message-id')).toBe(`<${delivery!.message_id}>`)
  expect(mail.header('from')).toBe('Fairness für Łódź <office@Group.example.org>')
  expect(mail.parts['text/plain']).toContain(mail.header('list-unsubscribe').slice(1, -1))
})

test('the key lies sealed in the database, and opens for its own group and domain only', async () => {
  await makeKey()
  const [row] = (
    await installation.owner.query<{ private_sealed: string }>('select private_sealed from mailing.signing_key')
  ).rows

  expect(row!.private_sealed).not.toContain('PRIVATE')
  const of = (domain: string, groupId = context.group.id) =>
    context.read((tx) => keyFor(tx, { groupId, domain, secret: installation.services.secret }))
  expect(await of('GROUP.example.org')).toMatchObject({ domain: 'group.example.org' })
  expect(await of('other.example.org')).toBeUndefined()
  expect(await of('group.example.org', 99)).toBeUndefined()
})

const makeKey = (): Promise<DnsRecord> =>
  context.act((act) => useKey(act, { domain: 'group.example.org', secret: installation.services.secret, pair }))
