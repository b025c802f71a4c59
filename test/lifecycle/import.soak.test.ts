import { expect, test } from 'vitest'
import { troubleAfterImportKills } from './imports.ts'

/** Milliseconds. What `programs.ts` allows is for one start or two. */
const LONGEST = 2_400_000

test(
  'twenty imports killed at random moments are all taken up again, and the site is whole each time',
  async () => {
    expect(await troubleAfterImportKills(20)).toEqual([])
  },
  LONGEST,
)
