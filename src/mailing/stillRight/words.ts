import { fromMarkdown } from '../../writing/index.ts'
import type { Block } from '../blocks/block.ts'
import { place } from '../sending/places.ts'

export const subjectOf = (group: string): string => `Is this still right? ${group} asks once`.slice(0, 200)

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const link = (say: 'yes' | 'no'): string => `${place('answers')}?say=${say}`

/** What the letter says before its one question's buttons, and after them. */
export const before = (group: string): readonly string[] => [
  `We hold these details: your name, as it stands above, and this address. They came to ${group} with a list of people it has been in touch with. We do not know whether you would like to hear from us, so we have not written to you until now.`,
  'Is this still right, and may we go on writing to you?',
]
export const YES = 'Yes, you may write to me'
export const NO = 'No, do not write to me'
export const after: readonly string[] = ['This letter comes once. If you say nothing, we send you no other.']
const SEE = 'To see everything we hold about you, to change it or to have it deleted, sign in with this address.'

/** The letter's words are the same for every group: whoever did not ask for it is told why it came, and asked one thing. */
export const blocksOf = (group: string): readonly Block[] => [
  { id: id(1), kind: 'greeting', words: 'Dear {name}' },
  { id: id(2), kind: 'text', doc: docOf(before(group)) },
  { id: id(3), kind: 'button', label: YES, href: link('yes') },
  { id: id(4), kind: 'button', label: NO, href: link('no') },
  { id: id(5), kind: 'text', doc: docOf([...after, SEE]) },
  { id: id(6), kind: 'button', label: 'Sign in', href: '/sign-in' },
]

const docOf = (paragraphs: readonly string[]) => fromMarkdown(paragraphs.map(plain).join('\n\n'))

/** What a group is called is no markup. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
