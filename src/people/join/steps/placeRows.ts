import { nameOf } from '../../places/lists.ts'
import type { Answers } from '../answers.ts'

/** Constituency and council in words, for the list of answers. */
export const placeRows = ({ constituency, council }: Answers): readonly (readonly [string, string])[] => [
  ['Constituency', (constituency && nameOf(constituency)) || 'Left open'],
  ['Council', (council && nameOf(council)) || 'Left open'],
]
