import { expect, test } from 'vitest'
import { troubleAfterImportKills } from './imports.ts'

test(
  'an import whose program is killed is taken up again by itself, and the site is whole each time',
  { timeout: 600_000 },
  async () => {
    expect(await troubleAfterImportKills(2)).toEqual([])
  },
)
