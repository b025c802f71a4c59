import type { ChipTone } from '../../ui/Chip.tsx'
import type { LetterState } from '../sending/letters.ts'
import type { LetterKind } from '../sending/rules.ts'

export const stateNames: Readonly<Record<LetterState, string>> = {
  draft: 'Draft',
  scheduled: 'Waits for its time',
  sending: 'Being sent',
  paused: 'Paused',
  stopped: 'Stopped',
  sent: 'Sent',
}
export const stateTones: Readonly<Record<LetterState, ChipTone>> = {
  draft: 'plain',
  scheduled: 'info',
  sending: 'go',
  paused: 'warn',
  stopped: 'bad',
  sent: 'ok',
}
export const kindNames: Readonly<Record<LetterKind, string>> = {
  newsletter: 'Newsletter',
  notice: 'Notice',
  still_right: 'Asks once',
}

/** Whom a letter is for when no view was chosen. */
export const EVERYBODY: Readonly<Record<LetterKind, string>> = {
  newsletter: 'Everybody who gets newsletters',
  notice: 'Everybody who gets notices',
  still_right: 'Whoever came with a list and was never asked',
}
