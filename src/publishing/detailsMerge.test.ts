import { expect, test } from 'vitest'
import type { Details } from './details.ts'
import { mergedDetails } from './detailsMerge.ts'

const seen = { slug: 'pay', excerpt: 'Old', pinned: false, termIds: ['work', 'news'] } as unknown as Details

test('what another officer changed stays, and so does what I changed', () => {
  const now = { ...seen, excerpt: 'Theirs' }

  expect(mergedDetails({ ...seen, pinned: true }, { seen, now })).toMatchObject({ excerpt: 'Theirs', pinned: true })
})

test('what both changed goes to the one who saved later', () => {
  const now = { ...seen, excerpt: 'Theirs' }

  expect(mergedDetails({ ...seen, excerpt: 'Mine' }, { seen, now })).toMatchObject({ excerpt: 'Mine' })
})

test('terms that one added and another took away are each as they wanted', () => {
  const now = { ...seen, termIds: ['work', 'letters'] }

  expect(mergedDetails({ ...seen, termIds: ['work', 'news', 'press'] }, { seen, now }).termIds).toEqual([
    'work',
    'press',
    'letters',
  ])
})

test('a form that does not say what it showed is taken at its word', () => {
  expect(mergedDetails({ excerpt: 'Mine' }, { seen: {}, now: seen })).toEqual({ excerpt: 'Mine' })
})
