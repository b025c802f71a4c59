import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImapServer, imapServer } from '../../../test/imapServer.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { type SmtpServer, smtpServer } from '../../../test/smtpServer.ts'
import { anOfficer, aReader } from '../../people/factories.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Services } from '../../platform/services.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aDecidedLetter } from '../factories.ts'
import { aMail } from '../incoming/factories.ts'
import { send } from '../../platform/letters.ts'
import { handOver } from '../toOne/handingOver.ts'
import { sendLetter } from '../sending/sendLetter.ts'
import { afterwardsOf } from './counts.ts'
import { aBounce, aComplaint, anAnswer } from './factories.ts'
import { type HowToRead, readMailbox } from './reading.ts'

const installation = testInstallation()
let [imap, smtp] = [] as unknown as [ImapServer, SmtpServer]
let group: KnownGroup
let letter: string

beforeEach(async () => {
  ;[imap, smtp] = await Promise.all([imapServer(), smtpServer()])
  group = await aGroup(installation)
  await anOfficer(context(), { name: 'Ada Chair', email: 'chair@example.org' })
  await aReader(context(), { name: 'Ann Price', email: 'ann@example.org' })
  await aReader(context(), { name: 'Ben Orme', email: 'ben@example.org' })
  letter = await sent()
})
afterEach(() => Promise.all([imap.close(), smtp.close()]))

const services = (): Services => {
  const { services: given } = installation
  return {
    ...given,
    config: { ...given.config, imapUrl: imap.url, smtpUrl: smtp.url, mailFrom: 'office@group.example.org' },
  }
}
const context = (of = group): GroupContext => ({ ...installation.context(of), services: services() })
const ask = async <T extends object>(text: string): Promise<T[]> => (await installation.owner.query<T>(text)).rows
const read = (how: HowToRead = {}) => readMailbox(services(), how)
async function sent(of = group): Promise<string> {
  const id = await aDecidedLetter(context(of))
  while (await sendLetter(context(of), id)) await Promise.resolve()
  return id
}
/** The copy that went to somebody: its envelope's sender, and its Message-ID. */
function copyTo(address: string) {
  const { from: sender } = smtp.envelopes.findLast(({ to }) => to === address)!
  const [, messageId = ''] = /^Message-ID: <([^>]+)>/m.exec(
    smtp.messages.findLast((text) => text.includes(`\nTo: <${address}>`))!,
  )!
  return { sender, messageId }
}
const afterwards = () => context().read((tx) => afterwardsOf(tx, letter))
const emails = async () =>
  (
    await ask<{ email: string; why: string | null }>(
      `select email, email_trouble as why from people.person where email not like 'chair%' order by 1`,
    )
  ).map(({ email, why }) => `${email.split('@')[0]} ${why ?? 'ok'}`)
const letters = () =>
  ask<{ to: string; reply_to: string; subject: string; body: string }>(
    'select to_address as to, reply_to, subject, body from platform.letter',
  )
const readers = async () =>
  (
    await ask<{ email: string }>(
      `select email from people.person p where exists (select from people.basis b where b.person_id = p.id and purpose = 'newsletter' and until_at is null) order by 1`,
    )
  ).map(({ email }) => email.split('@')[0])

test('a bounce whose text says nothing is matched by the address it came back to, and the reader is written to no more', async () => {
  const { sender } = copyTo('ann@example.org')
  imap.put(aBounce({ sender: sender.toUpperCase(), about: 'somebody-else@relay.example' }))

  expect(await read()).toMatchObject({ taken: 1, left: 0, trouble: null })

  expect(await emails()).toEqual(['ann no_such_user', 'ben ok'])
  expect(await afterwards()).toMatchObject({ accepted: 2, hard: 1, soft: 0 })
  expect([imap.names('INBOX'), imap.names('Backbench')]).toEqual([[], ['Undelivered Mail Returned to Sender']])
})

test('a bounce to the plain address counts when it names the letter’s own Message-ID and its very reader', async () => {
  const { messageId } = copyTo('ann@example.org')
  imap.put(aBounce({ messageId, about: 'ann@example.org' }))

  await read()

  expect(await emails()).toEqual(['ann no_such_user', 'ben ok'])
})

