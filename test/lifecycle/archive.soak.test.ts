import { expect, test } from 'vitest'
import { troubleAfterArchiveKills, troubleAfterRestoreKills } from './archives.ts'

test('twenty archives killed at random moments leave no half one under its name', async () => {
  expect(await troubleAfterArchiveKills(20)).toEqual([])
})

test('twenty restores killed at random moments leave the whole group or nothing', async () => {
  expect(await troubleAfterRestoreKills(20)).toEqual([])
})
