import { expect, test } from 'vitest'
import { fromHtml } from './fromHtml.ts'
import { toMarkdown } from './markdown.ts'

const pictures = (ids: readonly string[]) =>
  ids.map((id) => ({ src: `https://example.org/${id}.jpg`, alt: `Picture ${id}`, caption: '' }))

function read(html: string): { words: string; lost: string[] } {
  const { doc, lost } = fromHtml(html, { paragraphs: 'wordpress', pictures })
  return { words: toMarkdown(doc), lost: lost.map(({ kind, detail }) => `${kind}: ${detail}`) }
}

const block = (name: string, inner: string, attributes = ''): string =>
  `<!-- wp:${name}${attributes && ` ${attributes}`} -->\n${inner}\n<!-- /wp:${name} -->`
const p = (words: string): string => block('paragraph', `<p>${words}</p>`)

/** Blocks that hold words, pictures or players: what stands here afterwards. Nothing of them is lost. */
const COME_IN: readonly (readonly [name: string, html: string, expected: string])[] = [
  [
    'paragraph',
    block('paragraph', '<p class="has-drop-cap">The tide <strong>turns</strong>.</p>'),
    'The tide **turns**.',
  ],
  ['heading', block('heading', '<h3 class="wp-block-heading">Why now</h3>', '{"level":3}'), '### Why now'],
  [
    'list and list-item',
    block(
      'list',
      `<ul class="wp-block-list">${block('list-item', '<li>Reeds</li>')}${block('list-item', '<li>Rushes</li>')}</ul>`,
    ),
    '- Reeds\n- Rushes',
  ],
  [
    'quote',
    block('quote', `<blockquote class="wp-block-quote">${p('Mind the eels.')}<cite>A ferryman</cite></blockquote>`),
    '> Mind the eels.\n>\n> -- A ferryman',
  ],
  [
    'pullquote',
    block(
      'pullquote',
      '<figure class="wp-block-pullquote"><blockquote><p>Dig less</p><cite>Ida</cite></blockquote></figure>',
    ),
    '> Dig less\n>\n> -- Ida',
  ],
  ['code', block('code', '<pre class="wp-block-code"><code>tide = 4\nebb()</code></pre>'), '```\ntide = 4\nebb()\n```'],
  ['preformatted', block('preformatted', '<pre class="wp-block-preformatted">a  b\n c</pre>'), '```\na  b\n c\n```'],
  ['verse', block('verse', '<pre class="wp-block-verse">Low water,<br>slow water</pre>'), 'Low water,\nslow water'],
  [
    'table',
    block(
      'table',
      '<figure class="wp-block-table"><table><thead><tr><th>Lock</th><th>Metres</th></tr></thead><tbody><tr><td>Upper</td><td>3</td></tr></tbody></table><figcaption class="wp-element-caption">Depths</figcaption></figure>',
    ),
    '{caption=Depths}\n| Lock | Metres |\n| --- | --- |\n| Upper | 3 |',
  ],
  [
    'image',
    block(
      'image',
      '<figure class="wp-block-image size-large"><img src="https://example.org/lock.jpg" alt="A lock" class="wp-image-4"/><figcaption class="wp-element-caption">The upper lock</figcaption></figure>',
      '{"id":4,"sizeSlug":"large"}',
    ),
    '![A lock](https://example.org/lock.jpg "The upper lock")',
  ],
  [
    'gallery of images',
    block(
      'gallery',
      `<figure class="wp-block-gallery has-nested-images">${[1, 2].map((n) => block('image', `<figure class="wp-block-image"><img src="https://example.org/${n}.jpg" alt="Sluice ${n}"/></figure>`)).join('\n')}</figure>`,
      '{"linkTo":"none"}',
    ),
    '{gallery}\n![Sluice 1](https://example.org/1.jpg)\n![Sluice 2](https://example.org/2.jpg)\n{/gallery}',
  ],
  [
    'gallery as a list, as it was before',
    block(
      'gallery',
      '<ul class="wp-block-gallery columns-2"><li class="blocks-gallery-item"><figure><img src="https://example.org/1.jpg" alt="Sluice"/></figure></li></ul>',
      '{"ids":[1]}',
    ),
    '{gallery}\n![Sluice](https://example.org/1.jpg)\n{/gallery}',
  ],
  [
    'cover with a picture',
    block(
      'cover',
      `<div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background"></span><img class="wp-block-cover__image-background" alt="A weir" src="https://example.org/weir.jpg"/><div class="wp-block-cover__inner-container">${p('Come and see')}</div></div>`,
      '{"url":"https://example.org/weir.jpg"}',
    ),
    '![A weir](https://example.org/weir.jpg)\n\nCome and see',
  ],
  [
    'cover whose picture is a background',
    block(
      'cover',
      `<div class="wp-block-cover has-parallax"><div role="img" aria-label="A weir" class="wp-block-cover__image-background has-parallax" style="background-position:50% 50%;background-image:url(https://example.org/weir.jpg)"></div><div class="wp-block-cover__inner-container">${p('Come and see')}</div></div>`,
    ),
    '![A weir](https://example.org/weir.jpg)\n\nCome and see',
  ],
  [
    'cover of the first years',
    block(
      'cover',
      `<div class="wp-block-cover" style="background-image:url('https://example.org/weir.jpg')"><p class="wp-block-cover-text">Come and see</p></div>`,
    ),
    '![](https://example.org/weir.jpg)\n\nCome and see',
  ],
  [
    'cover with a film',
    block(
      'cover',
      `<div class="wp-block-cover"><video class="wp-block-cover__video-background" autoplay muted loop src="https://example.org/tide.mp4"></video><div class="wp-block-cover__inner-container">${p('High water')}</div></div>`,
    ),
    'https://example.org/tide.mp4\n\nHigh water',
  ],
  [
    'media-text',
    block(
      'media-text',
      `<div class="wp-block-media-text"><figure class="wp-block-media-text__media" style="background-image:url(https://example.org/eel.jpg)"><img src="https://example.org/eel.jpg" alt="An eel"/></figure><div class="wp-block-media-text__content">${p('An eel is no fish for the hasty.')}</div></div>`,
    ),
    '![An eel](https://example.org/eel.jpg)\n\nAn eel is no fish for the hasty.',
  ],
  [
    'audio',
    block(
      'audio',
      '<figure class="wp-block-audio"><audio controls src="https://example.org/bell.mp3"></audio></figure>',
    ),
    'https://example.org/bell.mp3',
  ],
  [
    'video',
    block(
      'video',
      '<figure class="wp-block-video"><video controls src="https://example.org/day.mp4"></video><figcaption>Open day</figcaption></figure>',
    ),
    'https://example.org/day.mp4 "Open day"',
  ],
  [
    'file',
    block(
      'file',
      '<div class="wp-block-file"><a href="https://example.org/plan.pdf">The plan</a><a href="https://example.org/plan.pdf" class="wp-block-file__button" download>Download</a></div>',
    ),
    '[The plan](https://example.org/plan.pdf)',
  ],
  [
    'buttons and button',
    block(
      'buttons',
      `<div class="wp-block-buttons">${block('button', '<div class="wp-block-button"><a class="wp-block-button__link" href="https://example.org/join">Join</a></div>')}</div>`,
    ),
    '[Join](https://example.org/join)',
  ],
  [
    'button that leads nowhere',
    block('button', '<div class="wp-block-button"><a class="wp-block-button__link">Soon</a></div>'),
    'Soon',
  ],
  [
    'columns, column and group',
    block(
      'columns',
      `<div class="wp-block-columns">${block('column', `<div class="wp-block-column">${p('Left')}</div>`)}${block('column', `<div class="wp-block-column">${block('group', `<div class="wp-block-group">${p('Right')}</div>`)}</div>`)}</div>`,
    ),
    'Left\n\nRight',
  ],
  [
    'separator',
    `${p('Before')}${block('separator', '<hr class="wp-block-separator"/>')}${p('After')}`,
    'Before\n\n***\n\nAfter',
  ],
  [
    'spacer',
    `${p('Before')}${block('spacer', '<div style="height:100px" aria-hidden="true" class="wp-block-spacer"></div>')}${p('After')}`,
    'Before\n\nAfter',
  ],
  ['more', `${p('Before')}${block('more', '<!--more-->')}${p('After')}`, 'Before\n\n----more----\n\nAfter'],
  ['html', block('html', '<div style="width: 45%">Our <b>own</b> mark-up</div>'), 'Our **own** mark-up'],
  ['classic', '<!-- wp:freeform -->\n<p>From before.</p>\n<!-- /wp:freeform -->', 'From before.'],
  ...[
    'embed',
    'core-embed/youtube',
    'core-embed/twitter',
    'core-embed/facebook',
    'core-embed/instagram',
    'core-embed/wordpress-tv',
  ].map(
    (name) =>
      [
        name,
        block(
          name,
          '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://films.example/4\n</div><figcaption>The film</figcaption></figure>',
          '{"url":"https://films.example/4"}',
        ),
        'https://films.example/4 "The film"',
      ] as const,
  ),
  [
    'social-links',
    block(
      'social-links',
      '<ul class="wp-block-social-links"><!-- wp:social-link {"url":"https://social.example/@weir","service":"mastodon"} /--></ul>',
    ),
    '- [Mastodon](https://social.example/@weir)',
  ],
  [
    'navigation-link',
    '<!-- wp:navigation-link {"label":"The <em>locks</em>","url":"/locks/"} /-->',
    '[The locks](/locks/)',
  ],
  [
    'shortcode with a gallery',
    block('shortcode', '[gallery ids="1,2"]'),
    '{gallery}\n![Picture 1](https://example.org/1.jpg)\n![Picture 2](https://example.org/2.jpg)\n{/gallery}',
  ],
]

