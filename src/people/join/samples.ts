import type { Sample } from '../../platform/slice.ts'
import { CONFIRM, STEP } from './routes.tsx'

/** Pages after the first lead back to it whoever has answered nothing. */
export const joinSamples: readonly Sample[] = [
  { route: '/join', address: '/join', as: 'visitor' },
  { route: STEP, address: '/join/name', as: 'visitor' },
  { route: '/join/check', address: '/join/check', as: 'visitor' },
  { route: '/join/sent', address: '/join/sent', as: 'visitor' },
  { route: '/join/welcome', address: '/join/welcome', as: 'visitor' },
  { route: CONFIRM, address: `/join/confirm/${'x'.repeat(43)}`, as: 'visitor' },
]
