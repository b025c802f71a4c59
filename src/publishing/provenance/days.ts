import { day } from '../../ui/words.ts'

/** A civil day in words: '2026-03-03' is "3 March 2026". */
export const plainDay = (on: string): string => day(new Date(`${on}T12:00:00Z`), 'UTC')
