import { expect, test } from 'vitest'
import { findAlike, nameKeys } from './alike.ts'
import { comparable, sameName } from './likeness.ts'

const people = (...names: string[]) => names.map((name, i) => ({ id: String(i), name }))
const pairs = (...names: string[]) =>
  [...findAlike(people(...names))].map(({ one, other, likeness }) => `${one}${other} ${likeness}`)

/** Each letter left out, doubled by another, or changed. */
const slips = (word: string) =>
  Array.from(word, (_, i) => [
    word.slice(0, i) + word.slice(i + 1),
    `${word.slice(0, i)}z${word.slice(i)}`,
    `${word.slice(0, i)}z${word.slice(i + 1)}`,
  ]).flat()

test('people with alike names are found, each pair once', () => {
  expect(pairs('Ann Bell', 'Cy Wood', 'Bell, Ann', 'Anne Bell')).toEqual(['02 same', '03 near'])
  expect(pairs('Ann Bell', 'Cy Wood')).toEqual([])
})

test('a hundred people of one name are paired with the first of them, not each with each', () => {
  expect(pairs(...Array(100).fill('John Smith'))).toHaveLength(99)
})

test('one person of one name is found again, and does not meet those with two', () => {
  expect(pairs('Björk', 'Bjork', 'Bjoerk', 'Björk Bell')).toEqual(['01 same', '02 near'])
})

test.each([
  ['Ann Smith', 'Ann Smyth'],
  ['Catherine Bell', 'Katherine Bell'],
  ['Ann Catherwood', 'Ann Katherwood'],
  ['Jon Bell', 'John Bell'],
  ['J Smith', 'John Smith'],
  ['John Paul Smith', 'John Smith'],
  ['Smith John', 'John Smith'],
  ['Mary Jane van der Berg', 'Maryjane Vanderberg'],
  ['Ewan MacDonald', 'Ewan Mc Donald'],
  ['Siân Llŷr-Griffiths', 'Sian Llyr Griffiths'],
  ['Ann Smith', 'Ann Smiht'],
])('%s and %s meet, as they share a key', (a, b) => {
  const keys = new Set(nameKeys(comparable(a)))

  expect(sameName(a, b)).toBe(true)
  expect(nameKeys(comparable(b)).some((key) => keys.has(key))).toBe(true)
})

test('every slip of one letter in a first or last name leaves a key that is shared', () => {
  const written = [
    ...slips('martha').map((given) => `${given} woodward`),
    ...slips('woodward').map((family) => `martha ${family}`),
  ]

  const lost = written.filter((name) => pairs('martha woodward', name).length === 0)

  expect(written.length).toBeGreaterThan(40)
  expect(lost).toEqual([])
})
