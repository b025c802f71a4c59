import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { type SmtpServer, smtpServer } from '../../../test/smtpServer.ts'
import { anOfficer, aReader } from '../../people/factories.ts'
import type { persons } from '../../people/index.ts'
import type { Config } from '../../platform/config.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import { writeSetting } from '../../platform/settings.ts'
import { aDecidedLetter } from '../factories.ts'
import { erase, holds } from '../holdings.ts'
import { sendLetter } from '../sending/sendLetter.ts'
import { mailCommands } from './commands.ts'
import { anAnswer } from './factories.ts'
import { forgetReplies } from './jobs.ts'
import { takeMail } from './mails.ts'
import { open } from './remembered.ts'
import { REPLIES } from './replies.ts'
import { forwardRepliesSetting } from './settings.ts'

const installation = testInstallation()
let group: KnownGroup
let ann: persons.Person
let chair: Browser

const context = () => installation.context(group)
const ask = async <T extends object>(text: string): Promise<T[]> => (await installation.owner.query<T>(text)).rows
const officer = async (role: Role): Promise<Browser> =>
  signedInAs(installation, group, { ...(await anOfficer(context(), { role })), strongly: true })
let uid = 0
/** A mail as it would be found in the mailbox. */
async function answer(given: { from?: string; says: string; subject?: string }): Promise<void> {
  const [row] = await ask<{ message_id: string }>(`select message_id from mailing.delivery where address like 'ann%'`)
  const place = { mailbox: 'a mailbox', uidValidity: '1', uid: (uid += 1) }
  await open(installation.services.pool, place)
  const mail = anAnswer({ messageId: row!.message_id }, { from: 'ann@example.org', ...given })
  expect(await takeMail(installation.services, place, mail)).toBe('taken')
}
const text = async (browser: Browser, path = REPLIES): Promise<string> => (await browser.get(path)).text()
const idOf = async () => (await ask<{ id: string }>('select id from mailing.incoming'))[0]!.id

beforeEach(async () => {
  group = await aGroup(installation)
  chair = await officer('chair')
  ann = await aReader(context(), { name: 'Ann Price', email: 'ann@example.org' })
  const id = await aDecidedLetter(context())
  while (await sendLetter(context(), id)) await Promise.resolve()
})

test('the chair reads a reply, answers it from their own program, marks it done, and takes that back', async () => {
  await answer({ says: '<b>I can help</b> & more', subject: 'Re: News of the month' })
  expect(await text(chair, '/office')).toContain('1 reply waits')

  const page = await text(chair)
  expect(page).toContain('&lt;b&gt;I can help&lt;/b&gt; &amp; more')
  expect(page).toContain('mailto:ann@example.org?subject=Re%3A%20News%20of%20the%20month')
  const done = await chair.post(`${REPLIES}/${await idOf()}`, { to: 'done' })
  const after = await (await chair.follow(done)).text()

  expect(after).toContain('It is done.')
  expect(after).toContain('Nothing waits for an answer')
  const [, act] = /name="act" value="([^"]+)"/.exec(after)!
  await chair.post('/office/undo', { act: act! })
  expect(await text(chair)).toContain('I can help')
  expect(await text(chair, '/office')).toContain('1 reply waits')
})

test('who may not see the register sees no replies, nor anybody without a second factor', async () => {
  await answer({ says: 'I can help' })
  const weak = await signedInAs(installation, group, await anOfficer(context(), { role: 'secretary' }))

  for (const browser of [await officer('editor'), await officer('treasurer'), weak]) {
    expect((await browser.get(REPLIES)).status).toBe(403)
    expect((await browser.post(`${REPLIES}/${await idOf()}`, { to: 'done' })).status).toBe(403)
  }
  expect((await ask('select done_at from mailing.incoming'))[0]).toEqual({ done_at: null })
  expect((await chair.post(`${REPLIES}/019ab34e-1f2d-7c3a-8b4c-5d6e7f8091a2`, { to: 'done' })).status).toBe(404)
  expect((await chair.post(`${REPLIES}/${await idOf()}`, { to: 'nothing' })).status).toBe(422)
})

test('a group that does not want replies by email reads them in the office alone', async () => {
  await context().act((act) => writeSetting(act, forwardRepliesSetting, false))
  await answer({ says: 'I can help' })

  expect(await ask('select 1 from platform.letter')).toEqual([])
  expect(await text(chair)).toContain('Nobody gets them by email.')
})