test.each(COME_IN)('the block %s comes in whole', (_, html, expected) => {
  expect(read(html)).toEqual({ words: expected, lost: [] })
})

/** Blocks that are nothing but an order to WordPress: they hold no words, and each is listed. */
const ORDERS =
  `archives avatar calendar categories comment-author-name comment-content comment-date comment-edit-link comment-reply-link
  comments-pagination-next comments-pagination-numbers comments-pagination-previous comments-title latest-comments latest-posts
  loginout page-list post-author post-author-biography post-comments-form post-date post-excerpt post-featured-image
  post-navigation-link post-terms post-title query-pagination-next query-pagination-numbers query-pagination-previous query-title
  read-more rss search shortcode site-logo site-tagline site-title tag-cloud term-description`.split(/\s+/)

test.each(ORDERS)('the block %s holds no words, and is listed', (name) => {
  expect(read(`${p('Before')}<!-- wp:${name} {"className":"x"} /-->${p('After')}`)).toEqual({
    words: 'Before\n\nAfter',
    lost: [`dynamic-block: ${name} {"className":"x"}`],
  })
})

test.each([
  'query',
  'comments',
  'comment-template',
  'post-template',
  'query-pagination',
  'comments-pagination',
  'query-no-results',
  'navigation',
])('the block %s is a frame: what is in it is judged for itself', (name) => {
  const html = block(name, `<div class="wp-block-${name}">${p('Nothing was found.')}<!-- wp:post-title /--></div>`)

  expect(read(html)).toEqual({ words: 'Nothing was found.', lost: ['dynamic-block: post-title'] })
})

