import { randomUUID } from 'node:crypto'
import type { Block } from '../src/mailing/blocks/block.ts'
import { fromMarkdown } from '../src/writing/index.ts'

export const SUBJECT = 'What happened at the river, and where we meet – December'

/** As a group writes it: with stories, an event, a figure, a question that is answered, and one that asks. About 20 KB as it goes out. */
export const blocksOfALetter = (): readonly Block[] => [
  { id: randomUUID(), kind: 'greeting', words: 'Dear {name}' },
  { id: randomUUID(), kind: 'text', doc: fromMarkdown(NEWS) },
  ...[1, 2, 3].map((number): Block => ({
    id: randomUUID(),
    kind: 'story',
    post: '',
    href: `/2026/11/story-${number}`,
    label: 'In the news',
    title: `What the council decided about the river – part ${number}`,
    summary:
      'Twelve of us sat through it. The bridge stays open, the survey begins in spring, and nobody knows who pays.',
  })),
  {
    id: randomUUID(),
    kind: 'event',
    title: 'Winter meeting',
    day: '2026-12-03',
    when: '7pm',
    place: 'Online and Shrewsbury',
    href: '/winter',
  },
  {
    id: randomUUID(),
    kind: 'figure',
    value: '3,914',
    label: 'names so far',
    source: 'Our count',
    href: 'https://other.example/count',
  },
  {
    id: randomUUID(),
    kind: 'question',
    label: 'Question in Parliament',
    asked: 'How many waited?',
    answer: 'It is “not held centrally”.',
    href: '',
  },
  { id: randomUUID(), kind: 'ask', question: 'Will you come?', explanation: 'So that we know how much soup to make.' },
  { id: randomUUID(), kind: 'button', label: 'Read the paper', href: '/paper' },
]

const NEWS = `## The river is back

It rained for **nine** days & nights, and the café by the bridge closed at four. [Read what the wardens say](/2026/11/rain) or [see the
table](https://other.example/table?year=2026&month=11). What we asked for in spring is now in the plan – all but the part about the winter.

- one pump, by the end of January
- two wardens, “if money allows”
- a survey, which begins in spring

> Never so high, and never so soon.

The minister answered on Tuesday. We print the answer in full on our website, with what we asked and what was left out.`
