import { expect, test } from 'vitest'
import { comparable, likeness, sameName } from './likeness.ts'

const between = (a: string, b: string) => likeness(comparable(a), comparable(b))

test.each([
  ['Ann Bell', 'ANN BELL'],
  ['Ann Bell', '  ann   bell '],
  ['Ann Bell', 'Bell, Ann'],
  ['Ann Bell', 'Mrs Ann Bell OBE'],
  ['José García Márquez', 'Jose Garcia Marquez'],
  ['Zoë D’Arcy', "Zoe D'Arcy"],
  ['Zoë D’Arcy', 'Zoe Darcy'],
  ['Seán Ó Súilleabháin', 'Sean OSuilleabhain'],
  ['Siân Llŷr-Griffiths', 'Sian Llyr Griffiths'],
  ['Ewan MacDonald', 'Ewan McDonald'],
  ['Ewan MacDonald', 'Ewan Mc Donald'],
  ['Ewan MacDonald', 'MCDONALD, Ewan'],
  ['Mary Jane van der Berg', 'Maryjane Vanderberg'],
  ['Chloé St. John-Smith', 'Chloe St John Smith'],
  ['Łukasz Wiśniewski', 'Lukasz Wisniewski'],
  ['Björk', 'bjork'],
  ['Ｂｊｏｒｋ', 'Björk'],
  ['Ze\u200Bro Width\u00A0Nbsp', 'Zero Width Nbsp'],
  ['李小龙', '李 小龙'],
  ['مُحَمَّد علي', 'محمد علي'],
  ['Иван Королёв', 'иван королев'],
])('%s and %s have the same name', (a, b) => {
  expect(between(a, b)).toBe('same')
})

test.each([
  ['Jon Bell', 'John Bell', 'a letter left out'],
  ['Ann Smith', 'Ann Smyth', 'another letter'],
  ['Ann Smith', 'Ann Smiht', 'two letters swapped'],
  ['Catherine Bell', 'Katherine Bell', 'another beginning'],
  ['Ann Featherstonehaugh', 'Ann Fetherstonhaugh', 'two slips in a long name'],
  ['J Smith', 'John Smith', 'an initial'],
  ['J. P. Smith', 'John Paul Smith', 'two initials'],
  ['John Paul Smith', 'John Smith', 'a middle name left out'],
  ['Smith John', 'John Smith', 'the order, without a comma'],
  ['Иван Королев', 'Иван Каролев', 'a slip in another alphabet'],
])('%s and %s may be one person: %s', (a, b) => {
  expect(between(a, b)).toBe('near')
  expect(between(b, a)).toBe('near')
})

test.each([
  ['Bob Smith', 'Robert Smith', 'a nickname is not guessed'],
  ['Mark Bell', 'Mary Bell', 'short names with another letter are others'],
  ['Ann Bell', 'Ann Ball', 'in the surname too'],
  ['Jon Smith', 'John Smyth', 'two slips at once'],
  ['Ann Bell', 'Ben Bell', 'a family'],
  ['Ann Jane Bell', 'Ann Rose Bell', 'other middle names'],
  ['J Smith', 'Ann Smith', 'another initial'],
  ['Björk', 'Björk Guðmundsdóttir', 'one name, and two'],
  ['李 小龙', '李 小明', 'two people called Li'],
  ['राम शर्मा', 'रीमा शर्मा', 'vowel signs of Indian scripts are letters'],
  ['💐', '🌷', 'signs only'],
])('%s and %s are two people: %s', (a, b) => {
  expect(sameName(a, b)).toBe(false)
})

test('three hundred characters are compared in no time, and nothing with nothing', () => {
  const long = Array.from({ length: 60 }, (_, i) => `Ann${i}`)
    .join(' ')
    .slice(0, 300)

  expect(sameName(long, long.toUpperCase())).toBe(true)
  expect(sameName('x'.repeat(300), 'y'.repeat(300))).toBe(false)
  expect(sameName('', 'Ann Bell')).toBe(false)
})