test('a letter to one person that comes back marks the address it went to, and never another', async () => {
  const alone = async (to: string) => {
    await context().act((a) => send(a, { kind: 'service', to, subject: 'Your code', body: '123456' }))
    const { id } = (await ask<{ id: string }>('select id from platform.letter order by id desc limit 1'))[0]!
    await handOver.run(context(), { letter: id })
    return copyTo(to).sender
  }
  const [ann, ben] = [await alone('ann@example.org'), await alone('ben@example.org')]
  await ask(`update people.person set email = 'ben@new.example' where email = 'ben@example.org'`)
  for (const sender of [ann, ben]) imap.put(aBounce({ sender, about: 'somebody-else@relay.example' }))
  imap.put(anAnswer({ messageId: '' }, { from: 'ann@example.org', says: 'Hello', To: ann }))

  expect(await read()).toMatchObject({ taken: 2, unmatched: 1 })

  expect(await emails()).toEqual(['ann no_such_user', 'ben ok'])
})

test('forged bounces do nothing and stay unread where they are', async () => {
  const [ann, ben] = [copyTo('ann@example.org'), copyTo('ben@example.org')]
  const changed = ann.sender.replace(/\+(.)/, (_, sign: string) => `+${sign === 'a' ? 'b' : 'a'}`)
  imap.put(aBounce({ about: 'ann@example.org' })) // everybody knows her address
  imap.put(aBounce({ sender: changed, about: 'ann@example.org' }))
  imap.put(aBounce({ messageId: ben.messageId, about: 'ann@example.org' })) // Ben’s own copy, about Ann
  imap.put(aBounce({ messageId: ann.messageId.replace('.1@', '.7@'), about: 'ann@example.org' }))

  expect(await read()).toMatchObject({ taken: 0, unmatched: 4 })

  expect(await emails()).toEqual(['ann ok', 'ben ok'])
  expect(imap.folders.get('INBOX')!.mails.map(({ flags }) => flags.size)).toEqual([0, 0, 0, 0])
  expect(await ask('select 1 from mailing.incoming')).toEqual([])
})

test('a reading that is cut or repeated, and mails that are numbered anew, count once', async () => {
  const [ann, ben] = [copyTo('ann@example.org'), copyTo('ben@example.org')]
  imap.put(aBounce({ ...ann, about: 'ann@example.org', status: '4.2.2', says: '452 4.2.2 mailbox full' }))
  imap.put(anAnswer(ben, { from: 'Ben <ben@example.org>', says: 'Thank you.' }))
  imap.faults = { hangUpAfter: 1, movesNothing: true }

  expect(await read()).toMatchObject({ taken: 1, trouble: expect.any(String) })
  imap.faults = { movesNothing: true }
  expect(await read()).toMatchObject({ taken: 1, trouble: null })
  expect(imap.folders.get('INBOX')!.mails.map(({ flags }) => [...flags])).toEqual([['\\Seen'], ['\\Seen']])
  expect(await read()).toMatchObject({ taken: 0, unmatched: 0 })
  imap.renumber()
  expect(await read()).toMatchObject({ taken: 2 })

  expect(await afterwards()).toMatchObject({ soft: 1, replies: 1 })
  expect((await letters()).length).toBe(1)
  expect((await ask('select 1 from mailing.incoming')).length).toBe(2)
})

test('two turns at once take each mail once', async () => {
  const ann = copyTo('ann@example.org')
  for (let i = 0; i < 6; i++) imap.put(anAnswer(ann, { from: 'ann@example.org', says: `Thought ${i}` }))

  const turns = await Promise.all([read(), read(), read()])

  expect(turns.flatMap((turn) => turn?.taken ?? [])).toEqual([6])
  expect((await letters()).length).toBe(6)
})

test('a reply reaches the chair, whose answer goes to the writer; an automatic one reaches nobody', async () => {
  const ann = copyTo('ann@example.org')
  imap.put(
    anAnswer(ann, { from: 'Ann <ann@example.org>', says: 'I can help on Sunday.\n\nOn Sunday we wrote:\n> News' }),
  )
  imap.put(
    anAnswer(ann, { from: 'ann@example.org', says: 'I am away until Monday.', 'Auto-Submitted': 'auto-replied' }),
  )
  imap.put(anAnswer(ann, { from: 'office@group.example.org', says: 'From ourselves' }))
  imap.put(anAnswer(ann, { from: 'ann@example.org', says: 'Round and round', 'X-Loop': 'office' }))

  expect(await read()).toMatchObject({ taken: 2, unmatched: 2 })

  const [one, ...more] = await letters()
  expect(more).toEqual([])
  expect(one).toMatchObject({
    to: 'chair@example.org',
    reply_to: 'ann@example.org',
    subject: 'A reply to “News of the month”',
  })
  expect(one!.body).toMatch(/^Ann Price answered[\s\S]*\| I can help on Sunday\.\n\nIf you answer/)
  expect(await afterwards()).toMatchObject({ replies: 1, autoReplies: 1 })
})

