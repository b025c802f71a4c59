import { day } from '../../../ui/words.ts'

/** '2026-12-03' → "3 December 2026" */
export const civilDay = (civil: string): string => day(new Date(`${civil}T12:00:00Z`), 'UTC')
