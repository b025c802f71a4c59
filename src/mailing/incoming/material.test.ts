import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginningOf } from './beginnings.ts'
import { classify } from './classification.ts'

/** Mails the rules were written with, when they lie beside the repository. The set that is only counted is not read here. */
const FOLDER = join(import.meta.dirname, '../../../../shared/data/mail-bounces')

function rowsOf(set: string): (readonly [file: string, expected: string])[] {
  const list = join(FOLDER, set, 'expected.csv')
  if (!existsSync(list)) return []
  const lines = readFileSync(list, 'utf8').trim().split(/\r?\n/).slice(1)
  return lines.map((line) => [line.slice(0, line.indexOf(',')), line.slice(line.indexOf(',') + 1)])
}

/** Their "hard" is any bounce: it holds a refusal for spam and one for a block list too. */
const REFUSED = new Set(['bounce_att.txt', 'bounce_spam.txt'])

test('every mail of baunsu’s is what its authors say', async () => {
  for (const [file, expected] of rowsOf('baunsu')) {
    const found = await classify(await beginningOf(join(FOLDER, 'baunsu', file)))
    const wanted = expected.startsWith('hard')
      ? REFUSED.has(file)
        ? 'soft'
        : 'hard'
      : expected.startsWith('auto')
        ? 'auto_reply'
        : 'other'
    expect(found.class, file).toBe(wanted)
  }
})

const REASONS: Readonly<Record<string, string>> = {
  'auto-reply: address dead': 'left',
  'auto-reply: address change': 'moved',
  'auto-reply: ticket': 'acknowledgement',
  challenge: 'challenge',
  'read receipt': 'read_receipt',
  'human: unsubscribe request': 'unsubscribe',
  'unsubscribe command': 'unsubscribe',
}

test('every invented answer is told apart, people from programs', async () => {
  for (const [file, expected] of rowsOf('auto-replies-invented')) {
    const found = await classify(await beginningOf(join(FOLDER, 'auto-replies-invented', file)))
    const isPerson = /^human|^unsubscribe/.test(expected)
    expect([found.class, found.reason], file).toEqual([
      isPerson ? 'reply' : 'auto_reply',
      REASONS[expected] ?? (isPerson ? null : found.reason),
    ])
  }
})
