import type { BlockOf } from './block.ts'
import { place } from '../sending/places.ts'

/** Where an ask is answered: a page with the answer chosen, which keeps nothing before its button is pressed. */
export const answerAddress = ({ id }: Pick<BlockOf<'ask'>, 'id'>, says?: 'yes' | 'no'): string =>
  `${place('answers')}?ask=${id}${says ? `&say=${says}` : ''}`
