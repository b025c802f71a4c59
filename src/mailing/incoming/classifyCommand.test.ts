import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CommandContext } from '../../platform/slice.ts'
import { classifyCommand } from './classifyCommand.ts'
import { aFailure, aPersonsMail, aReport } from './factories.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backbench-mail-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'old'))
  writeFileSync(join(folder, 'a.eml'), aPersonsMail('Re: News', 'Thank you'))
  writeFileSync(join(folder, 'old', 'b.eml'), aReport(aFailure('550 user unknown', '5.1.1')))
  symlinkSync('..', join(folder, 'old', 'circle'))
  return folder
}

/** What the command prints. */
async function typed(operands: readonly string[], options: CommandContext['options'] = {}): Promise<string[]> {
  const said: string[] = []
  const context = { operands, options, say: (line: string) => said.push(line), progress: () => {} }
  await classifyCommand.run(context as unknown as CommandContext)
  return said
}

test('each mail of a folder has a line of JSON', async () => {
  const folder = aFolder()

  const lines = (await typed([folder], { json: true })).map((line) => JSON.parse(line) as unknown)

  expect(lines).toEqual([
    { file: join(folder, 'a.eml'), class: 'reply', recipients: ['sam@example.org'], status: null, reason: null },
    {
      file: join(folder, 'old', 'b.eml'),
      class: 'hard',
      recipients: ['jo@example.org'],
      status: '5.1.1',
      reason: 'no_such_user',
    },
  ])
})

test('without --json each mail is a line to read', async () => {
  const [line] = await typed([join(aFolder(), 'old', 'b.eml')])

  expect(line).toMatch(/^hard +no_such_user +5\.1\.1 +.*b\.eml +jo@example\.org$/)
})

test('what is not there is said in a sentence', async () => {
  await expect(typed(['/nowhere'])).rejects.toThrow('There is no file or folder /nowhere.')
  await expect(typed([])).rejects.toThrow('Say which mails')
})
