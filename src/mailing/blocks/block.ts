import { z } from 'zod'
import { civilDate, line } from '../../platform/fields.ts'
import { type DocJson, parseDoc, safeUrl } from '../../writing/index.ts'

/** What a letter can be made of, in the order in which they are offered. */
export const blockKinds = [
  'greeting',
  'text',
  'story',
  'event',
  'figure',
  'question',
  'ask',
  'button',
  'divider',
] as const
export type BlockKind = (typeof blockKinds)[number]

export const blockNames: Readonly<Record<BlockKind, string>> = {
  greeting: 'Greeting',
  text: 'Text',
  story: 'Story',
  event: 'Event',
  figure: 'Figure',
  question: 'Question answered',
  ask: 'Ask',
  button: 'Button',
  divider: 'Line',
}

/** What each is for, where one is chosen. */
export const blockUses: Readonly<Record<BlockKind, string>> = {
  greeting: 'Dear …, with the reader’s name',
  text: 'Your own words, with headings, lists and pictures',
  story: 'A post of your website: its title and a summary, with a link',
  event: 'A day, a place and what happens there',
  figure: 'One number, large, and what it says',
  question: 'What was asked, and what the answer was',
  ask: 'A question that readers answer with yes, no or a few words',
  button: 'One thing to do, in large letters',
  divider: 'A thin line between two parts',
}

/** Where the reader's name stands in a greeting. */
export const NAME = '{name}'

const words = (most: number, what: string, missing: string) => line(most, what).pipe(z.string().min(1, missing))
const href = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || safeUrl(typed) === typed, 'Begin the address with https:// or with a /.')
const neededHref = href.refine(
  (typed) => typed !== '',
  'Enter where it leads: an address that begins with https:// or a /.',
)
const id = z.uuid()

/** The fields of each kind, as a form sends them and as they are kept. */
export const blockFields = {
  greeting: { words: words(100, 'the greeting', `Enter a greeting, such as Dear ${NAME}.`) },
  text: { doc: z.custom<DocJson>(isDoc, 'Enter the words.') },
  story: {
    /** The post's document; its title and beginning follow the post where nothing was typed. */
    post: z.union([z.uuid(), z.literal('')]).default(''),
    href,
    label: line(60, 'the line above the title').default(''),
    title: line(200, 'the title').default(''),
    summary: line(600, 'the summary').default(''),
  },
  event: {
    title: words(200, 'the title', 'Enter what happens.'),
    day: civilDate('Enter the day, such as 3 December 2026.'),
    when: line(100, 'the time').default(''),
    place: line(200, 'the place').default(''),
    href,
  },
  figure: {
    value: words(30, 'the figure', 'Enter the figure, such as 3,914.'),
    label: words(200, 'what it says', 'Enter what the figure says.'),
    source: line(200, 'the source').default(''),
    href,
  },
  question: {
    label: line(60, 'the line above the question').default(''),
    asked: words(300, 'the question', 'Enter what was asked.'),
    answer: words(1000, 'the answer', 'Enter the answer.'),
    href,
  },
  ask: {
    question: words(300, 'the question', 'Enter what you ask.'),
    explanation: line(600, 'the explanation').default(''),
  },
  button: { label: words(60, 'the words', 'Enter what the button says.'), href: neededHref },
  divider: {},
} as const satisfies Record<BlockKind, z.ZodRawShape>

const stored = <const K extends BlockKind>(kind: K) => z.object({ id, kind: z.literal(kind), ...blockFields[kind] })

const block = z.discriminatedUnion('kind', [
  stored('greeting'),
  stored('text'),
  stored('story'),
  stored('event'),
  stored('figure'),
  stored('question'),
  stored('ask'),
  stored('button'),
  stored('divider'),
])
export type Block = z.infer<typeof block>
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>

/** The blocks of a letter as its row keeps them, checked: what an archive or an older program wrote is not believed. */
export const readBlocks = (kept: unknown): readonly Block[] => z.array(block).max(MOST_BLOCKS).parse(kept)

export const MOST_BLOCKS = 100

function isDoc(value: unknown): boolean {
  try {
    parseDoc(value)
    return true
  } catch {
    return false // parseDoc throws only to say that this is no document
  }
}
