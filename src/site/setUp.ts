import { newToken } from '../platform/secret.ts'
import type { Services } from '../platform/services.ts'

/** The one-time way in to a fresh installation: known only to whoever has its terminal. */
export interface SetUp {
  /** '/set-up/<token>'. */
  readonly path: string
  /** Whether it may still be used: only until there is a group. */
  isOpen(): boolean
}

export function makeSetUp({ groups }: Pick<Services, 'groups'>): SetUp {
  const path = `/set-up/${newToken()}`
  return { path, isOpen: () => groups.all.length === 0 }
}