test('who asks by reply to be left alone is, and so is who complains; a friend who answers speaks for nobody', async () => {
  const [ann, ben] = [copyTo('ann@example.org'), copyTo('ben@example.org')]
  imap.put(anAnswer(ann, { from: 'a.friend@example.net', says: 'Please unsubscribe me' }))
  await read()
  expect(await readers()).toEqual(['ann', 'ben'])

  imap.put(anAnswer(ann, { from: 'ann@example.org', says: 'Please unsubscribe me' }))
  imap.put(aComplaint(ben))
  await read()

  expect(await readers()).toEqual([])
  expect(await ask('select purpose, channel from people.objection')).toEqual([
    { purpose: 'newsletter', channel: 'email' },
    { purpose: 'newsletter', channel: 'email' },
  ])
  expect(await afterwards()).toMatchObject({ complaints: 1, endedByMail: 2 })
  const [, told] = await letters()
  expect(told!.body).toContain('They asked for no more newsletters, and get none from now on.')
})

test('an out-of-office mail with a new address waits for an officer; one from elsewhere proposes nothing', async () => {
  const ann = copyTo('ann@example.org')
  const moved = (from: string) =>
    anAnswer(ann, {
      from,
      says: 'I have changed my email address. My new address is ann@new.example',
      'Auto-Submitted': 'auto-replied',
    })
  imap.put(moved('mallory@example.net'))
  await read()
  expect(await ask('select 1 from people.address_proposal')).toEqual([])

  imap.put(moved('ann@example.org'))
  await read()

  expect(await ask('select email from people.address_proposal')).toEqual([{ email: 'ann@new.example' }])
  expect(await emails()).toEqual(['ann ok', 'ben ok'])
  expect(await letters()).toEqual([])
})

test('a mailbox that is full three letters running, a week apart each, counts as failing', async () => {
  for (const weeks of [3, 2, 1]) {
    if (weeks < 3) letter = await sent()
    await ask(`update mailing.delivery set handed_at = now() - interval '${weeks} weeks' where letter_id = '${letter}'`)
    expect(await emails()).toEqual(['ann ok', 'ben ok'])
    imap.put(
      aBounce({
        ...copyTo('ann@example.org'),
        about: 'ann@example.org',
        status: '4.2.2',
        says: `452 4.2.2 mailbox full ${weeks}`,
      }),
    )
    await read()
  }

  expect(await emails()).toEqual(['ann mailbox_full', 'ben ok'])
})

test('a mailbox of many mails is read in bounded turns, in order, and the last turn says so', async () => {
  const ann = copyTo('ann@example.org')
  for (let i = 0; i < 25; i++)
    imap.put(i % 5 ? aMail({ Subject: `Offer ${i}` }, 'Buy') : anAnswer(ann, { from: 'ann@example.org', says: `${i}` }))

  const turns = [await read({ mails: 10 }), await read({ mails: 10 }), await read({ mails: 10 })]

  expect(turns.map((turn) => [turn!.taken, turn!.unmatched, turn!.left])).toEqual([
    [2, 8, 15],
    [2, 8, 5],
    [1, 4, 0],
  ])
  expect(imap.given.mails).toBe(25)
  expect(imap.names('INBOX').length).toBe(20)
})

test('of a mail of fifty megabytes one is fetched, and what it says counts', async () => {
  const bounce = Buffer.from(aBounce({ ...copyTo('ann@example.org'), about: 'ann@example.org' }))
  imap.put(Buffer.concat([bounce, Buffer.alloc(50 << 20, 'x')]))

  expect(await read()).toMatchObject({ taken: 1 })

  expect(imap.given.bytes).toBeLessThanOrEqual(1 << 20)
  expect(await emails()).toEqual(['ann no_such_user', 'ben ok'])
})

test('a server that gives all of a huge mail is hung up on, and the mails behind it are still read', async () => {
  imap.put(Buffer.alloc(20 << 20, 'x'))
  imap.put(aBounce({ ...copyTo('ann@example.org'), about: 'ann@example.org' }))
  imap.faults = { givesAll: true }

  expect(await read()).toMatchObject({ unreadable: 1, taken: 0, trouble: null })
  expect(await read()).toMatchObject({ taken: 1 })
})

