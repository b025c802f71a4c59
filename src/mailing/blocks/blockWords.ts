import { civilDayWords } from '../../ui/words.ts'
import { type BlockOf, NAME } from './block.ts'

/** "Dear Ann": nobody is addressed by a part of their name, because which part it is can only be guessed. */
export const greetingFor = ({ words }: Pick<BlockOf<'greeting'>, 'words'>, name: string): string =>
  words.replaceAll(NAME, name)

/** "Thursday 3 December 2026, 7pm. Online and Shrewsbury" */
export const eventWhen = ({ day, when, place }: Pick<BlockOf<'event'>, 'day' | 'when' | 'place'>): string =>
  [[civilDayWords(day), when].filter(Boolean).join(', '), place].filter(Boolean).join('. ')
