import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DocJson } from './json.ts'
import { fromHtml } from './fromHtml.ts'
import { toMarkdown } from './markdown.ts'
import { pastedDocument } from './pasted.ts'
import { wordsOnly } from './wordsOnly.ts'

const pasted = (html: string): string => toMarkdown(pastedDocument(html, 'https://group.example').doc)

test('Word’s paragraphs become lists, its bold stays, and its signs, styles and local pictures are gone', () => {
  const word = readFileSync(new URL('../../publishing/office/fromWord.html', import.meta.url), 'utf8')

  expect(pasted(word).split('\n').filter(Boolean)).toEqual([
    '## What we would do',
    '1. Write the request down',
    expect.stringMatching(/^ +- with its \*\*date\*\*$/),
    '2. Answer in 28 days',
    'Councils agree.',
  ])
})

test('the wrapper that Google Docs puts around everything makes nothing bold', () => {
  const docs =
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-size:20pt">Why</span></h1>' +
    '<p dir="ltr"><span style="font-weight:400">Plain and </span><span style="font-weight:700">bold</span></p></b>'

  expect(pasted(docs)).toBe('## Why\n\nPlain and **bold**')
})

test('what Word says of other scripts is not said of ours', () => {
  const { doc } = fromHtml(
    '<p><span style="mso-bidi-font-weight:bold">plain</span> <b style="mso-bidi-font-weight:normal">bold</b></p>',
    { paragraphs: 'html' },
  )

  expect(toMarkdown(doc)).toBe('plain **bold**')
})

test('only pictures of this website are pasted, wherever they stand', () => {
  const html =
    '<figure><img src="https://group.example/files/a.jpg" alt="A"></figure><table><tr><td><img src="https://x.example/b.jpg" alt="B">b</table>' +
    '<img src="//x.example/c.jpg" alt="C"><img src="https://group.example//x.example/d.jpg" alt="D">'

  const { doc, lost } = pastedDocument(html, 'https://group.example')

  expect(JSON.stringify(doc).match(/"src":"[^"]*"/g)).toEqual(['"src":"/files/a.jpg"'])
  expect(lost.filter(({ kind }) => kind === 'foreign-picture')).toHaveLength(3)
})

test('of what is no document the words are kept, in order', () => {
  const paragraphs = (doc: DocJson) => doc.content?.map(({ content }) => content?.[0]?.text)
  const nested = {
    type: 'x',
    content: [{ text: 'one ' }, { text: 'two' }, { type: 'y', content: [{ text: 'three' }] }],
  }

  expect(paragraphs(wordsOnly(JSON.stringify({ content: [nested, { content: [{ text: 'four' }] }] })))).toEqual([
    'one two',
    'three',
    'four',
  ])
  expect(paragraphs(wordsOnly('{"cut'))).toEqual(['{"cut'])
  expect(paragraphs(wordsOnly('[]'))).toEqual([undefined])
})