test('the parts of a text in several pages are joined, which is listed', () => {
  expect(read(`${p('One')}${block('nextpage', '<!--nextpage-->')}${p('Two')}`)).toEqual({
    words: 'One\n\nTwo',
    lost: ['page-break: The parts of a text in several pages were joined'],
  })
})

test.each([
  '{"url":"#","service":"wordpress"}',
  '{"service":"mastodon"}',
  '{"url":"javascript:alert(1)"}',
  '{"url":',
  '{"url":["https://a.example"]}',
])('a link that leads nowhere, or where none may lead, is listed: %s', (attributes) => {
  expect(read(`<!-- wp:social-link ${attributes} /-->`)).toEqual({
    words: '',
    lost: [`dynamic-block: social-link ${attributes}`],
  })
})

test('a block nobody knows keeps its words, and one that holds none is listed', () => {
  const html = block('acme/timeline', '<div class="acme"><p>1802: the first lock</p></div>')

  expect(read(html)).toEqual({ words: '1802: the first lock', lost: [] })
  expect(read('<!-- wp:acme/donate {"sum":5} /-->')).toEqual({
    words: '',
    lost: ['dynamic-block: acme/donate {"sum":5}'],
  })
})

test.each([
  [
    '[caption]',
    '[caption id="a" align="left" width="300"]<img src="https://example.org/a.jpg" alt="A" /> The lock[/caption]',
    '![A](https://example.org/a.jpg "The lock")',
  ],
  [
    '[caption caption=…]',
    '[caption width="300" caption="The lock"]<img src="https://example.org/a.jpg" alt="A" />[/caption]',
    '![A](https://example.org/a.jpg "The lock")',
  ],
  [
    '[gallery]',
    '[gallery type="rectangular" columns="4" ids="1" orderby="rand"]',
    '{gallery}\n![Picture 1](https://example.org/1.jpg)\n{/gallery}',
  ],
  ['[audio]', '[audio https://example.org/bell.mp3]', 'https://example.org/bell.mp3'],
  ['[audio mp3=…]', '[audio mp3="https://example.org/bell.mp3"][/audio]', 'https://example.org/bell.mp3'],
  ['[video]', '[video width="4" mp4="https://example.org/day.mp4"][/video]', 'https://example.org/day.mp4'],
  ['[embed]', '[embed]https://films.example/4[/embed]', 'https://films.example/4'],
])('the shortcode %s comes in whole', (_, html, expected) => {
  expect(read(html)).toEqual({ words: expected, lost: [] })
})

test.each(['[in England]', '[unlike the other lock]', '[simple boat]', '[sic]'])(
  'words in square brackets stay words, unlisted: %s',
  (words) => {
    expect(read(`They met ${words} then.`)).toEqual({
      words: `They met ${words.replace('[', '\\[').replace(']', '\\]')} then.`,
      lost: [],
    })
  },
)

test('a shortcode nobody knows stays as text and is listed', () => {
  expect(read('[tide_table lock="upper"]')).toEqual({
    words: '\\[tide_table lock="upper"\\]',
    lost: ['shortcode: [tide_table lock="upper"]'],
  })
})
