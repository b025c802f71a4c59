import type { NewBlock } from './compose/blockWork.ts'
import type { Showing } from './compose/letter.ts'
import type { LetterKind } from './sending/rules.ts'

export interface SampleLetter {
  readonly kind: LetterKind
  readonly subject: string
  readonly preview: string
  readonly shown: Showing
  readonly daysAgo: number
  readonly blocks: readonly NewBlock[]
}

const text = (...paragraphs: readonly string[]): NewBlock => ({
  kind: 'text',
  doc: {
    type: 'doc',
    content: paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
  },
})
const dear: NewBlock = { kind: 'greeting', words: 'Dear {name},' }

/** What the sample group wrote to its readers, the oldest first. */
export const sampleLetters: readonly SampleLetter[] = [
  {
    kind: 'newsletter',
    subject: 'Nine bridges, one weekend',
    preview: 'What forty volunteers found in the Tamsel.',
    shown: 'public',
    daysAgo: 62,
    blocks: [
      dear,
      text(
        'Forty of you stood on nine bridges on one weekend, with buckets on strings. Thank you.',
        'The figures are in. Below the works at Marstow the water held four times as much phosphate as above them.',
      ),
      {
        kind: 'figure',
        value: '4 times',
        label: 'as much phosphate below the works as above them',
        source: 'Our own tests',
        href: '',
      },
      { kind: 'button', label: 'See all our tests', href: '/posts' },
    ],
  },
  {
    kind: 'newsletter',
    subject: 'Before the winter meeting',
    preview: 'A paper to vote on, and a question to you.',
    shown: 'members',
    daysAgo: 30,
    blocks: [
      dear,
      text(
        'At the winter meeting we vote on the good neighbour agreement. Read it before you come, and bring a neighbour.',
      ),
      { kind: 'button', label: 'Read the agreement', href: '/posts' },
    ],
  },
  {
    kind: 'newsletter',
    subject: 'May we count on you in spring?',
    preview: 'The good neighbour agreement is signed. Now it must be watched.',
    shown: 'public',
    daysAgo: 3,
    blocks: [
      dear,
      text(
        'Two farms and the water company have signed the good neighbour agreement. It says what each will do by next October, and who looks whether they did.',
        'That is us. We need people who walk a mile of the river once a month, from March on.',
      ),
      {
        kind: 'ask',
        question: 'Would you walk a mile of the river once a month?',
        explanation: 'With somebody who has done it before, and a sheet to tick. It takes an hour.',
      },
      { kind: 'divider' },
      {
        kind: 'question',
        label: 'You asked',
        asked: 'Is the river safe to swim in?',
        answer:
          'Not below Marstow, and nowhere for two days after heavy rain. Above Hollin Bridge our tests were good all summer.',
        href: '',
      },
    ],
  },
]

/** What some of its readers answered. */
export const sampleAnswers: readonly { readonly says: 'yes' | 'no' | null; readonly words: string }[] = [
  { says: 'yes', words: '' },
  { says: 'yes', words: 'Gladly, if it can be at a weekend.' },
  { says: 'no', words: '' },
  { says: 'yes', words: '' },
  { says: 'no', words: 'My knees no longer let me. I could enter the figures at home.' },
  { says: 'yes', words: '' },
  { says: null, words: 'Perhaps from May. Ask me again?' },
  { says: 'yes', words: 'I live at Hollin Bridge and walk the dog there anyway.' },
  { says: 'yes', words: '' },
]
