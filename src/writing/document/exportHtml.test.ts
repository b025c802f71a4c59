import { expect, test } from 'vitest'
import { aRandomDocument } from './factories.ts'
import { fromHtml } from './fromHtml.ts'
import type { DocJson } from './json.ts'
import { fromMarkdown } from './markdown.ts'
import { normalise } from './normal.ts'
import { sameText } from './sameText.ts'
import { toHtml } from './toHtml.ts'

const backAgain = (doc: DocJson): DocJson => fromHtml(toHtml(doc, { form: 'export' }), { paragraphs: 'html' }).doc

test('any document that leaves as HTML for an export comes back the same', () => {
  const strayed: number[] = []
  for (let seed = 1; seed <= 1_500; seed++) {
    const doc = normalise(aRandomDocument(seed))
    if (!sameText(doc, backAgain(doc))) strayed.push(seed)
  }
  expect(strayed).toEqual([])
})

test('what WordPress would run as a shortcode stays the words somebody wrote', () => {
  const doc = fromMarkdown('See \\[gallery\\] and [a link](https://example.org/?x=[1]) ^[Note [sic]]')

  const html = toHtml(doc, { form: 'export' })

  expect(html).not.toContain('[')
  expect(sameText(doc, backAgain(doc))).toBe(true)
})

test('each block stands in the comments that WordPress’s editor knows', () => {
  const html = toHtml(fromMarkdown('## A\n\nb\n\n----more----\n\n### C\n\n- d'), { form: 'export' })

  expect(html.match(/<!-- [^>]+ -->/g)).toEqual([
    '<!-- wp:heading -->',
    '<!-- /wp:heading -->',
    '<!-- wp:paragraph -->',
    '<!-- /wp:paragraph -->',
    '<!-- wp:more -->',
    '<!-- /wp:more -->',
    '<!-- wp:heading {"level":3} -->',
    '<!-- /wp:heading -->',
    '<!-- wp:html -->',
    '<!-- /wp:html -->',
  ])
})

test('text copied from a page of ours keeps its footnotes', () => {
  const doc = fromMarkdown('One^[First, [here](/a)] two^[Second]\n\n## Three^[Third]')

  expect(sameText(fromHtml(toHtml(doc), { paragraphs: 'wordpress' }).doc, doc)).toBe(true)
})

test('two texts are the same whatever their blocks are called, and not when a word, a mark or an address differs', () => {
  const doc = fromMarkdown('a **b** [c](/d)')
  const named: DocJson = { ...doc, content: doc.content!.map((block) => ({ ...block, attrs: { id: 'x' } })) }

  expect(sameText(doc, named)).toBe(true)
  for (const other of ['a **b** [c](/e)', 'a *b* [c](/d)', 'a **b** [d](/d)', 'a **b** [c](/d)\n\ne'])
    expect(sameText(doc, fromMarkdown(other)), other).toBe(false)
})
