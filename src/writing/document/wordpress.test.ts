import { expect, test } from 'vitest'
import type { FromHtmlOptions } from './fromHtml.ts'
import { fromHtml } from './fromHtml.ts'
import { toMarkdown } from './markdown.ts'

function read(html: string, more: Partial<FromHtmlOptions> = {}): string {
  return toMarkdown(fromHtml(html, { paragraphs: 'wordpress', ...more }).doc)
}

function lost(html: string): string[] {
  return fromHtml(html, { paragraphs: 'wordpress' }).lost.map(({ kind, detail }) => `${kind}: ${detail}`)
}

test.each([
  [
    'blank lines make paragraphs, line ends line breaks',
    'one\ntwo\n\n \nthree <b>bold</b>\nfour',
    'one\ntwo\n\nthree **bold**\nfour',
  ],
  ['a break and its line end are one', 'one<br />\ntwo', 'one\ntwo'],
  ['line ends around blocks mean nothing', 'one\n<ul>\n<li>a</li>\n</ul>\n\ntwo', 'one\n\n- a\n\ntwo'],
  ['preformatted text keeps its lines', '<pre>a\n\n  b</pre>\nc\nd', '```\na\n\n  b\n```\n\nc\nd'],
  ['a quotation in paragraphs', '<blockquote>one\n\ntwo</blockquote>', '> one\n>\n> two'],
  ['Windows line ends', 'one\r\ntwo\r\n\r\nthree', 'one\ntwo\n\nthree'],
  ['the more mark parts a paragraph', '<p>one <!--more Read on-->two</p>', 'one\n\n----more----\n\ntwo'],
  [
    'an address alone becomes a card',
    'See:\n\nhttps://example.org/film\n\nend',
    'See:\n\nhttps://example.org/film\n\nend',
  ],
  ['text in English does not say so', '<p lang="en-GB">One</p><p lang="cy">Dau</p>', 'One\n\n{lang=cy}\nDau'],
])('classic text: %s', (_rule, html, expected) => {
  expect(read(html)).toBe(expected)
})

