import { newToken } from '../platform/secret.ts'
import type { Services } from '../platform/services.ts'
import type { Founded } from './founding.ts'

/** The one-time way in to a fresh installation: known only to whoever has its terminal. */
export interface SetUp {
  /** '/set-up/<token>'. */
  readonly path: string
  /** Whether it may still be used: only until there is a group. */
  isOpen(): boolean
  /** Does the work of setting up once: a form sent twice gets the first one's result. Failed work may be tried again. */
  once(work: () => Promise<Founded>): Promise<Founded>
}

export function makeSetUp({ groups }: Pick<Services, 'groups'>): SetUp {
  const path = `/set-up/${newToken()}`
  let running: Promise<Founded> | undefined
  return {
    path,
    isOpen: () => groups.all.every(({ trialUntil }) => trialUntil !== null),
    once(work) {
      running ??= work().finally(() => (running = undefined))
      return running
    },
  }
}
