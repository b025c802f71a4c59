import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aGroup } from '../test/groups.ts'
import { imapServer } from '../test/imapServer.ts'
import { testInstallation } from '../test/installation.ts'
import { smtpServer } from '../test/smtpServer.ts'
import { hostChecks } from './hostChecks.ts'
import type { Config } from './platform/config.ts'

const installation = testInstallation()

/** What the doctor says of an installation with these settings: subject → state and sentence. */
async function told(config: Partial<Config> = {}): Promise<Record<string, string>> {
  const { services } = installation
  const checks = await hostChecks({ ...services, config: { ...services.config, ...config } })
  return Object.fromEntries(checks.map(({ subject, state, sentence }) => [subject, `${state}: ${sentence}`]))
}

test('an installation fresh from its box is told what it is and what it lacks', async () => {
  const found = await told()

  expect(found).toMatchObject({
    Database: expect.stringMatching(
      /^ok: PostgreSQL 18\.\d+, our own; Backbench \d+\.\d+\.\d+ on Node \d+\.\d+\.\d+, \d+ migrations done\.$/,
    ),
    Disk: expect.stringMatching(/ \d+ GB free/),
    Clock: expect.stringMatching(/^ok: It is \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC here/),
    Mail: expect.stringMatching(/^attention: No mail server is set/),
    Archive: expect.stringMatching(/^attention: None is made by itself/),
    Groups: expect.stringMatching(/^missing: There is no group yet/),
  })
  expect(Object.keys(found)).not.toContain('Names')
})

test('a mail server is greeted as if a letter were to go, and one that will not have us is named', async () => {
  const server = await smtpServer()
  const from = { mailFrom: 'post@localhost' }

  expect((await told({ ...from, smtpUrl: server.url }))['Mail']).toBe(
    'ok: The mail server 127.0.0.1 greets us and would take letters.',
  )
  server.answers = { greeting: '554 go away' }
  expect((await told({ ...from, smtpUrl: server.url }))['Mail']).toMatch(
    /^missing: The mail server 127\.0\.0\.1 cannot be used \(it answered 554\)/,
  )
  await server.close()
  expect((await told({ ...from, smtpUrl: server.url.replace('//', '//me:hidden-word@') }))['Mail']).toMatch(
    /^missing: The mail server 127\.0\.0\.1 cannot be used \(\w+\): see SMTP_URL\.$/,
  )
  expect(server.messages).toEqual([])
})

test('the mailbox is signed in to as reading would, and what its server says is told without the password', async () => {
  const mailbox = await imapServer()
  const { url } = mailbox

  expect((await told())['Mailbox']).toMatch(/^attention: None is set/)
  expect((await told({ imapUrl: url }))['Mailbox']).toBe(
    'attention: We can sign in to the mailbox at 127.0.0.1. It was never read: is the program running?',
  )
  expect((await told({ imapUrl: url.replace('pass-word', 'wrong-word') }))['Mailbox']).toBe(
    'missing: The mailbox at 127.0.0.1 cannot be read (It does not take the name or the password: (address) with (password) is nobody here): see IMAP_URL.',
  )
  await mailbox.close()
})

test('names of groups and the sender’s domain that lead nowhere are named', async () => {
  await aGroup(installation, { hosts: ['nowhere.invalid', 'localhost'] }) // RFC 6761 §6.4: never there
  const server = await smtpServer()

  const found = await told({ smtpUrl: server.url, mailFrom: 'post@nowhere.invalid' })

  expect(found['Names']).toBe('attention: 1 host name cannot be found in the DNS: nowhere.invalid.')
  expect(found['Sender']).toMatch(/^attention: The domain of MAIL_FROM, nowhere\.invalid, cannot be found/)
  await server.close()
})

test('a folder for archives that is still empty, and a group that is paused, are said', async () => {
  await aGroup(installation)
  await aGroup(installation)
  await installation.owner.query(`update platform.group set remove_at = now() where id = 2`)
  await installation.services.groups.load()
  const archiveTo = join(installation.services.config.dataDir, 'archives')
  mkdirSync(archiveTo)

  const found = await told({ archiveTo })

  expect(found['Archive']).toMatch(/^attention: None in .*archives yet/)
  expect(found['Groups']).toBe('ok: 2 groups, 1 of them paused.')
})
