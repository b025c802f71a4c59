import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let dataDir = ''
beforeAll(() => void (dataDir = mkdtempSync(join(tmpdir(), 'bb-command-'))))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly said: string
}
/** As a host types it. */
const backbench = (words: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const settings = { env: { ...process.env, BACKBENCH_DATA: dataDir, ...env } }
    execFile('npm', ['run', 'backbench', '--', ...words], settings, (error, out, said) =>
      resolve({ code: Number(error?.code ?? 0), out, said }),
    )
  })
/** One sentence on stderr, nothing on stdout, and 1. */
const refused = (sentence: string | RegExp) => ({
  code: 1,
  out: '',
  said: typeof sentence === 'string' ? `${sentence}\n` : expect.stringMatching(sentence),
})

test('help names every command in a line', async () => {
  const { code, out, said } = await backbench(['help'])

  expect([code, said]).toEqual([0, ''])
  for (const command of [
    'serve',
    'migrate',
    'group create',
    'group list',
    'sign-in-link',
    'import wordpress',
    'outbox',
    'doctor',
    'demo',
  ]) {
    expect(out, command).toMatch(new RegExp(`^ {2}${command} .*\\w`, 'm'))
  }
})

test('a word that is no command, and an option that is none, end with 1 and one sentence', async () => {
  expect(await backbench(['dance', 'now'])).toEqual(refused('There is no command “dance now”: “help” shows them all.'))
  expect(await backbench(['group', 'list', '--fast'])).toEqual(refused(/^Unknown option '--fast'\.\n$/))
  expect(await backbench(['sign-in-link', 'nobody@example.org'])).toEqual(
    refused('Nobody with this email address can sign in here.'),
  )
})

test('a setting that cannot be used is named in one sentence', async () => {
  expect(await backbench(['serve'], { PORT: 'x' })).toEqual(
    refused('The setting PORT cannot be used: it is a number from 0 to 65535.'),
  )
})

test('what --json prints is JSON and nothing else', async () => {
  const list = await backbench(['group', 'list', '--json'])
  expect(list).toEqual({ code: 0, out: '[]\n', said: '' })

  const doctor = await backbench(['doctor', '--json'])
  expect(doctor.code).toBe(1) // there is no group yet
  expect(JSON.parse(doctor.out)).toContainEqual(expect.objectContaining({ subject: 'Groups', state: 'missing' }))
})

test('a group made at the terminal is listed with the names it answers to', async () => {
  const made = await backbench([
    'group',
    'create',
    '--name',
    'Trial',
    '--host',
    'trial.example.org',
    '--officer',
    'chair@example.org',
    '--json',
  ])
  expect([made.code, made.said]).toEqual([0, ''])
  expect(JSON.parse(made.out)).toMatchObject({ slug: 'trial' })

  expect(await backbench(['group', 'list'])).toEqual({
    code: 0,
    said: '',
    out: expect.stringMatching(/^trial\s+Trial\s+trial\.example\.org\n$/),
  })
  expect((await backbench(['sign-in-link', 'chair@example.org'])).out).toMatch(
    /^https?:\/\/\S+\/sign-in\/link\/[\w-]{43}\n$/,
  )
})