test('a mail over which the line always breaks is left where it is after three tries', async () => {
  const bad = imap.put('Subject: Breaks every line\n\n')
  imap.put(aBounce({ ...copyTo('ann@example.org'), about: 'ann@example.org' }))
  imap.faults = { hangUpAt: bad }

  for (let tries = 0; tries < 3; tries++) await read()
  expect(await read()).toMatchObject({ taken: 1, trouble: null })
  expect(imap.names('INBOX')).toEqual(['Breaks every line'])
})

test('malformed mails hurt nobody, and are left alone', async () => {
  const { sender } = copyTo('ann@example.org')
  for (const bytes of [
    '',
    '\0\0\0',
    'To: \n',
    `Delivered-To: ${sender}`,
    'Content-Type: multipart/mixed; boundary=\n\n--\n'.repeat(300),
  ])
    imap.put(bytes)
  imap.put(Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)))

  expect(await read()).toMatchObject({ taken: 0, unmatched: 6, trouble: null })
})

test.each([
  [
    'a wrong password',
    () => imap.url.replace('pass-word', 'wrong-word'),
    /^It does not take the name or the password: \(address\) with \(password\) is nobody here/,
  ],
  ['no encryption', () => imap.url.replace('imap:', 'imaps:'), /./],
  ['nobody there', () => 'imap://me:word@127.0.0.1:1/INBOX', /ECONNREFUSED/],
  ['no such folder', () => imap.url.replace('INBOX', 'Elsewhere'), /no such folder/],
])('%s is said in the server’s words, once in the log, without name and password', async (_, url, words) => {
  const broken = { ...services(), config: { ...services().config, imapUrl: url() } }

  const turns = [await readMailbox(broken), await readMailbox(broken)]

  expect(turns.map((turn) => turn!.trouble)).toEqual([expect.stringMatching(words), expect.stringMatching(words)])
  const logged = installation.logged.filter((line) => line.includes('mailbox'))
  expect(logged.length).toBe(1)
  expect(logged.join() + turns[0]!.trouble).not.toMatch(/word-of-the-office|office@|office%40/)
})

test('another group’s letters are not touched: what comes back about one group’s delivery changes nothing in another', async () => {
  const other = await aGroup(installation)
  await aReader(context(other), { name: 'Ann Price', email: 'ann@example.org' })
  const theirs = await sent(other)
  imap.put(aBounce({ ...copyTo('ann@example.org'), about: 'ann@example.org' }))

  await read()

  expect(await ask('select group_id, email_trouble from people.person where email_trouble is not null')).toEqual([
    { group_id: other.id, email_trouble: 'no_such_user' },
  ])
  expect(await ask(`select group_id, letter_id from mailing.incoming`)).toEqual([
    { group_id: other.id, letter_id: theirs },
  ])
})

test('neither log nor journal nor the mailbox’s memory names anybody, and a bounce’s text is kept nowhere', async () => {
  imap.put(
    aBounce({ ...copyTo('ann@example.org'), about: 'ann@example.org', says: '550 5.1.1 <ann@example.org> unheard-of' }),
  )
  imap.put(anAnswer(copyTo('ben@example.org'), { from: 'ben@example.org', says: 'Hello' }))

  await read()

  const [{ all }] = (await ask<{
    all: string
  }>(`select concat((select json_agg(j) from platform.journal j), (select json_agg(m) from mailing.mailbox m),
    (select json_agg(m) from mailing.mailbox_mail m), (select json_agg(i) from mailing.incoming i)) as all`)) as [
    { all: string },
  ]
  expect(all + installation.logged.join()).not.toMatch(/ann@|ben@|office@|unheard-of/)
  expect(await ask('select words from mailing.reply')).toEqual([{ words: 'Hello' }])
})

test('an uncertain letter that something comes back about was taken, and is not sent again', async () => {
  await ask(`update mailing.delivery set state = 'uncertain'`)
  imap.put(anAnswer(copyTo('ann@example.org'), { from: 'ann@example.org', says: 'Thank you' }))

  await read()

  expect(await ask('select address, state from mailing.delivery order by 1')).toEqual([
    { address: 'ann@example.org', state: 'accepted' },
    { address: 'ben@example.org', state: 'uncertain' },
  ])
})
