import type { Sample } from '../../platform/slice.ts'
import { PREFERENCES } from './preferenceRoutes.tsx'
import { UNSUBSCRIBE } from './unsubscribeRoutes.tsx'

const NOBODYS = 'x'.repeat(48)

/** A letter's link is reached with a token nobody holds, and says so. */
export const readerSamples: readonly Sample[] = [
  { route: UNSUBSCRIBE, address: `/letters/unsubscribe/${NOBODYS}`, as: 'visitor' },
  { route: PREFERENCES, address: `/letters/preferences/${NOBODYS}`, as: 'visitor' },
  { route: '/my/letters', address: '/my/letters', as: 'officer' },
]
