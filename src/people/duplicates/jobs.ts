import { enqueue, type Job } from '../../platform/jobs.ts'
import type { Act } from '../../platform/act.ts'
import { FIRST, lookOn } from './duplicates.ts'

/** Nightly: records that may be one person's. Each piece of the register is an act of its own, so that nobody waits for it. */
export const findDuplicates: Job<Record<never, never>> = {
  name: 'people.find_duplicates',
  run: async ({ act }) => {
    let after: string | null = FIRST
    while (after !== null) {
      const from: string = after
      after = await act((a) => lookOn(a, from))
    }
  },
}

/** As much as a page may take at once. */
const PIECES = 4

/** Looks while somebody waits; what takes longer goes on behind their back. Says whether it is done. */
export async function lookNow(act: Act): Promise<boolean> {
  let after: string | null = FIRST
  for (let piece = 0; piece < PIECES && after !== null; piece++) after = await lookOn(act, after)
  if (after !== null) await enqueue(act, { job: findDuplicates, payload: {}, key: findDuplicates.name })
  return after === null
}
