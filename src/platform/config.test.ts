import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('with nothing set, a group can start', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    trustProxy: false,
    development: false,
    smtpUrl: undefined,
  })
})

test('a setting left empty, as in .env.example, is a setting left out', () => {
  expect(readConfig({ PORT: '', SMTP_URL: ' ', TRUST_PROXY: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: 'eighty' }, 'The setting PORT cannot be used: it is a number from 0 to 65535.'],
  [{ PORT: '70000' }, 'The setting PORT cannot be used: it is a number from 0 to 65535.'],
  [{ PORT: '-1' }, 'The setting PORT cannot be used: it is a number from 0 to 65535.'],
  [{ TRUST_PROXY: 'yes' }, 'The setting TRUST_PROXY cannot be used: write 1 for yes and 0 for no.'],
  [{ BACKBENCH_SECRET: 'short' }, 'The setting BACKBENCH_SECRET cannot be used: it needs at least 32 characters.'],
  [{ DATABASE_URL: 'mysql://u:password@h/d' }, 'The setting DATABASE_URL cannot be used: it begins with postgres://.'],
  [{ SMTP_URL: 'mail.example.org' }, 'The setting SMTP_URL cannot be used: it begins with smtp:// or smtps://.'],
  [
    { SMTP_URL: 'smtp://mail.example.org' },
    'The setting SMTP_URL needs MAIL_FROM, the address that letters come from.',
  ],
  [
    { IMAP_URL: 'mail.example.org' },
    'The setting IMAP_URL cannot be used: it looks like imaps://name:password@mail.example.org/INBOX.',
  ],
  [
    { IMAP_URL: 'imaps://mail.example.org/INBOX' },
    'The setting IMAP_URL cannot be used: it looks like imaps://name:password@mail.example.org/INBOX.',
  ],
  [
    { IMAP_URL: 'imaps://me:pass%word@mail.example.org' },
    'The setting IMAP_URL cannot be used: it looks like imaps://name:password@mail.example.org/INBOX.',
  ],
  [{ ARCHIVE_AT: '3 am' }, 'The setting ARCHIVE_AT cannot be used: it is a time of day in UTC, such as 03:10.'],
  [{ ARCHIVE_KEEP: '0' }, 'The setting ARCHIVE_KEEP cannot be used: it is how many archives to keep, 1 or more.'],
  [{ MAIL_FROM: 'Group <a@b.org>' }, 'The setting MAIL_FROM cannot be used: it is an email address and nothing else.'],
])('%o is refused in one sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence)
})
