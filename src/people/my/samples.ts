import type { Sample } from '../../platform/slice.ts'
import { EMAIL_CONFIRM } from './routes.tsx'

const mine = ['/my/details', '/my/places', '/my/email', '/my/choices', '/my/readings', '/my/leaving']

export const myPrefixes: readonly string[] = [...mine, '/my/left']

/** A link's page is reached with a token nobody holds, and says so. */
export const mySamples: readonly Sample[] = [
  ...mine.map((address) => ({ route: address, address, as: 'officer' as const })),
  { route: '/my/left', address: '/my/left', as: 'visitor' },
  { route: EMAIL_CONFIRM, address: `/my/email/confirm/${'x'.repeat(43)}`, as: 'visitor' },
]