test.each([
  [
    '[caption]',
    '[caption id="a" width="300"]<a href="/b.jpg"><img src="/a.jpg" alt="A" /></a> The <em>hall</em>[/caption]',
    '[![A](/a.jpg "The *hall*")](/b.jpg)',
  ],
  [
    '[caption] of old',
    '[caption caption="The hall"]<img src="/a.jpg" />[/caption] after',
    '![](/a.jpg "The hall")\n\nafter',
  ],
  ['[embed]', '[embed width="4"]https://example.org/film[/embed]', 'https://example.org/film'],
  ['[video]', '[video width="4" mp4="https://example.org/a.mp4"][/video]', 'https://example.org/a.mp4'],
  ['[audio]', '[audio src="/a.mp3"]', '{embed /a.mp3}'],
  [
    '[youtube=…]',
    '[youtube=https://www.youtube.com/watch?v=abcdefghijk]',
    'https://www.youtube.com/watch?v=abcdefghijk',
  ],
  ['[youtube id]', '[youtube id="abcdefghijk"]', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ['an escaped one', 'Write [[gallery]] there', 'Write \\[gallery\\] there'],
])('the shortcode %s', (_name, html, expected) => {
  expect(read(html)).toBe(expected)
  expect(lost(html)).toEqual([])
})

const pictures = (ids: readonly string[]): { src: string; alt: string; caption: string }[] =>
  ids.map((id) => ({ src: `/files/${id}.jpg`, alt: `Picture ${id}`, caption: id === '1' ? 'First' : '' }))

test('a gallery shows the pictures that the caller knows', () => {
  expect(read('[gallery ids="1, 2"]', { pictures })).toBe(
    '{gallery}\n![Picture 1](/files/1.jpg "First")\n![Picture 2](/files/2.jpg)\n{/gallery}',
  )
  expect(lost('[gallery ids="1, 2"]')).toEqual(['gallery: [gallery ids="1, 2"]'])
})

test('an unknown shortcode stays as text and is listed; square brackets in a quotation are words', () => {
  const html = 'He said [sic] that [the Minister] agreed. [contact-form-7 id="1"] [recent_posts] [tab]inside[/tab]'

  expect(read(html)).toBe(
    'He said \\[sic\\] that \\[the Minister\\] agreed. \\[contact-form-7 id="1"\\] \\[recent\\_posts\\] \\[tab\\]inside\\[/tab\\]'.replace(
      'recent\\_posts',
      'recent_posts',
    ),
  )
  expect(lost(html)).toEqual(['shortcode: [contact-form-7 id="1"]', 'shortcode: [recent_posts]'])
})

test('shortcodes and line ends mean nothing outside WordPress', () => {
  expect(toMarkdown(fromHtml('<p>[gallery ids="1"]\n\nhttps://example.org/</p>', { paragraphs: 'html' }).doc)).toBe(
    '\\[gallery ids="1"\\] https://example.org/',
  )
})

const blocks = `<!-- wp:paragraph -->
<p>A line
broken in the source.</p>
<!-- /wp:paragraph -->

<!-- wp:columns -->
<div class="wp-block-columns"><!-- wp:column -->
<div class="wp-block-column"><!-- wp:heading {"level":1} --><h1>Left</h1><!-- /wp:heading --></div>
<!-- /wp:column --><!-- wp:group --><div class="wp-block-group"><p>Right</p></div><!-- /wp:group --></div>
<!-- /wp:columns -->

<!-- wp:gallery {"ids":[1,2]} --><figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src="https://example.org/1.jpg" alt="One"/><figcaption>First</figcaption></figure></li><li><figure><img src="https://example.org/2.jpg" alt=""/></figure></li></ul><figcaption class="blocks-gallery-caption">Our day</figcaption></figure><!-- /wp:gallery -->

<!-- wp:embed {"url":"https://vimeo.com/123"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://vimeo.com/123
</div><figcaption>The film</figcaption></figure><!-- /wp:embed -->

<!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>Year</th></tr></thead><tbody><tr><td>2025</td></tr></tbody></table><figcaption>Source: <a href="https://example.org/">accounts</a></figcaption></figure><!-- /wp:table -->

<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Care first</p><cite>Ann</cite></blockquote></figure><!-- /wp:pullquote -->
<!-- wp:verse --><pre class="wp-block-verse">A line
another <em>line</em></pre><!-- /wp:verse -->
<!-- wp:code --><pre class="wp-block-code"><code>let x</code></pre><!-- /wp:code -->
<!-- wp:details --><details class="wp-block-details"><summary>More</summary><p>Hidden</p></details><!-- /wp:details -->
<!-- wp:file --><div class="wp-block-file"><a href="/paper.pdf">The paper</a><a href="/paper.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->
<!-- wp:buttons --><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/join">Join us</a></div></div><!-- /wp:buttons -->
<!-- wp:more --><!--more--><!-- /wp:more -->
<!-- wp:video --><figure class="wp-block-video"><video controls src="/day.mp4"></video></figure><!-- /wp:video -->
<!-- wp:latest-posts {"postsToShow":3} /-->`

test('text from the block editor comes over block by block', () => {
  expect(read(blocks).split('\n\n')).toEqual([
    'A line broken in the source.',
    '## Left',
    'Right',
    '{gallery}\n![One](https://example.org/1.jpg "First")\n![](https://example.org/2.jpg)\n{/gallery}',
    'Our day',
    'https://vimeo.com/123 "The film"',
    '| Year |\n| --- |\n| 2025 |',
    'Source: [accounts](https://example.org/)',
    '> Care first\n>\n> -- Ann',
    'A line\nanother *line*',
    '```\nlet x\n```',
    '**More**',
    'Hidden',
    '[The paper](/paper.pdf)',
    '[Join us](/join)',
    '----more----',
    '{embed /day.mp4}',
  ])
  expect(lost(blocks)).toEqual(['dynamic-block: latest-posts {"postsToShow":3}'])
})
