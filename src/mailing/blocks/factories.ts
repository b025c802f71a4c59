import { fromMarkdown } from '../../writing/index.ts'
import type { Block } from './block.ts'
import type { LetterFrame } from './letterFrame.ts'

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A letter with one of each kind of block. */
export const allBlocks: readonly Block[] = [
  { id: id(1), kind: 'greeting', words: 'Dear {name}' },
  {
    id: id(2),
    kind: 'text',
    doc: fromMarkdown(
      '## The river is back\n\nIt rained for **nine** days & nights. [Read more](/2026/11/rain) or [elsewhere](https://other.example/x?a=1&b=2).\n\n- one\n- two\n\n> Never so high.\n\n![A flooded field](/files/2026/11/field.jpg)',
    ),
  },
  {
    id: id(3),
    kind: 'story',
    post: '',
    href: '/2026/11/water',
    label: 'In the news',
    title: 'A <b>bold</b> plan',
    summary: 'What it says.',
  },
  {
    id: id(4),
    kind: 'event',
    title: 'Winter meeting',
    day: '2026-12-03',
    when: '7pm',
    place: 'Online and Shrewsbury',
    href: '/winter',
  },
  {
    id: id(5),
    kind: 'figure',
    value: '3,914',
    label: 'names so far',
    source: 'Our count',
    href: 'https://other.example/count',
  },
  {
    id: id(6),
    kind: 'question',
    label: 'Question in Parliament',
    asked: 'How many waited?',
    answer: 'It is “not held centrally”.',
    href: '',
  },
  { id: id(7), kind: 'ask', question: 'Will you come?', explanation: 'So that we know how much soup to make.' },
  { id: id(8), kind: 'button', label: 'Read the paper', href: '/paper' },
  { id: id(9), kind: 'divider' },
]

export const aFrame = (given: Partial<LetterFrame> = {}): LetterFrame => ({
  group: 'Fair Care Forum',
  home: 'https://fair.example',
  theme: { hue: 162, chroma: 0.105 },
  kind: 'newsletter',
  subject: 'Vote on the 28-day paper',
  preview: 'Twelve amendments, one vote each',
  dated: 'December 2026',
  promoter: 'Promoted by M Ellery, 14 Mill Lane, Shrewsbury.',
  slug: 'december-2026-vote',
  ...given,
})
