import { expect, test } from 'vitest'
import { aRandomDocument } from './factories.ts'
import { keepIds, knownIds, withIds } from './ids.ts'
import type { DocJson } from './json.ts'
import { fromMarkdown, toMarkdown } from './markdown.ts'
import { schema } from './schema.ts'

function named(markdown: string): DocJson {
  let count = 0
  return withIds(fromMarkdown(markdown), () => `id${++count}`)
}

/** The ids of the outermost blocks, `-` for none. */
function outer(doc: DocJson): string {
  return (doc.content ?? []).map((block) => block.attrs?.['id'] ?? '-').join(' ')
}

function allIds(doc: DocJson): string[] {
  const own = doc.attrs?.['id']
  return [...(typeof own === 'string' ? [own] : []), ...(doc.content ?? []).flatMap(allIds)]
}

test('every block gets an id, and keeps the one it has', () => {
  const doc = named('a\n\n- b\n- c\n\n| d |\n| --- |')
  const again = withIds(doc, () => 'new')

  expect(new Set(allIds(doc)).size).toBe(10)
  expect(again).toEqual(doc)
  expect(() => schema.nodeFromJSON(doc).check()).not.toThrow()
})

test('an id that stands twice is given anew to the second', () => {
  const twice: DocJson = {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { id: 'x' } },
      { type: 'paragraph', attrs: { id: 'x' } },
    ],
  }

  expect(outer(withIds(twice, () => 'y'))).toBe('x y')
})

const before =
  '## Aims\n\nWe ask the minister to fund councils properly.\n\nA second paragraph stands here.\n\nThe end.'

test.each([
  ['nothing changed', before, 'id1 id2 id3 id4'],
  ['a paragraph was put in', before.replace('A second', 'Something wholly new.\n\nA second'), 'id1 id2 - id3 id4'],
  [
    'a paragraph was edited',
    before.replace('fund councils properly', 'fund all councils properly and soon'),
    'id1 id2 id3 id4',
  ],
  ['a paragraph went', before.replace('A second paragraph stands here.\n\n', ''), 'id1 id2 id4'],
  ['a paragraph was rewritten', before.replace('A second paragraph stands here.', 'Nothing like it.'), 'id1 id2 - id4'],
  [
    'a paragraph moved',
    '## Aims\n\nThe end.\n\nWe ask the minister to fund councils properly.\n\nA second paragraph stands here.',
    'id1 id4 id2 id3',
  ],
  ['a heading became a paragraph', before.replace('## Aims', 'Aims'), '- id2 id3 id4'],
])('blocks keep their ids when %s', (_what, after, ids) => {
  expect(outer(keepIds(named(before), fromMarkdown(after)))).toBe(ids)
})

test('a block that brings its own id keeps it, and no other gets it', () => {
  const after = fromMarkdown(before)
  const [heading, ...rest] = after.content ?? []
  const own: DocJson = {
    ...after,
    content: [{ ...heading, type: 'heading', attrs: { ...heading?.attrs, id: 'id3' } }, ...rest],
  }

  expect(outer(keepIds(named(before), own))).toBe('id3 id2 - id4')
})

test('no id is given twice, whatever became of the text', () => {
  for (let seed = 1; seed <= 150; seed++) {
    let count = 0
    const old = withIds(aRandomDocument(seed), () => `id${++count}`)
    const kept = keepIds(old, fromMarkdown(toMarkdown(aRandomDocument(seed + (seed % 3)))))

    expect(new Set(allIds(kept)).size, `seed ${seed}`).toBe(allIds(kept).length)
  }
})

test('a text that only went through Markdown keeps all its ids', () => {
  const doc = named('## A\n\n- b\n  - c\n- d\n\n> e\n>\n> -- f\n\n![g](/g.jpg)\n\n| h | i |\n| --- | --- |\n| j | j |')

  expect(keepIds(doc, fromMarkdown(toMarkdown(doc)))).toEqual(doc)
})

test('of a block that was split or copied, the part most like the old one keeps its id, and ids of elsewhere go', () => {
  const block = (id: string | null, text: string, type = 'paragraph') => ({
    type,
    attrs: { id },
    content: text === '' ? [] : [{ type: 'text', text }],
  })
  const old = { type: 'doc', content: [block('1', 'Carers wait for a year'), block('2', 'Councils do not know')] }

  const after = knownIds(old, {
    type: 'doc',
    content: [
      block('2', ''),
      block('1', 'Carers'),
      block('1', 'wait for a year'),
      block('2', 'Councils do not know', 'heading'),
      block('9', 'x'),
    ],
  })

  expect(after.content?.map(({ attrs }) => attrs?.['id'])).toEqual([null, null, '1', '2', null])
})
