import { expect, test } from 'vitest'
import { aRandomDocument } from './factories.ts'
import { headings } from './headings.ts'
import type { DocJson } from './json.ts'
import { fromMarkdown } from './markdown.ts'
import { toHtml } from './toHtml.ts'
import type { ToHtmlOptions } from './toHtml.ts'

function show(markdown: string, options: ToHtmlOptions = {}): string {
  return toHtml(fromMarkdown(markdown), options).replaceAll('\n', '')
}

test.each([
  ['words', 'a **b *c*** `d`\ne', '<p>a <strong>b <em>c</em></strong> <code>d</code><br>e</p>'],
  [
    'links to other sites',
    '[a](https://example.org/?x=1&y=2)',
    '<p><a href="https://example.org/?x=1&amp;y=2" rel="noopener">a</a></p>',
  ],
  ['links within the site', '[a](/b)', '<p><a href="/b">a</a></p>'],
  ['tight lists', '- a\n  1. b', '<ul><li>a<ol><li>b</li></ol></li></ul>'],
  ['loose lists', '3. a\n\n   b', '<ol start="3"><li><p>a</p><p>b</p></li></ol>'],
  ['quotations', '> a\n>\n> -- Ann', '<blockquote><p>a</p><p class="source"><cite>Ann</cite></p></blockquote>'],
  ['code', '```\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
  ['another language', '{lang=cy}\nCroeso', '<p lang="cy">Croeso</p>'],
  [
    'embeds',
    'https://www.example.org/film "Our day"',
    '<p class="embed"><a href="https://www.example.org/film" rel="noopener">Our day</a> <span class="embed-site">example.org</span></p>',
  ],
  [
    'a gallery',
    '{gallery}\n![A](/a.jpg)\n{/gallery}',
    '<ul class="gallery"><li><figure><img src="/a.jpg" alt="A" loading="lazy"></figure></li></ul>',
  ],
])('%s', (_what, markdown, html) => {
  expect(show(markdown)).toBe(html)
})

test('a table stands in a region that the keyboard can scroll, named by its caption', () => {
  expect(show('{caption=Gifts}\n| Year | Sum |\n| --- | --- |\n| 2025 | £15 |')).toBe(
    '<div class="table-scroll" role="region" tabindex="0" aria-label="Gifts"><table><caption>Gifts</caption><thead><tr><th scope="col">Year</th><th scope="col">Sum</th></tr></thead><tbody><tr><td>2025</td><td>£15</td></tr></tbody></table></div>',
  )
  expect(show('{|\n! Year\n|{2 columns, 3 rows} 2025\n|}')).toContain(
    'aria-label="Table"><table><tbody><tr><th scope="row">Year</th><td colspan="2" rowspan="3">2025</td>',
  )
})

test('headings have ids of their words, each once, that the table of contents knows', () => {
  const doc = fromMarkdown('## What we ask\n\n### Tŷ’r Cyffredin\n\n## What we ask\n\n## Main\n\n## £?')

  const found = headings(doc, 'p1-')

  expect(found.map(({ id }) => id)).toEqual([
    'p1-what-we-ask',
    'p1-tyr-cyffredin',
    'p1-what-we-ask-2',
    'p1-main-2',
    'p1-section',
  ])
  for (const { id } of found) expect(toHtml(doc, { idPrefix: 'p1-' })).toContain(` id="${id}"`)
  expect(toHtml(doc, { headingOffset: 3 })).toContain('<h6 id="tyr-cyffredin">')
})

test('footnotes are numbered and lead there and back', () => {
  const html = show('One^[First, [here](/a)] two^[Second]')

  expect(html).toContain('One<sup class="footnote"><a id="fnref-1" href="#fn-1" aria-label="Note 1">1</a></sup> two')
  expect(html).toContain(
    '<li id="fn-1">First, <a href="/a">here</a> <a href="#fnref-1" aria-label="Back to the text at note 1">↩</a></li><li id="fn-2">',
  )
})

test('pictures load late and show the file the page has, at its size', () => {
  expect(show('[![A](/a.jpg "Cap"){640x480}](/b)')).toBe(
    '<figure><a href="/b"><img src="/a.jpg" alt="A" width="640" height="480" loading="lazy"></a><figcaption>Cap</figcaption></figure>',
  )
  expect(
    show('![A](/a.jpg)', {
      image: (src) => ({ src: `/files${src}`, width: 10, height: 5, srcset: '/files/a2.jpg 20w' }),
    }),
  ).toContain(
    '<img src="/files/a.jpg" srcset="/files/a2.jpg 20w" sizes="(min-width: 45rem) 42rem, 100vw" alt="A" width="10" height="5" loading="lazy">',
  )
})

test('an extract ends at the more break; the whole text does not show it', () => {
  expect(show('a\n\n----more----\n\nb', { upTo: 'more' })).toBe('<p>a</p>')
  expect(show('a\n\n----more----\n\nb')).toBe('<p>a</p><p>b</p>')
  expect(show('a', { upTo: 'more' })).toBe('<p>a</p>')
})

test('a stored document that was tampered with shows no markup and no unsafe address', () => {
  const forged: DocJson = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { lang: '"><script>' },
        content: [
          {
            type: 'text',
            text: '<script>',
            marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }, { type: 'onclick' }],
          },
        ],
      },
      { type: 'figure', attrs: { src: 'data:text/html,x', alt: '' } },
      {
        type: 'figure',
        attrs: { src: '/a.jpg', alt: '" onerror="alert(1)', href: 'javascript:x', width: '1" onload="x' },
      },
      { type: 'embed', attrs: { url: 'javascript:x' } },
      { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
    ],
  }

  const html = toHtml(forged)

  expect(html).toBe(
    '<p lang="&quot;&gt;&lt;script&gt;"><a>&lt;script&gt;</a></p>\n<figure><a><img src="/a.jpg" alt="&quot; onerror=&quot;alert(1)" loading="lazy"></a></figure>\n',
  )
})

test('no document makes a tag or an attribute that is not ours', () => {
  const tags =
    /^(?:\/?(?:p|h[2-4]|ul|ol|li|blockquote|cite|pre|code|div|table|caption|thead|tbody|tr|th|td|figure|figcaption|a|strong|em|s|sup|sub|span|section)|img|br|hr)$/
  const attributes =
    /^(?:id|class|href|rel|lang|start|src|alt|width|height|loading|role|tabindex|scope|colspan|rowspan|aria-label)$/
  for (let seed = 1; seed <= 300; seed++) {
    const html = toHtml(aRandomDocument(seed))
    for (const [, tag = '', rest = ''] of html.matchAll(/<([^\s>]+)([^>]*)>/g)) {
      expect(tag, `seed ${seed}`).toMatch(tags)
      for (const [, name = ''] of rest.matchAll(/([^\s="]+)="[^"]*"/g)) expect(name, `seed ${seed}`).toMatch(attributes)
      expect(rest.replace(/ [^\s="]+="[^"<>]*"/g, ''), `seed ${seed}`).toBe('')
    }
  }
})