test('the chair’s own reply does not come back to the chair, and a flood is not passed on', async () => {
  await ask(`update people.person set email = 'chair@example.org' where id <> '${ann.id}'`)
  await answer({ from: 'Chair@example.org', says: 'I wrote this' })
  expect(await ask('select 1 from platform.letter')).toEqual([])

  await answer({ says: 'A thought' })
  await ask('update platform.rate set count = 1000')
  await answer({ says: 'The thousandth' })

  expect((await ask('select 1 from platform.letter')).length).toBe(1)
  expect((await ask('select 1 from mailing.reply')).length).toBe(3)
})

test('words are kept for ninety days, and the reply for ever', async () => {
  await answer({ says: 'My secret thought' })
  await ask(`update mailing.incoming set came_at = now() - interval '91 days'`)

  await forgetReplies.run(context(), {})

  expect(await ask('select 1 from mailing.reply')).toEqual([])
  const page = await text(chair)
  expect(page).not.toContain('My secret thought')
  expect(page).toContain('Their words were kept for 90 days.')
})

test('a person is told what they wrote, and erasing them takes it from everywhere', async () => {
  await answer({ says: 'My secret thought' })
  expect((await context().read((tx) => holds(tx, ann.id))).map(({ value }) => value).join()).toContain(
    'My secret thought',
  )

  await context().act((act) => erase(act, ann.id, { dryRun: false, secret: 'a secret' }))

  expect(await ask('select 1 from mailing.reply')).toEqual([])
  expect(await ask('select kind, person_id from mailing.incoming')).toEqual([{ kind: 'reply', person_id: null }])
  await answer({ says: 'After that' }).catch(() => {})
  expect(await ask('select 1 from mailing.reply')).toEqual([])
  expect(await text(chair)).not.toMatch(/Ann Price|ann@|ann%40/)
})

interface Given {
  readonly options?: Record<string, string | boolean>
  readonly config?: Partial<Config>
}
/** What a command prints, and how it ends. */
async function command(name: string, operands: string[], { options = {}, config = {} }: Given = {}) {
  const said: string[] = []
  const services = { ...installation.services, config: { ...installation.services.config, ...config } }
  const code = await mailCommands
    .find((one) => one.name === name)!
    .run({
      services,
      operands,
      options,
      owner: {},
      progress: () => {},
      say: (line) => void said.push(line),
      groupContext: () => Promise.resolve({ ...context(), services }),
    })
  return { code: code ?? 0, said }
}

test('mail status tells of letters by group, of those that are paused, and of the mailbox', async () => {
  await ask(`update mailing.letter set state = 'paused', ended_at = null, trouble = '550 too many'`)

  const { said } = await command('mail status', [])
  const json = await command('mail status', [], {
    options: { json: true },
    config: { imapUrl: 'imap://a:b@127.0.0.1:1/' },
  })

  expect(said).toEqual([
    `${group.slug}: 0 waiting, 0 under way, 0 uncertain, 1 accepted today`,
    '  paused: “News of the month”: 550 too many',
    'Mailbox: none is set (IMAP_URL), so nobody learns what comes back.',
  ])
  expect(JSON.parse(json.said[0]!)).toMatchObject({ all: { acceptedToday: 1, paused: 1 }, mailbox: 'never' })
})

test('mail send-test goes the way of a newsletter, says what the server said, and what to look at', async () => {
  const server: SmtpServer = await smtpServer()
  const config = { smtpUrl: server.url, mailFrom: 'office@group.example.org' }

  const sent = await command('mail send-test', ['me@example.org'], { config })
  server.answers = { RCPT: '550 5.7.1 not from you' }
  const refused = await command('mail send-test', ['me@example.org'], { config })
  await server.close()

  expect([sent.code, refused.code]).toEqual([0, 1])
  expect(sent.said.join('\n')).toMatch(/^127\.0\.0\.1: 250 taken\nIt was taken\. Now look:[\s\S]*not signed by us/)
  expect(refused.said.join()).toContain('550 5.7.1 not from you')
  expect(server.envelopes[0]!.from).toMatch(/^office\+[a-z2-7]{45}@group\.example\.org$/)
  expect(server.messages.length).toBe(1)
  expect(server.messages[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  await expect(command('mail send-test', ['me@example.org'], { config })).rejects.toThrow('cannot be used')
})

test.each([[[]], [['a@example.org', 'b@example.org']], [['a@example.org,b@example.org']], [['not an address']]])(
  'mail send-test refuses %j, which is not one address',
  async (operands) => {
    await expect(command('mail send-test', operands, { config: { smtpUrl: 'smtp://127.0.0.1:1' } })).rejects.toThrow(
      'Say one email address',
    )
  },
)
