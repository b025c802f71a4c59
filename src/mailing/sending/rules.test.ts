import { expect, test } from 'vitest'
import { standBack } from './rules.ts'

test.each([
  ['with nobody on the website', 0, 0],
  ['with a reader now and then', 3, 3],
  ['with a crowd', 4000, 100],
])('%s (%d pages), letters stand back for %d ms', (_, pages, ms) => {
  expect(standBack(pages)).toBe(ms)
})
