import { expect, test } from 'vitest'
import { partsOf, sortedAs, sortKey } from './parts.ts'

test.each([
  ['Ann Bell', 'Bell, Ann'],
  ['Bell, Ann', 'Bell, Ann'],
  ['  Ann   Bell ', 'Bell, Ann'],
  ['Mary Jane van der Berg', 'van der Berg, Mary Jane'],
  ['Walter de la Mare', 'de la Mare, Walter'],
  ['Seán Ó Súilleabháin', 'Ó Súilleabháin, Seán'],
  ['Chloé St. John-Smith', 'St. John-Smith, Chloé'],
  ['Siân Llŷr-Griffiths', 'Llŷr-Griffiths, Siân'],
  ['Dr Ann Bell', 'Bell, Ann'],
  ['The Rt Hon. Dame Ann Bell DBE MP', 'Bell, Ann'],
  ['Bell, Mrs Ann', 'Bell, Ann'],
  ['"Bob" Smith, Jr', 'Smith, "Bob"'],
  ['Ann Bell, Ph.D.', 'Bell, Ann'],
  ['Yo-Yo Ma', 'Ma, Yo-Yo'],
  ['Van Morrison', 'Morrison, Van'],
  ['Björk', 'Björk'],
  ['Lady', 'Lady'],
  ['Ли Иванова', 'Иванова, Ли'],
  ['李 小龙', '李, 小龙'],
  ['李小龙', '李小龙'],
  ['김 민준', '김, 민준'],
  ['محمد علي', 'علي, محمد'],
])('%s stands in a list as %s', (name, listed) => {
  expect(sortedAs(name)).toBe(listed)
})

test('people sort by surname, whatever their accents, capitals and apostrophes', () => {
  const people = ['Zoë D’Arcy', 'Ann Óg', 'Ann o’brien', 'Bea O’Brien', 'Łukasz Zieliński', 'Cy Darby', 'Ada Éluard']

  expect(people.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    'Cy Darby',
    'Zoë D’Arcy',
    'Ada Éluard',
    'Ann o’brien',
    'Bea O’Brien',
    'Ann Óg',
    'Łukasz Zieliński',
  ])
})

test('a name of nothing but signs is still sorted, and none is empty', () => {
  expect(sortKey('💐')).toBe('💐')
  expect(partsOf('')).toMatchObject({ given: '', family: '' })
  expect(partsOf(', ,')).toMatchObject({ given: '', family: '' })
})

test('a name of three hundred characters is taken apart like any other', () => {
  const long = 'Ann '.repeat(74) + 'Bell'

  expect(long).toHaveLength(300)
  expect(partsOf(long).family).toBe('Bell')
})
