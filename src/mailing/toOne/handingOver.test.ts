import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { dkimResult, readMail, unstuffed } from '../../../test/mail.ts'
import { type Answers, type SmtpServer, smtpServer } from '../../../test/smtpServer.ts'
import { aReader } from '../../people/factories.ts'
import { type Letter, send } from '../../platform/letters.ts'
import { readOutbox } from '../../platform/mail.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { newKeyPair, useKey } from '../sending/signingKeys.ts'
import { deliveryOf } from '../sending/verp.ts'
import { handOver } from './handingOver.ts'

const installation = testInstallation()
let server: SmtpServer
let context: GroupContext

beforeEach(async () => {
  server = await smtpServer()
  context = withMail(
    server.url,
    installation.context(await aGroup(installation, { name: 'Fair Care, "Shropshire" <x>' })),
  )
})
afterEach(() => server.close())

const withMail = (smtpUrl: string | undefined, { services, ...rest }: GroupContext): GroupContext => ({
  ...rest,
  services: { ...services, config: { ...services.config, smtpUrl, mailFrom: 'office@group.example.org' } },
})
async function aLetter(given: Partial<Letter> = {}): Promise<string> {
  await context.act((act) =>
    send(act, {
      kind: 'service',
      to: 'ada@example.org',
      subject: 'Meeting',
      body: 'Come at 7pm.\n.\nBring tea.',
      ...given,
    }),
  )
  return (await installation.owner.query<{ id: string }>('select id from platform.letter order by id desc limit 1'))
    .rows[0]!.id
}
const stateOf = async () =>
  (await installation.owner.query('select state, attempts, to_address, body from platform.letter')).rows[0]
const handingOver = (id: string) => handOver.run(context, { letter: id })

test('a letter is taken once, and then neither its words nor its address are kept', async () => {
  const id = await aLetter()

  await handingOver(id)
  await handingOver(id)

  expect(server.envelopes.map(({ to }) => to)).toEqual(['ada@example.org'])
  expect(server.messages).toHaveLength(1)
  expect(readMail(server.messages[0]!).header('From')).toBe('Fair Care, "Shropshire" <x> <office@group.example.org>')
  expect(server.messages[0]).toContain(`Message-ID: <${id}@group.example.org>`)
  expect(server.messages[0]).toContain('Auto-Submitted: auto-generated')
  expect(await stateOf()).toMatchObject({ state: 'accepted', to_address: null, body: null })
})

const LATER: readonly (readonly [string, Answers])[] = [
  ['says later at the door', { greeting: '421 busy' }],
  ['closes the door', { greeting: (socket) => void socket.destroy() }],
  ['says later to the sender', { MAIL: '451 later' }],
  ['says later to the address', { RCPT: '450 greylisted' }],
  ['says later after reading', { end: '452 disk full' }],
  ['is closed for good at the door', { greeting: '554 no service' }],
  ['hangs up after the address', { RCPT: (socket) => void socket.destroy() }],
  ['hangs up when the words should come', { DATA: (socket) => void socket.destroy() }],
  ['says later when the words should come', { DATA: '451 later' }],
]
const REFUSED: readonly (readonly [string, Answers])[] = [
  ['the address', { RCPT: '550 nobody here' }],
  ['the words', { end: '554 looks like spam' }],
]
const REFUSALS: readonly (readonly [string, string, Answers])[] = [
  ['no_such_user', 'that there is no such mailbox', { RCPT: '550 5.1.1 <ada@example.org>: no such user here' }],
  ['no_such_host', 'that there is no such host', { RCPT: '550 5.1.2 domain not found' }],
  ['ok', 'no, and not why', { RCPT: '550 no thanks' }],
  ['ok', 'that our words are spam', { end: '550 5.7.1 your address sends spam' }],
  ['ok', 'no to the sender', { MAIL: '550 5.1.8 sender address rejected: no such user' }],
  ['ok', 'that the mailbox is full', { RCPT: '552 5.2.2 mailbox full' }],
]
/** RFC 2920: the envelope and DATA are sent without waiting, so that a no to one of them is read when all are out. */
const KINDS = [
  ['takes several commands at once', true],
  ['takes one command after the other', false],
] as const
describe.each(KINDS)('with a mail server that %s', (_kind, takesSeveral) => {
  beforeEach(() => void (server.takesSeveral = takesSeveral))

  test.each(LATER)('when the mail server %s, the letter waits and goes out at another try', async (_, answers) => {
    const id = await aLetter()
    server.answers = answers
    await expect(handingOver(id)).rejects.toThrow('later')
    expect(await stateOf()).toMatchObject({ state: 'waiting', attempts: 1, to_address: 'ada@example.org' })

    server.answers = {}
    server.messages.length = 0
    await handingOver(id)

    expect(server.messages).toHaveLength(1)
    expect(await stateOf()).toMatchObject({ state: 'accepted', attempts: 2 })
  })

  test.each(REFUSED)('when the mail server refuses %s, nobody tries again', async (_, answers) => {
    const id = await aLetter()
    server.answers = answers

    await handingOver(id)
    server.answers = {}
    await handingOver(id)

    expect(await stateOf()).toMatchObject({ state: 'refused', attempts: 1, to_address: null, body: null })
  })

  test('when the line breaks after the words went out, the letter stays uncertain and is never sent twice', async () => {
    const id = await aLetter()
    server.answers = { end: (socket) => void socket.destroy() }

    await handingOver(id)
    server.answers = {}
    await handingOver(id)

    expect(server.messages).toHaveLength(1)
    expect(await stateOf()).toMatchObject({ state: 'uncertain', attempts: 1 })
    expect(installation.logged).toEqual([])
  })

  test('a server that answers the words with neither yes nor no may have taken them', async () => {
    const id = await aLetter()
    server.answers = { end: '354 go on' }

    await handingOver(id)

    expect(await stateOf()).toMatchObject({ state: 'uncertain', attempts: 1 })
  })

  test.each(REFUSALS)('an address is %s when the server says %s', async (expected, _, answers) => {
    await aReader(context, { name: 'Ada', email: 'ada@example.org' })
    const id = await aLetter()
    server.answers = answers

    await handingOver(id)

    const { rows } = await installation.owner.query(
      'select email_trouble as why, email_state as state from people.person',
    )
    expect(rows).toEqual([
      expected === 'ok'
        ? { why: null, state: expect.not.stringMatching('failing') }
        : { why: expected, state: 'failing' },
    ])
  })
})

