import { expect, test } from 'vitest'
import { troubleAfterImportKills } from './imports.ts'

test('twenty imports killed at random moments are all taken up again, and the site is whole each time', async () => {
  expect(await troubleAfterImportKills(20)).toEqual([])
})
