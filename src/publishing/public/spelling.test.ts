import { expect, test } from 'vitest'
import { nearest } from './spelling.ts'

test.each([
  ['privitisation', ['privatisation', 'privation', 'visitation'], 'privatisation'],
  ['minster', ['ministry', 'ministers', 'monster'], 'monster'],
  ['salray', ['solar', 'salary'], 'salary'],
  ['zanzibr', ['zanzibar'], 'zanzibar'],
  ['goverment', ['government', 'movement'], 'government'],
])('%s was meant to be one of %j: %s', (typed, words, meant) => {
  expect(nearest(typed, words)).toBe(meant)
})

test('a word unlike all others is left as it is', () => {
  expect(nearest('xylophone', ['telephone', 'phone'])).toBeUndefined()
  expect(nearest('care', ['scar', 'rear', 'wars'])).toBeUndefined()
  expect(nearest('anything', [])).toBeUndefined()
})
