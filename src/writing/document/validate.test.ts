import { expect, test } from 'vitest'
import { aRandomDocument } from './factories.ts'
import { normalise } from './normal.ts'
import { parseDoc } from './validate.ts'

const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }
const doc = (...content: unknown[]): unknown => ({ type: 'doc', content })
const linked = (href: unknown): unknown =>
  doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }] })

test('a document is given back whole', () => {
  const written = normalise(aRandomDocument(7))

  expect(parseDoc(JSON.parse(JSON.stringify(written)))).toEqual(written)
})

test.each([
  ['nothing', null],
  ['words', 'doc'],
  ['another shape', { type: 'paragraph' }],
  ['no content', { type: 'doc' }],
  ['an unknown block', doc({ type: 'script' })],
  ['an unknown mark', doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'font' }] }] })],
  ['an unsafe link', linked('javascript:alert(1)')],
  ['a link that is no text', linked({ toString: 'x' })],
  ['a picture from a local disk', doc({ type: 'figure', attrs: { src: 'file:///a.png' } })],
  ['a picture without address', doc({ type: 'figure' })],
  ['a player of another kind', doc({ type: 'embed', attrs: { url: 'javascript:x' } })],
  ['a heading of the first level', doc({ type: 'heading', attrs: { level: 1 } })],
  ['a language that is none', doc({ ...paragraph, attrs: { lang: '"><script>' } })],
  [
    'a cell over a million columns',
    doc({
      type: 'table',
      content: [
        { type: 'table_row', content: [{ type: 'table_cell', attrs: { colspan: 1e6 }, content: [paragraph] }] },
      ],
    }),
  ],
  ['an item outside a list', doc({ type: 'list_item', content: [paragraph] })],
  ['bold code', doc({ type: 'code_block', content: [{ type: 'text', text: 'a', marks: [{ type: 'strong' }] }] })],
  ['text in the wrong place', doc({ type: 'text', text: 'a' })],
  ['a list of null', doc(null)],
])('%s is no document', (_what, value) => {
  expect(() => parseDoc(value)).toThrow(/^This is not a document we can read/)
})

test('nesting without end is refused before it is walked', () => {
  let nested: unknown = paragraph
  for (let depth = 0; depth < 100_000; depth++) nested = { type: 'blockquote', content: [nested] }

  expect(() => parseDoc(doc(nested))).toThrow('more than 32 levels')
})

test('a document beyond all measure is refused', () => {
  expect(() => parseDoc({ type: 'doc', content: Array.from({ length: 200_001 }, () => paragraph) })).toThrow(
    'longer than we can keep',
  )
  expect(() => parseDoc(doc({ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(4_000_001) }] }))).toThrow(
    'longer than we can keep',
  )
})
