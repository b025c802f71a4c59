import { type HeldPart, heldRows } from '../heldRows.ts'

const day = (moment: Date): string => moment.toISOString().slice(0, 10)

/** What somebody asked and answered. The answers to what they asked go with it. */
export const introductionsHeld: readonly HeldPart[] = [
  heldRows<{ words: string; asked_at: Date }>({
    table: 'people.introduction',
    what: 'You asked to meet other members',
    why: 'To ask them for you',
    says: ({ words, asked_at }) => `${day(asked_at)}${words ? `: ${words}` : ''}`,
    orderBy: 'asked_at',
  }),
  heldRows<{ answer: 'yes' | 'no' | null; asked_at: Date }>({
    table: 'people.introduction_answer',
    what: 'You were asked to meet another member',
    why: 'So that nobody is asked too often',
    says: ({ answer, asked_at }) => `${day(asked_at)}: ${answer === null ? 'no answer' : `you said ${answer}`}`,
    orderBy: 'asked_at',
  }),
]