test('a server that asks for the words although it refused the reader is given none, and the line is kept', async () => {
  const id = await aLetter()
  server.answers = { RCPT: '550 5.1.1 no such user', DATA: '354 go on', end: '554 nobody to give it to' }

  await handingOver(id)
  await handingOver(id)

  expect(server.messages).toEqual([''])
  expect(await stateOf()).toMatchObject({ state: 'refused', attempts: 1 })
})

test('when there is no mail server at all, the letter waits', async () => {
  const id = await aLetter()
  await server.close()

  await expect(handingOver(id)).rejects.toThrow('later')
  expect(await stateOf()).toMatchObject({ state: 'waiting' })
})

test('a letter to one person is signed with the group’s key, and comes back to an address that names it', async () => {
  const pair = await newKeyPair()
  const { secret } = context.services
  const { text: record } = await context.act((act) => useKey(act, { domain: 'group.example.org', secret, pair }))
  const id = await aLetter({ body: '\n\n  Come  at 7pm.\n.\nBring “tea”. \n\n\n', replyTo: 'eve@example.org' })

  await handingOver(id)

  expect(dkimResult(unstuffed(server.messages[0]!), record)).toBe('pass')
  expect(deliveryOf(server.envelopes[0]!.from, secret)).toEqual({ groupId: context.group.id, deliveryId: id })
})

test('when the program dies between handing over and its answer, the letter stays uncertain and is never sent twice', async () => {
  const id = await aLetter()
  const [taken, never] = [Promise.withResolvers<void>(), new Promise<void>(() => {})]
  server.answers = { end: () => (taken.resolve(), never) }

  const dying = handingOver(id) // waits for ever for "250": as far as the database knows, its program has died
  await taken.promise
  await handingOver(id) // what the next start does with the job

  expect(server.messages).toHaveLength(1)
  expect(await stateOf()).toMatchObject({ state: 'uncertain', attempts: 1 })
  await server.close()
  await dying
})

test.each([
  'ada@example.org\nBcc: eve@example.org',
  'ada@example.org, eve@example.org',
  'Ada <ada@example.org>',
  'ada',
  '"a, b"@example.org',
])('a letter to “%s” is refused, for it might reach somebody else', async (to) => {
  await expect(aLetter({ to })).rejects.toThrow('one email address')
})

test('a subject that hides a header is refused', async () => {
  await expect(aLetter({ subject: 'Hello\r\nBcc: eve@example.org' })).rejects.toThrow('cannot have a line break')
})

test('with no mail server set, letters wait in the outbox in the order they were written', async () => {
  context = withMail(undefined, context)
  const first = await aLetter({ subject: 'First' })
  await handingOver(first)
  await installation.owner.query(
    `update platform.letter set state = 'waiting', to_address = 'ada@example.org', body = 'x'`,
  )
  await handingOver(first)

  const letters = await readOutbox(context.services.config)
  expect(letters).toHaveLength(1)
  expect(letters[0]!.text).toContain('Subject: First')
  expect(letters[0]!.text).toContain('To: <ada@example.org>')
})
