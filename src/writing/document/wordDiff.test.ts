import { expect, test } from 'vitest'
import { aRandomDocument } from './factories.ts'
import { fromMarkdown } from './markdown.ts'
import { wordDiff } from './wordDiff.ts'
import type { DiffBlock } from './wordDiff.ts'

function told(block: DiffBlock): string {
  const signs = { same: ['', ''], ins: ['{+', '+}'], del: ['[-', '-]'] } as const
  return `${block.kind} ${block.tag}: ${block.parts.map(({ kind, text }) => signs[kind][0] + text + signs[kind][1]).join('')}`
}

function diff(before: string, after: string): string[] {
  return wordDiff(fromMarkdown(before), fromMarkdown(after)).map(told)
}

test('a changed word is shown in its sentence', () => {
  expect(diff('We ask for ten pounds.', 'We ask for fifteen pounds.')).toEqual([
    'changed p: We ask for [-ten-]{+fifteen+} pounds.',
  ])
})

test('neighbouring changes are one', () => {
  expect(diff('We ask for ten old pounds today.', 'We ask for fifteen new pounds today.')).toEqual([
    'changed p: We ask for [-ten old-]{+fifteen new+} pounds today.',
  ])
})

test('an added paragraph is one addition, a removed one one removal', () => {
  expect(diff('One stays.\n\nThis goes away.', 'One stays.\n\nSomething else entirely comes.')).toEqual([
    'same p: One stays.',
    'removed p: [-This goes away.-]',
    'added p: {+Something else entirely comes.+}',
  ])
})

test('headings, items and cells say what they are', () => {
  expect(diff('## Aims\n\n- one thing\n\n> quoted', '### Aims\n\n- one other thing\n\n> quoted')).toEqual([
    'changed h3: Aims',
    'changed li: one {+other +}thing',
    'same blockquote: quoted',
  ])
})

test('what a footnote says is compared too', () => {
  expect(diff('Said.^[in March 2025]', 'Said.^[in April 2025]')).toEqual([
    'same p: Said.',
    'changed small: in [-March-]{+April+} 2025',
  ])
})

test('the parts make up both texts', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const [before, after] = [aRandomDocument(seed), aRandomDocument(seed + 1)]
    const blocks = wordDiff(before, after)
    const side = (leftOut: string): string =>
      blocks.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== leftOut).map(({ text }) => text)).join('')
    const same = (doc: typeof before): string =>
      wordDiff(doc, doc)
        .flatMap(({ parts }) => parts.map(({ text }) => text))
        .join('')

    expect(side('ins'), `seed ${seed}`).toBe(same(before))
    expect(side('del'), `seed ${seed}`).toBe(same(after))
  }
})

const longText = (word: string): string => Array.from({ length: 1_500 }, (_, at) => `${word}${at} ${word}`).join('\n\n')

test('two long texts with nothing in common are still told apart', () => {
  const blocks = wordDiff(fromMarkdown(longText('one')), fromMarkdown(longText('two')))

  expect(blocks.filter(({ kind }) => kind === 'removed')).toHaveLength(1_500)
  expect(blocks.filter(({ kind }) => kind === 'added')).toHaveLength(1_500)
})
