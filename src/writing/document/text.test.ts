import { expect, test } from 'vitest'
import { fromMarkdown } from './markdown.ts'
import { excerpt, plainText, readingMinutes, shortened, wordCount } from './text.ts'

test.each([
  ['Members don’t re-elect officers', 4],
  ["She's £1,842.50 short, 3.5% of it", 6],
  ['- one\n- two\n  1. three', 3],
  ['| a | b |\n| --- | --- |\n| c | d |', 4],
  ['Said so.^[These words do not count]', 2],
  ['un**believ**able', 1],
  ['one\ntwo', 2],
  ['## A heading\n\n> Quoted\n>\n> -- Ann', 4],
  ['Mae’r dŵr yn oer', 4],
  ['![not counted](/a.jpg "a caption")', 2],
  ['', 0],
  ['— … & *', 0],
])('%j has %i words', (markdown, count) => {
  expect(wordCount(fromMarkdown(markdown))).toBe(count)
})

test('plain text has a line for each item and an empty line between blocks', () => {
  expect(plainText(fromMarkdown('## T\n\na **b**^[note]\nc\n\n- d\n  - e\n\n| f | g |\n| --- | --- |'))).toBe(
    'T\n\na b c\n\nd\ne\n\nf\ng',
  )
})

test('an extract is what stands before the more break', () => {
  expect(excerpt(fromMarkdown('## Title\n\nFirst.\n\nSecond.\n\n----more----\n\nThird.'), 200)).toBe('First. Second.')
})

test('without a break it is the beginning, cut at a word', () => {
  const doc = fromMarkdown('## Title\n\nMembers met in Westminster, and agreed.\n\n![A](/a.jpg)\n\nThen they left.')

  expect(excerpt(doc, 200)).toBe('Members met in Westminster, and agreed. Then they left.')
  expect(excerpt(doc, 28)).toBe('Members met in Westminster…')
  expect(excerpt(doc, 27)).toBe('Members met in Westminster…')
  expect(excerpt(doc, 26)).toBe('Members met in…')
})

test('a cut text is never longer than asked, even when it is one word', () => {
  expect(shortened('abcdefgh', 5)).toBe('abcd…')
  expect(shortened('abc', 3)).toBe('abc')
  expect(shortened('aaa😀😀', 5)).toBe('aaa…')
})

test('reading takes at least a minute', () => {
  expect(readingMinutes(fromMarkdown('One'))).toBe(1)
  expect(readingMinutes(fromMarkdown('word '.repeat(660)))).toBe(3)
})
