import type { Sample } from '../platform/slice.ts'

/** A link's page is reached with a token nobody holds, and says so. */
export const samples = async (): Promise<readonly Sample[]> => [
  { route: '/sign-in', address: '/sign-in', as: 'visitor' },
  { route: '/sign-in/code', address: '/sign-in/code', as: 'visitor' },
  { route: '/sign-in/link/:token{[A-Za-z0-9_-]{20,100}}', address: `/sign-in/link/${'x'.repeat(43)}`, as: 'visitor' },
  { route: '/office/officers', address: '/office/officers', as: 'officer' },
]
