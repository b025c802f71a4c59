import { expect, test } from 'vitest'
import { aRandomDocument } from './factories.ts'
import type { DocJson } from './json.ts'
import { fromMarkdown, readMarkdown, toMarkdown } from './markdown.ts'
import { normalise } from './normal.ts'

const SEED = Number(process.env['SEED'] ?? 20_261_122)
const DOCUMENTS = 2_000

const doc = (...content: DocJson[]): DocJson => ({ type: 'doc', content })
const paragraph = (...content: DocJson[]): DocJson => ({ type: 'paragraph', content })
const text = (words: string, ...marks: string[]): DocJson => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})

test(`nothing is lost on the way through Markdown and back (${DOCUMENTS} documents from seed ${SEED})`, () => {
  for (let seed = SEED; seed < SEED + DOCUMENTS; seed++) {
    const written = aRandomDocument(seed)

    const back = fromMarkdown(toMarkdown(written))

    // Compared as text: many times faster, and the order of attributes is fixed.
    expect(JSON.stringify(back), `seed ${seed}`).toBe(JSON.stringify(normalise(written)))
  }
}, 300_000)

test('the normal form of a document is its own normal form', () => {
  for (let seed = SEED; seed < SEED + 500; seed++) {
    const normal = normalise(aRandomDocument(seed))

    expect(normalise(normal), `seed ${seed}`).toEqual(normal)
  }
})

test('marks end on words, never on the blanks between them', () => {
  const bold = doc(
    paragraph(
      text('Note: ', 'strong'),
      text('come'),
      text(' ', 'em'),
      text('early ', 'strong'),
      text('please', 'strong', 'em'),
    ),
  )

  expect(toMarkdown(bold)).toBe('**Note:** come **early *please***')
})

test.each([
  '*',
  '**a**',
  '_x_',
  'snake_case',
  '# not a heading',
  '- no item',
  '1. no item',
  '> no quote',
  '| a | b |',
  '[x](y)',
  '![x](/y)',
  'back\\slash',
  '<b>',
  '&amp;',
  '&copy;',
  '😀 ŵ',
  '----more----',
  '{lang=cy}',
  '{gallery}',
  '{|',
  '-- nobody',
  'https://example.org/',
  '```',
  '~~~',
  '***',
  '^[no note]',
  'a!',
  '\\*',
  '2026) x',
  '<https://example.org>',
])('the words %j stay words', (words) => {
  const written = doc(
    paragraph(text(words)),
    { type: 'heading', attrs: { level: 2 }, content: [text(words)] },
    { type: 'bullet_list', content: [{ type: 'list_item', content: [paragraph(text(words))] }] },
  )

  expect(fromMarkdown(toMarkdown(written))).toEqual(normalise(written))
})

test.each([
  ['marks', 'a **b** *c* ~~d~~ `e` H<sub>2</sub>O x<sup>2</sup>'],
  ['a bold word beside a letter', 'un<b>(bold)</b>ed'],
  ['links', '[the *paper*](/paper) and <https://example.org/>'],
  ['headings', '## A\n\n### B\n\n#### C'],
  ['lists', '- a\n- b\n  1. c\n  2. d'],
  ['loose lists', '3. a\n\n   b\n\n4. c'],
  ['quotations', '> a\n>\n> > b\n>\n> -- Ann'],
  ['line breaks', 'one\ntwo'],
  ['a short table', '| Year | Gifts |\n| --- | --- |\n| 2025 | £15 \\| **cash** |\n|  | x |'],
  ['a table with a caption', '{caption=By year}\n| Year |\n| --- |\n| 2025 |'],
  ['a long table', '{|\n!{2 columns} Head\n|-\n| - a\n  - b\n|{3 rows} one\n  two\n\n  three\n|\n|}'],
  ['pictures', '![A hall](/a.jpg "The *hall*, \\"full\\""){640x480}'],
  ['linked pictures', '[![](/a.jpg)](/b.jpg)'],
  ['a gallery', '{gallery}\n![A](/a.jpg)\n{lang=cy}\n![B](/b.jpg "Dau")\n{/gallery}'],
  ['embeds', 'https://example.org/film "Our \\"day\\""\n\n{embed /day.mp4}'],
  ['notes', 'Said so.^[In *Hansard*, [column 12](https://example.org/)]'],
  ['the more break', 'a\n\n----more----\n\nb'],
  ['languages', '{lang=cy}\nCroeso\n\n{lang=cy}\n- dŵr'],
  ['code', '```\na\n\n  b ``\n```'],
  ['lists beside each other', '- a\n\n+ b\n\n1. c\n\n1) d'],
])('%s are written as they are read', (_what, markdown) => {
  expect(toMarkdown(fromMarkdown(markdown))).toBe(markdown)
})

test.each([
  ['# Title', '## Title'],
  ['a\\\nb', 'a\nb'],
  ['* a\n* b', '- a\n- b'],
  ['words ![A](/a.jpg "Cap") more', 'words\n\n![A](/a.jpg "Cap")\n\nmore'],
  ['__a__ _b_', '**a** *b*'],
  ['-- more --', '----more----'],
  ['{gallery}\nwords', '\\{gallery}\nwords'],
  ['{lang=cy}', '\\{lang=cy}'],
  ['{|\n| a\nno end', '\\{|\n\\| a\nno end'],
  ['    four spaces', 'four spaces'],
  ['a\n---', 'a\n\n***'],
  ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
])('%j is understood', (typed, expected) => {
  expect(toMarkdown(fromMarkdown(typed))).toBe(expected)
})

test('an unsafe address loses its link and is told', () => {
  const { doc: read, lost } = readMarkdown('[a](javascript:alert%281%29) ![b](data:x) <javascript:x>')

  expect(toMarkdown(read)).toBe('a b javascript:x')
  expect(lost.map(({ kind }) => kind)).toEqual(['unsafe-link', 'unsafe-picture', 'unsafe-link'])
})

test('an empty document is an empty text', () => {
  expect(toMarkdown(fromMarkdown(''))).toBe('')
  expect(fromMarkdown('').content).toHaveLength(1)
})

test.each([
  ['tags', '<b>'.repeat(20_000)],
  ['closed tags', '<b>'.repeat(5_000) + '</b>'.repeat(5_000)],
  ['notes', '^['.repeat(20_000)],
  ['stars', '*a '.repeat(20_000)],
  ['quotes', '>'.repeat(20_000)],
  ['items', '- '.repeat(10_000)],
  ['tables', '{|\n'.repeat(10_000)],
  ['tables in tables', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}| {|`).join('\n')],
  ['galleries', '{gallery}\n'.repeat(10_000)],
])(
  'thousands of %s are read without harm',
  (_what, markdown) => {
    expect(() => fromMarkdown(markdown)).not.toThrow()
  },
  60_000,
)
