import { expect, test } from 'vitest'
import { slugify } from './slugs.ts'

test('a title becomes a short plain address', () => {
  expect(slugify('An open meeting: November 2017')).toBe('an-open-meeting-november-2017')
  expect(slugify('Members’ café & "Œuvre" – straße/Łódź')).toBe('members-cafe-oeuvre-strasse-lodz')
  expect(slugify('  50% of £1,000  ')).toBe('50-of-1-000')
  expect(slugify('Вода и почва')).toBe('вода-и-почва')
})

test('a long title is cut between words, a long word within', () => {
  const slug = slugify('clean water '.repeat(20))

  expect(slug).toBe('clean-water-clean-water-clean-water-clean-water-clean-water-clean-water-clean')
  expect(slugify('a'.repeat(200))).toBe('a'.repeat(80))
})

test('an address is never empty and never one that is taken', () => {
  expect(slugify('')).toBe('untitled')
  expect(slugify('?! …')).toBe('untitled')
  expect(slugify('Office', ['office'])).toBe('office-2')
  expect(slugify('Office', ['office', 'office-2'])).toBe('office-3')
})
